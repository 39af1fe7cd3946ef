/** What happens to a UPS, as events tell it: status words coming and going, contact lost and found. */
export const engineEvents = {
  deviceEvent: {
    TRIM: {
      came: '{{name}} abaisse la tension du secteur, trop élevée. La batterie n’est pas sollicitée.',
      went: '{{name}} transmet de nouveau le secteur sans modification.',
    },
    BOOST: {
      came: '{{name}} élève la tension du secteur, trop basse. La batterie n’est pas sollicitée.',
      went: '{{name}} transmet de nouveau le secteur sans modification.',
    },
    TEST: {
      came: '{{name}} a commencé un test de batterie.',
      went: '{{name}} a terminé son test de batterie.',
    },
    CAL: {
      came: '{{name}} a commencé à décharger volontairement sa batterie, pour mesurer son autonomie.',
      went: '{{name}} a terminé son étalonnage.',
    },
    BYPASS: {
      came: '{{name}} est en bypass\u202f: en cas de coupure, la batterie ne servirait à rien.',
      went: '{{name}} protège de nouveau la charge après le bypass.',
    },
    RB: {
      came: '{{name}} demande une batterie neuve.',
      went: '{{name}} ne demande plus de batterie neuve.',
    },
    ALARM: {
      came: '{{name}} signale une alarme.',
      went: '{{name}} ne signale plus d’alarme.',
    },
    OFF: {
      came: '{{name}} a coupé sa sortie.',
      went: '{{name}} a rétabli sa sortie.',
    },
    OVER: {
      came: '{{name}} est en surcharge\u202f: ce qui est branché dépasse sa capacité.',
      went: '{{name}} n’est plus en surcharge.',
    },
    OB: {
      came: '{{name}} fonctionne sur batterie\u202f: le secteur est coupé.',
      went: '{{name}} fonctionne de nouveau sur secteur.',
    },
    LB: {
      came: '{{name}} signale une batterie faible.',
      went: '{{name}} ne signale plus de batterie faible.',
    },
    FSD: {
      came: '{{name}} est sur le point de couper le courant\u202f: un arrêt a été forcé.',
      went: '{{name}} n’annonce plus d’arrêt forcé.',
    },
    answersAgain: '{{name}} répond de nouveau.',
    reports: '{{name}} signale\u202f: {{alarm}}',
    lost: 'Mainstay a perdu le contact avec {{name}}. {{why}}',
    charge: 'Niveau de batterie\u202f: {{charge}}.',
    chargeAndRuntime: 'Niveau de batterie\u202f: {{charge}}, autonomie restante\u202f: {{runtime}}.',
  },
};
