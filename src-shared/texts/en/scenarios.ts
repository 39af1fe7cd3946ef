/** What the scenarios of the simulated UPS are about. */
export const scenarios = {
  scenario: {
    steady: 'Good mains, a full battery, nothing happens',
    outage: 'Mains fails for five minutes',
    flicker: 'Mains fails three times for a moment',
    'brown-out': 'Mains sags too low to be used',
    overload: 'The load is more than the UPS can carry',
    'worn-battery': 'The self-test finds a worn battery',
    'replaced-battery': 'A worn battery is replaced and passes its test',
    'comm-loss': 'The link to the host is cut for a minute',
    'self-test': 'The quick self-test',
    calibration: 'A runtime calibration down to low battery',
    bypass: 'The load hangs on bypass for a minute',
    fault: 'The UPS itself is faulty for a minute',
    boost: 'Mains is low and boosted',
    trim: 'Mains is high and trimmed',
    'low-battery': 'An outage that the battery does not outlast',
    demo: 'A lively day',
  },
};
