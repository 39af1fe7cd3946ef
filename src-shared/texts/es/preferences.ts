/** Preferences. */
export const preferences = {
  preferences: {
    look: 'Aspecto',
    theme: 'Tema',
    themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro' },
    language: 'Idioma',
    languageOfSystem: 'El del sistema',
    temperature: 'Temperatura',
    temperatures: { celsius: '°C', fahrenheit: '°F' },
    behaviour: 'Comportamiento',
    startAtLogin: 'Iniciar al abrir la sesión',
    startAtLoginHelp: 'Mainstay se inicia oculto y vigila desde la bandeja del sistema.',
    closeToTray: 'Seguir funcionando al cerrar la ventana',
    closeToTrayHelp: 'La protección continúa; el icono de la bandeja vuelve a mostrar la ventana.',
    onlyDesktop: 'Solo en la aplicación de escritorio.',
    about: 'Acerca de',
    version: 'Mainstay {{version}} en {{platform}}',
    running: 'En marcha desde {{time}}',
    licence: 'Software libre bajo la Licencia Pública General de GNU, versión 2 o posterior.',
  },
};
