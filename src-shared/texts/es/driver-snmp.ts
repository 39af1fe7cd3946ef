/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: 'el agente ya no responde a esta consulta',
    neverThere: 'el agente no lo tiene',
    unanswered: 'el agente no respondió cuando se le preguntó por ellos, así que no se vuelven a pedir',
    alarmsUnnamed: 'el agente cuenta alarmas, pero no las nombra',
    wholeSecondsTwice:
      'Indique segundos enteros hasta el apagado y, desde entonces, hasta el encendido, por ejemplo «30 180».',
    wholeSecondsUpTo: 'Indique segundos enteros hasta {{most}} durante los que la salida permanece apagada.',
    argument: {
      off: 'Tiempo hasta que se apaga la salida',
      offAndOn: 'Tiempo hasta el apagado y, desde entonces, hasta el encendido',
      on: 'Tiempo hasta que se enciende la salida',
      reboot: 'Tiempo durante el que la salida permanece apagada',
    },
    lostContact: 'el agente ha perdido el contacto con su SAI: lo que responde es antiguo',
    noSource: 'el agente no dice de dónde se alimenta la carga',
    zeroRuntime: 'el agente envía 0\u00a0minutos aunque no considera baja la batería',
    zeroCharge: 'el agente envía 0\u00a0% aunque no considera baja la batería',
    zeroVoltage: 'el agente envía 0\u00a0V, como hacen los agentes que no la miden',
    zeroTemperature: 'el agente envía 0\u00a0°C, como hacen los agentes sin sensor',
    zeroFlow: 'el agente envía 0 aunque la carga no es 0, como hacen los agentes que no lo miden',
    refused:
      'El agente lo ha rechazado. A menudo la comunidad o el usuario solo tiene permiso de lectura: indique uno que pueda escribir, o permítalo en la tarjeta.',
    atMost: 'El agente admite como máximo {{length}} caracteres.',
    latin: 'El agente solo admite letras latinas simples.',
    notNumber: '«{{value}}» no es un número.',
    steps: 'El agente cuenta en pasos de {{unit}}.',
    oneOf: 'Indique uno de estos valores: {{values}}.',
  },
};
