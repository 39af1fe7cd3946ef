/** What the scenarios of the simulated UPS are about. */
export const scenarios = {
  scenario: {
    steady: 'Gutes Netz, volle Batterie, nichts geschieht',
    outage: 'Das Netz fällt für fünf Minuten aus',
    flicker: 'Das Netz fällt dreimal kurz aus',
    'brown-out': 'Die Netzspannung bricht zu tief ein, um nutzbar zu sein',
    overload: 'Die Last ist größer, als die USV versorgen kann',
    'worn-battery': 'Der Selbsttest findet eine verbrauchte Batterie',
    'replaced-battery': 'Eine verbrauchte Batterie wird ersetzt und besteht ihren Test',
    'comm-loss': 'Die Verbindung zum Computer ist eine Minute lang unterbrochen',
    'self-test': 'Der kurze Selbsttest',
    calibration: 'Eine Laufzeitkalibrierung, bis die Batterie schwach ist',
    bypass: 'Die Last hängt eine Minute lang am Bypass',
    fault: 'Die USV selbst ist eine Minute lang gestört',
    boost: 'Die Netzspannung ist niedrig und wird angehoben',
    trim: 'Die Netzspannung ist hoch und wird abgesenkt',
    'low-battery': 'Ein Ausfall, den die Batterie nicht überdauert',
    demo: 'Ein bewegter Tag',
  },
};
