/** The simulated UPS and its scenarios. */
export { batteryType } from './battery.ts';
export { createUpsModel } from './model.ts';
export { DEFAULT_PROFILE, PROFILES } from './profiles.ts';
export type { ProfileName } from './profiles.ts';
export { forcedStateSchema, parseScenario, runScenario, scenarioSchema } from './scenario.ts';
export type { Scenario } from './scenario.ts';
export { SCENARIOS } from './scenarios.ts';
export type { ScenarioName } from './scenarios.ts';
export type { ForcedState, UpsModel, UpsProfile, UpsState } from './types.ts';
