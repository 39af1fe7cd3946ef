/** The simulated UPS and its scenarios. */
export { createUpsModel } from './model.ts';
export { DEFAULT_PROFILE, PROFILES } from './profiles.ts';
export type { ProfileName } from './profiles.ts';
export type { ForcedState, OutletState, UpsModel, UpsProfile, UpsState, World } from './types.ts';
