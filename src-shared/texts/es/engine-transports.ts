/** Ports, devices and agents: why one cannot be opened or read, and what to do. */
export const engineTransports = {
  port: {
    missing:
      'No existe el puerto {{path}}. El adaptador no está enchufado, o ahora tiene otro nombre. Enchúfelo, o vuelva a elegir el puerto.',
    notSerial: '{{path}} no es un puerto serie. Elija uno de los puertos en Dispositivos.',
    notOpened: 'No se ha podido abrir {{path}}: {{reason}}. Desenchufe el adaptador y vuelva a enchufarlo.',
    denied:
      'Su cuenta no tiene permiso para abrir {{path}}. Permita que Mainstay lo use, o inicie Mainstay desde una cuenta que lo tenga.',
    deniedLinux:
      'Su cuenta no tiene permiso para abrir {{path}}. Pertenece al grupo {{group}}. Ejecute: {{command}}   Después, cierre la sesión y vuelva a iniciarla.',
    inUse:
      'Otro programa ocupa {{path}}, así que Mainstay no puede leer el SAI. Cierre ese programa (a menudo NUT, apcupsd, ModemManager o un terminal).',
    inUseLinux:
      'Otro programa ocupa {{path}}, así que Mainstay no puede leer el SAI. Cierre ese programa (a menudo NUT, apcupsd, ModemManager o un terminal). Lo muestra: {{command}}',
    adapterMissing: 'El {{adapter}} no está enchufado. Enchúfelo en cualquier puerto USB; se detecta automáticamente.',
    gone: 'El puerto {{path}} ha desaparecido: se desenchufó el cable o su adaptador.',
    adapter: 'adaptador serie USB {{numbers}}',
    adapterWithSerial: 'adaptador serie USB {{numbers}}, número de serie {{serial}}',
    anyProduct: 'cualquiera',
    ambiguous: 'Hay {{number}} dispositivos {{device}} enchufados, y la dirección no dice cuál. Use {{names}}.',
    nodeMissing:
      '{{path}} no existe. El SAI está desenchufado, o ha vuelto con otro nombre: una dirección con sus números (hid:051d:0002) no cambia.',
    hidMissing: 'No hay ningún dispositivo USB {{device}} conectado. Compruebe el cable entre el SAI y este equipo.',
    otherPort: 'No hay ningún dispositivo {{device}} enchufado en el puerto {{port}}; hay {{kin}}.',
    otherSerial: 'No hay ningún dispositivo {{device}} con el número de serie {{serial}} enchufado; hay {{kin}}.',
    nutDriver: 'el controlador {{name}} de NUT',
    powerPanel: 'PowerPanel de CyberPower (pwrstatd)',
    process: '{{program}} (proceso {{pid}})',
    device: 'El dispositivo',
    described: '{{name}} ({{numbers}})',
    describedAtPort: '{{name}} ({{numbers}}) en el puerto USB {{port}}',
    hidDeniedMac:
      'Este usuario no tiene permiso para abrir {{device}}. Permita Mainstay en Ajustes del Sistema, Privacidad y seguridad, Monitorización de entrada.',
    hidDenied:
      'Este usuario no tiene permiso para abrir {{device}}. Inicie Mainstay con un usuario que pueda usar el dispositivo.',
    hidDeniedLinux:
      'Este usuario no tiene permiso para abrir {{device}}. Ponga las reglas de Mainstay en {{file}} (vienen con él; la línea para este dispositivo es {{rule}}) y ejecute después: {{command}}. En un equipo sin escritorio, el usuario debe estar también en el grupo plugdev.',
    taken:
      'Un programa que ya ha terminado le quitó {{device}} al controlador HID del sistema. Para devolverlo, desenchufe el cable y vuelva a enchufarlo.',
    takenLinux:
      'Un programa que ya ha terminado le quitó {{device}} al controlador HID del sistema. Para devolverlo, desenchufe el cable y vuelva a enchufarlo, o ejecute: {{command}}.',
    takenBy:
      '{{holder}} está usando {{device}} y se lo ha quitado al controlador HID del sistema. Solo uno de los dos puede vigilarlo: cierre ese programa y, después, desenchufe el cable y vuelva a enchufarlo.',
    takenByLinux:
      '{{holder}} está usando {{device}} y se lo ha quitado al controlador HID del sistema. Solo uno de los dos puede vigilarlo: cierre ese programa y, después, desenchufe el cable y vuelva a enchufarlo, o ejecute: {{command}}.',
    hidInUse: '{{device}} está en uso por otro programa. Cierre cualquier otro programa que vigile este SAI.',
    hidGone: '{{device}} ha desaparecido.',
    hidNotOpened: 'No se ha podido abrir {{device}}: {{reason}}. Desenchufe su cable y vuelva a enchufarlo.',
    noDescriptor:
      'No se ha podido leer el descriptor de informes de {{device}}, sin el cual sus informes no significan nada: {{why}}.',
    notInRegistry: 'el registro de E/S no lo incluye',
    noDescriptorWindows:
      'No se ha podido leer el descriptor de informes de {{device}}, sin el cual sus informes no significan nada: {{why}}. Para ello debe permitirse la ejecución de PowerShell.',
    windowsSilent: 'Windows no ha devuelto nada',
    descriptorMissing:
      '{{device}} no ha entregado ningún descriptor de informes, sin el cual sus informes no significan nada. Desenchufe su cable y vuelva a enchufarlo.',
    noRecorded: '{{why}} Mainstay tampoco tiene uno grabado de este modelo.',
    recordedInstead:
      '{{why}} En su lugar se usa el que se grabó de un {{name}} ({{source}}). Otra versión del firmware puede tener otro: compare los valores con la pantalla del SAI.',
    agent: '{{host}}, puerto {{port}}',
    snmp3Silent:
      '{{who}} no responde en SNMP versión 3. Compruebe la dirección, el usuario y sus contraseñas, y que SNMP versión 3 esté activado en la tarjeta.',
    snmpSilent:
      '{{who}} no responde en SNMP versión {{version}}. Los agentes no responden cuando la comunidad no es la suya: compruébela, así como la dirección y que SNMP versión {{version}} esté activado en la tarjeta.',
    snmpUnreachable:
      'No se puede llegar a {{who}} ({{why}}). Compruebe la dirección y el puerto, y que SNMP esté activado en la tarjeta.',
    snmpGarbled: '{{who}} responde, pero no en SNMP versión {{version}}. Compruebe el puerto y la versión.',
    snmpRefused:
      '{{who}} rechaza al usuario ({{why}}). Compruebe el usuario, las contraseñas y los protocolos de autenticación y privacidad.',
    unknownHost: 'No se conoce el host «{{host}}» ({{why}}). Compruebe su nombre o indique su dirección.',
    otherPassword: 'su respuesta está firmada con otra contraseña',
    otherPrivacy: 'su respuesta no se puede descifrar',
    wasClosed: 'se cerró el puerto',
    isClosed: 'el puerto está cerrado',
    unplugged: '{{device}} se ha desenchufado.',
  },
};
