/** Preferences. */
export const preferences = {
  preferences: {
    look: 'Apparence',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue',
    languageOfSystem: 'Comme le système',
    temperature: 'Température',
    temperatures: { celsius: '°C', fahrenheit: '°F' },
    behaviour: 'Comportement',
    startAtLogin: 'Démarrer à l’ouverture de session',
    startAtLoginHelp: 'Mainstay démarre masqué et surveille depuis la zone de notification.',
    closeToTray: 'Continuer quand la fenêtre est fermée',
    closeToTrayHelp: 'La protection continue\u202f; l’icône de la zone de notification fait revenir la fenêtre.',
    onlyDesktop: 'Seulement dans l’application de bureau.',
    about: 'À propos',
    version: 'Mainstay {{version}} sur {{platform}}',
    running: 'En marche depuis {{time}}',
    licence: 'Logiciel libre sous licence publique générale GNU, version 2 ou ultérieure.',
  },
};
