/** Why a reply holds no value, and why a value cannot be sent: what drivers have in common. */
export const driverKit = {
  reply: {
    blank: 'en blanco',
    filled: 'relleno con «{{text}}»',
    notNumber: '«{{text}}» no es un número',
    controlCharacters: 'contiene caracteres de control',
    zeros: 'relleno con ceros',
    tooShort: 'la respuesta es demasiado corta',
    means: 'el agente envía {{number}}, que significa «no se sabe»',
    allOnes: 'todos los bits están a 1 ({{raw}}), lo que significa «sin definir»',
    impossible: 'el agente envía {{number}}, que es imposible',
    notText: 'el agente envía {{type}} donde corresponde texto',
    notInMib: 'el agente envía {{number}}, que la MIB no conoce',
    notNumberOfAgent: 'el agente envía {{type}} {{value}}, que no es un número',
    noValueFor: 'el dispositivo ha enviado {{raw}}, que no corresponde a ningún valor',
    wholeSeconds: 'Indique segundos enteros, por ejemplo «30».',
    giveNumber: 'Indique un número de {{min}} a {{max}}.',
    argument: {
      seconds: 'Segundos',
      off: 'Segundos hasta el apagado',
      offAndOn: 'Segundos hasta el apagado y, después, hasta el nuevo encendido',
      testLength: 'Duración de la prueba',
    },
  },
};
