/** What the examination of this computer says. */
export const engineDoctor = {
  examined: {
    settings: 'Réglages',
    settingsWhole: 'Le fichier des réglages est intact.',
    history: 'Historique',
    historyWhole: 'Le fichier de l’historique est intact.',
    folder: 'Dossier des données',
    writable: '{{path}} est accessible en écriture.',
    notWritable:
      '{{path}} n’est pas accessible en écriture\u202f; rien ne serait donc conservé. Rendez-le accessible en écriture, ou réglez MAINSTAY_DATA sur un autre dossier.',
    rules: 'Règles USB',
    rulesThere: '{{folder}}/{{file}} permet aux utilisateurs d’accéder aux onduleurs USB.',
    rulesNotNeeded: '{{file}} n’est pas installé\u202f; en tant que root, il n’est pas nécessaire.',
    rulesMissing:
      '{{file}} n’est pas installé\u202f; seul root a donc accès aux onduleurs USB. Copiez-y le fichier du même nom fourni avec Mainstay, puis exécutez\u202f: {{command}}.',
    hid: 'Onduleur USB {{place}}',
    hidReached: '{{device}} est accessible.',
    serial: 'Ports série',
    noSerial: 'Cet ordinateur n’en a pas.',
    serialOpen: 'Ce compte peut ouvrir {{names}}.',
    serialNotListed: 'Ils n’ont pas pu être listés. {{why}}',
  },
};
