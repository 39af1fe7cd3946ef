/** Preferences. */
export const preferences = {
  preferences: {
    look: 'Aussehen',
    theme: 'Farbschema',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    languageOfSystem: 'Wie das System',
    temperature: 'Temperatur',
    temperatures: { celsius: '°C', fahrenheit: '°F' },
    behaviour: 'Verhalten',
    startAtLogin: 'Bei der Anmeldung starten',
    startAtLoginHelp: 'Mainstay startet unsichtbar und wacht im Infobereich.',
    closeToTray: 'Bei geschlossenem Fenster weiterlaufen',
    closeToTrayHelp: 'Der Schutz läuft weiter; das Symbol im Infobereich holt das Fenster zurück.',
    onlyDesktop: 'Nur in der Desktop-Anwendung.',
    about: 'Über Mainstay',
    version: 'Mainstay {{version}} auf {{platform}}',
    running: 'Läuft seit {{time}}',
    licence: 'Freie Software unter der GNU General Public License, Version 2 oder später.',
  },
};
