/** Pictures that README shows, by their names in the suite: they lie where it shows them from, so that they never age. */
export const SHOWN: Readonly<Record<string, string>> = {
  'overview-usual-light': 'assets/readme/overview.png',
  'outage-usual-dark': 'assets/readme/outage.png',
};
