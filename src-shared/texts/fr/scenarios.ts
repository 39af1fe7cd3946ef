/** What the scenarios of the simulated UPS are about. */
export const scenarios = {
  scenario: {
    steady: 'Secteur correct, batterie pleine, rien ne se passe',
    outage: 'Le secteur est coupé pendant cinq minutes',
    flicker: 'Le secteur est coupé trois fois un instant',
    'brown-out': 'Le secteur baisse trop pour être utilisable',
    overload: 'La charge dépasse la capacité de l’onduleur',
    'worn-battery': 'L’autotest décèle une batterie usée',
    'replaced-battery': 'Une batterie usée est remplacée et réussit son test',
    'comm-loss': 'La liaison avec l’ordinateur est coupée pendant une minute',
    'self-test': 'L’autotest rapide',
    calibration: 'Un étalonnage de l’autonomie jusqu’à batterie faible',
    bypass: 'La charge reste en bypass pendant une minute',
    fault: 'L’onduleur lui-même est en panne pendant une minute',
    boost: 'La tension du secteur est basse et l’onduleur l’élève',
    trim: 'La tension du secteur est haute et l’onduleur l’abaisse',
    'low-battery': 'Une coupure plus longue que la batterie ne tient',
    demo: 'Une journée mouvementée',
  },
};
