/** What the scenarios of the simulated UPS are about. */
export const scenarios = {
  scenario: {
    steady: 'Red eléctrica estable, batería llena, no ocurre nada',
    outage: 'La red eléctrica falla durante cinco minutos',
    flicker: 'La red eléctrica falla tres veces por un momento',
    'brown-out': 'La tensión de red cae demasiado para poder usarla',
    overload: 'La carga es mayor de lo que el SAI puede alimentar',
    'worn-battery': 'La autoprueba detecta una batería gastada',
    'replaced-battery': 'Se cambia una batería gastada y la nueva supera la prueba',
    'comm-loss': 'El enlace con el equipo se corta durante un minuto',
    'self-test': 'La autoprueba rápida',
    calibration: 'Una calibración de la autonomía hasta batería baja',
    bypass: 'La carga está en bypass durante un minuto',
    fault: 'El propio SAI está averiado durante un minuto',
    boost: 'La tensión de red es baja y se eleva',
    trim: 'La tensión de red es alta y se reduce',
    'low-battery': 'Un corte más largo que la batería',
    demo: 'Un día movido',
  },
};
