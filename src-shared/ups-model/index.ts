/** The simulated UPS and its scenarios. */
export { createUpsModel } from './model.ts';
export { DEFAULT_PROFILE, PROFILES } from './profiles.ts';
export type { ProfileName } from './profiles.ts';
export { forcedStateSchema, parseScenario, runScenario, scenarioSchema } from './scenario.ts';
export type { Scenario, ScenarioRun } from './scenario.ts';
export { SCENARIOS } from './scenarios.ts';
export type { ScenarioName } from './scenarios.ts';
export type { ForcedState, OutletState, UpsModel, UpsProfile, UpsState, World } from './types.ts';
