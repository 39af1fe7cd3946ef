/** What the driver of APC's Microlink says. */
export const driverApcmicrolink = {
  microlink: {
    noCommand: 'Este SAI no tiene ese comando.',
    noPanel: 'El SAI no ha dicho cómo está configurado su panel.',
    authentication: {
      accepted: 'El SAI ha aceptado nuestra respuesta a su desafío.',
      notRequired: 'El SAI no exige ninguna.',
      notAccepted:
        'El SAI no ha aceptado nuestra respuesta a su desafío. Deja de responder después de cada lectura y hay que leerlo de nuevo desde el principio, lo que lleva segundos; no acepta comandos. Desconecte otros programas de su puerto e informe de ello con el tráfico registrado en Diagnóstico.',
      notAnswerable:
        'No se ha podido responder al desafío del SAI, porque no se encontró su número de serie o su contraseña. Deja de responder después de cada lectura y hay que leerlo de nuevo desde el principio, lo que lleva segundos; no acepta comandos. Informe de ello con el tráfico registrado en Diagnóstico.',
    },
    group: 'el grupo no está ni encendido ni apagado',
    noVoltage: 'el ajuste 0x{{setting}} no es una única tensión',
    beeper: 'el ajuste no dice ni activado ni desactivado',
    bothSources: '0x{{status}} indica a la vez red eléctrica y batería',
    noSource: '0x{{status}} no dice qué alimenta la carga',
    efficiency: {
      unknown: 'el SAI no lo conoce',
      loadTooLow: 'la carga es demasiado baja para saberlo',
      outputOff: 'la salida está apagada',
      onBattery: 'el SAI funciona con batería',
      inBypass: 'el SAI está en bypass',
      charging: 'la batería se está cargando',
      poorMains: 'la red eléctrica es demasiado mala',
      noBattery: 'la batería está desconectada',
    },
    noText: 'contiene bytes que no son texto',
    oddNumber: 'no se entiende un número de {{bytes}}\u00a0bytes',
    neverSet: 'nunca fijado',
    noChoice: '{{raw}} no es ninguna de las opciones conocidas',
    nothingSaid: 'no se indica nada',
    noBit: '0x{{bytes}} no contiene ningún bit conocido',
    notHeld: '«{{text}}» no es un número que el SAI pueda guardar.',
    date: 'Indique una fecha posterior a 2000-01-01, por ejemplo «2026-02-28».',
    unsettable: 'No se puede fijar.',
    plain: 'Solo admite letras, cifras y signos simples.',
  },
};
