/** What the driver of the Q* family says. */
export const driverMegatec = {
  megatec: {
    oneCell: '{{volts}}\u00a0V es la tensión de una celda, y el dispositivo no dice cuántas tiene',
    nak: 'El SAI ha respondido NAK.',
    unknown: 'El SAI no conoce este comando.',
    answered: 'El SAI ha respondido «{{text}}».',
    noBeeper: 'El SAI no ha dicho si su avisador acústico está activado.',
    offDelay: 'El retardo hasta que se apaga la salida debe estar entre 0 y {{most}}\u00a0segundos.',
    onDelay: 'El retardo hasta que vuelve la salida debe estar entre 0 y {{most}}\u00a0segundos.',
    testLength: 'Una prueba de la batería puede durar de {{least}} a {{most}}\u00a0segundos.',
    silent: 'el dispositivo no responde a {{command}}',
    notKnown: 'el dispositivo no conoce {{command}}',
    oddAnswer: 'la respuesta a {{command}} no tiene sentido: «{{text}}»',
    noSense: 'la respuesta a {{command}} no tiene sentido',
  },
};
