/** Preferences. */
export const preferences = {
  preferences: {
    look: 'Look',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageOfSystem: 'As the system',
    temperature: 'Temperature',
    temperatures: { celsius: '°C', fahrenheit: '°F' },
    behaviour: 'Behaviour',
    startAtLogin: 'Start at login',
    startAtLoginHelp: 'Mainstay starts hidden and watches from the tray.',
    closeToTray: 'Keep running when the window is closed',
    closeToTrayHelp: 'Protection goes on; the tray icon brings the window back.',
    onlyDesktop: 'Only in the desktop application.',
    about: 'About',
    version: 'Mainstay {{version}} on {{platform}}',
    running: 'Running since {{time}}',
    licence: 'Free software under the GNU General Public License, version 2 or later.',
  },
};
