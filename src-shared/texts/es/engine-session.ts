/** The conversation with a UPS: how it stands, and what became of commands and settings. */
export const engineSession = {
  session: {
    nothingUsable: '{{device}} ya no envía nada aprovechable.',
    unwatched: 'Este SAI ya no se vigila.',
    keepsTrying: '{{why}} Mainstay sigue intentándolo. Compruebe el cable y que el SAI esté encendido.',
    identified: 'Identificado: {{protocol}}.',
    driverFault:
      'Un fallo del propio controlador de Mainstay ha detenido la comunicación con {{device}}: {{what}}. Los demás dispositivos continúan. Informe de ello con el tráfico registrado en Diagnóstico.',
    fault:
      'Un fallo del propio Mainstay ha detenido la comunicación con {{device}}: {{what}}. Los demás dispositivos continúan. Informe de ello con el tráfico registrado en Diagnóstico.',
    thisUps: 'este SAI',
    silent:
      'No hay respuesta. Compruebe el cable o la dirección de red, y que el SAI esté encendido; Mainstay sigue intentándolo.',
    unrecognisedByMany:
      'Algo responde, pero no como un SAI que hable alguno de {{number}} protocolos. Compruebe que el puerto y el controlador son los correctos. Un adaptador sin contacto con su SAI se ve igual.',
    unrecognised:
      'Algo responde, pero no como un SAI que hable {{protocols}}. Compruebe que el puerto y el controlador son los correctos. Un adaptador sin contacto con su SAI se ve igual.',
    ended: 'La conexión con este SAI ha terminado.',
    commandFault: 'Un fallo del propio controlador de Mainstay lo ha detenido: {{what}}',
    closed: 'Se ha cerrado la conexión con {{device}}.',
    stale:
      'No hay respuestas aprovechables desde hace {{seconds, duration}}. Los valores mostrados son antiguos. Si persiste, compruebe el cable o la red informática, y que el SAI esté encendido.',
    probeUnrecognised:
      'Algo responde, pero no como un SAI que hable {{protocols}}. Puede ser otro dispositivo, o hablar un protocolo que Mainstay no conoce. Un adaptador sin contacto con su SAI se ve igual.',
    probeSilent: 'Nada responde a {{protocols}}. Compruebe el cable o la dirección, y que el SAI esté encendido.',
    charge: {
      charging:
        'Mientras trabaja el cargador, la tensión muestra el cargador y no lo llena que está la batería. Vuelve a indicarse con batería.',
      noRating: 'sin estimar: el dispositivo no dice la tensión nominal de su batería',
      unfitting: 'sin estimar: {{volts}}\u00a0V no concuerda con los {{rated}}\u00a0V nominales',
      lithium: 'sin estimar: la tensión de una batería de litio no cambia hasta que está casi vacía',
      noLoad: 'sin estimar: el dispositivo no comunica su carga, y la tensión baja con la carga',
      unmeasured:
        'aún sin estimar: cuánto baja la tensión con la carga se mide en el primer corte tras {{seconds, duration}} con red',
      settling: 'aún sin estimar: la tensión todavía se estabiliza tras el corte de la red',
    },
    stoppedReporting: 'El dispositivo ha dejado de comunicarlo.',
    notAnswered: 'El dispositivo lleva demasiado tiempo sin responder a esta pregunta.',
    tooMany: 'Hay demasiados comandos en espera para este SAI. Espere a que terminen.',
    unconfirmed: '{{name}} no se ha enviado, porque antes debe confirmarse. {{effect}}',
    notOffered: 'Este SAI no ofrece {{name}}. No se ha enviado nada.',
    noArgument: '{{name}} no admite ningún argumento. No se ha enviado nada.',
    needsArgument: '{{name}} necesita un argumento: {{argument}}. No se ha enviado nada.',
    notSettable: 'Este SAI no permite cambiar {{name}}. No se ha enviado nada.',
    takesOneOf: 'Admite uno de estos valores: {{values}}.',
    takesNumber: 'Admite un número de {{min}} a {{max}}.',
    takesLength: 'Admite como máximo {{length}} caracteres.',
    accepted: '{{what}}: el SAI lo ha aceptado.',
    sent: '{{what}}: enviado. Este SAI no confirma los comandos.',
    refused: '{{what}}: el SAI lo ha rechazado. {{why}}',
    noReason: 'No ha dado ningún motivo.',
    invalid: '{{what}}: no se ha enviado nada. {{why}}',
    maybeDone: '{{what}}: el SAI no ha respondido, así que puede haberse hecho o no.',
    valueRefused: '{{what}}: el SAI ha rechazado «{{wanted}}». {{why}}',
    confirmed: '{{what}} es ahora {{value}}; el SAI lo comunica.',
    maybeChanged: '{{what}}: el SAI no ha respondido, así que puede haberse cambiado o no.',
    ignored: '{{what}}: el SAI ha aceptado «{{wanted}}», pero comunica {{value}}.',
    valueSent: '{{what}}: se ha enviado «{{wanted}}», pero el SAI no comunica qué valor tiene.',
    connecting: 'Aún se está conectando.',
    unreached: 'No se ha enviado nada, porque ahora no se puede llegar a este SAI. {{why}}',
  },
};
