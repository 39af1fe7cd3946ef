/** The simulated UPS and its scenarios. */
export type { ForcedState, OutletState, UpsModel, UpsProfile, UpsState, World } from './types.ts';
