/** Settings, history and recordings: files that cannot be read or written, and what becomes of them. */
export const engineRecords = {
  record: {
    tooLarge: '{{file}} es demasiado grande para ser una grabación.',
    notRegular:
      '{{file}} no es un archivo normal, sino un dispositivo, una tubería o algo parecido, así que no se lee. Indique un archivo normal.',
    longerThan: '{{file}} ocupa más de {{size}}, y ningún archivo de este tipo es tan grande, así que no se lee.',
    noneInBundle: '{{file}} no se puede reproducir: no tiene ningún dispositivo con una grabación. Tiene: {{known}}.',
    notInBundle: '{{file}} no se puede reproducir: no tiene ningún dispositivo «{{device}}». Tiene: {{known}}.',
    noBundle: '{{file}} no se puede reproducir: no es un paquete de asistencia ({{why}}).',
    noZip: 'no es un archivo zip',
    emptyFolder: 'la carpeta no tiene ni un archivo .snmprec ni un archivo de intercambio ni un report_descriptor.hex',
    misfit: 'sus archivos no son válidos',
    noRow: 'no tiene ninguna fila de la forma OID|type|value',
    noExchange: 'no contiene ningún intercambio, ni como líneas > y < ni como registro de send: y read:',
    noRecording: 'No hay ninguna grabación {{path}}. Compruebe la ruta.',
    unreadable: '{{path}} no se puede leer ({{why}}). Permita su lectura.',
    notReplayed: '{{file}} no se puede reproducir: {{why}}.',
    badRow: 'La línea {{line}} no es una fila de una grabación .snmprec (OID|tag|value).',
    badValue: 'La línea {{line}} de la grabación .snmprec tiene un valor que no es {{type}}.',
    noRows: 'La grabación no contiene filas de la forma OID|tag|value.',
    unknown: {
      profile: 'No hay ningún perfil «{{name}}». Disponibles: {{known}}.',
      scenario: 'No hay ningún escenario «{{name}}». Disponibles: {{known}}.',
    },
    historyUnusable:
      'No se puede usar el archivo del historial {{file}} ({{reason}}). Mainstay continúa, guarda el historial en memoria y vuelve a intentarlo por sí solo. Compruebe que se puede escribir en la carpeta, que el disco tiene espacio y que no hay otro Mainstay en marcha.',
    historyDamaged:
      'El archivo del historial estaba dañado ({{why}}). Se conservó como {{keptAs}} y se empezó un historial nuevo; los gráficos y eventos anteriores solo están en el archivo conservado.',
    empty: 'estaba vacío',
    notDatabase: 'no es una base de datos',
    notHistory: 'no es un historial de Mainstay',
    newer: 'lo escribió un Mainstay más reciente, en el formato {{format}}',
    notJson: 'no es JSON ({{why}})',
    noObject: 'no contiene ningún objeto',
    noFormat: 'no dice qué versión del formato tiene',
    neverFormat: 'nunca ha existido un formato {{format}}',
    notMigrated: 'su formato {{format}} no se pudo actualizar ({{why}})',
    unknownReason: 'motivo desconocido',
    wholeMisfit: 'el conjunto no es válido: {{why}}',
    partMisfit: '«{{part}}» no es válido: {{why}}',
    notTaken: 'No se ha aceptado esta configuración: {{why}}. No se ha cambiado nada.',
    settingsMissing: 'Falta el archivo de configuración {{file}}.',
    lastInForce: '{{what}} Mainstay continúa con la última configuración vigente; del archivo no se ha tomado nada.',
    defaults:
      'Mainstay se ha iniciado con su configuración predeterminada: añada su SAI y vuelva a revisar Protección.',
    asBefore: 'Mainstay se ha iniciado con la configuración tal como estaba antes del último cambio: revísela.',
    settingsUnusable: 'No se puede usar el archivo de configuración {{file}}: {{why}}.',
    keptAs: '{{what}} Se conservó como {{file}}.',
    settingsUnreadable:
      'No se puede leer el archivo de configuración {{about}} ({{reason}}). No se escribe nada encima.',
    settingsStuck: '{{about}} Tampoco se puede mover a otro lugar ({{reason}}). No se escribe nada encima.',
    settingsNotWritten:
      'No se ha podido escribir la configuración en {{about}} ({{reason}}). Está en vigor, pero se perdería si Mainstay se cerrara ahora; Mainstay vuelve a intentarlo por sí solo. Compruebe el disco y los permisos de esa carpeta.',
    stoppedWithin:
      'Mainstay se detuvo durante este corte, quizá por falta de corriente; no se sabe cómo terminó el corte.',
    unreadableParts:
      'Hay partes del archivo del historial que ya no se pueden leer y se omiten en los gráficos. Puede que el disco esté fallando; todo lo demás se conserva.',
    historyNotWritten:
      'No se puede escribir el historial ({{reason}}). Los gráficos tendrán un hueco; los eventos esperan en la memoria. Libere espacio en el disco de {{file}}, o compruebe que se puede escribir en el archivo; Mainstay lo vuelve a intentar con cada lectura.',
    historyNotWrittenDropped_one:
      'No se puede escribir el historial ({{reason}}). Los gráficos tendrán un hueco; los eventos esperan en la memoria. No se ha podido conservar {{count}} evento. Libere espacio en el disco de {{file}}, o compruebe que se puede escribir en el archivo; Mainstay lo vuelve a intentar con cada lectura.',
    historyNotWrittenDropped_many:
      'No se puede escribir el historial ({{reason}}). Los gráficos tendrán un hueco; los eventos esperan en la memoria. No se han podido conservar {{count}} de eventos. Libere espacio en el disco de {{file}}, o compruebe que se puede escribir en el archivo; Mainstay lo vuelve a intentar con cada lectura.',
    historyNotWrittenDropped_other:
      'No se puede escribir el historial ({{reason}}). Los gráficos tendrán un hueco; los eventos esperan en la memoria. No se han podido conservar {{count}} eventos. Libere espacio en el disco de {{file}}, o compruebe que se puede escribir en el archivo; Mainstay lo vuelve a intentar con cada lectura.',
    historyUnreadable: 'No se puede leer el historial ({{reason}}). Reiniciar Mainstay puede ayudar.',
    folderUnusable:
      'No se puede escribir en la carpeta {{folder}} ({{why}}). Mainstay funciona de todos modos, con la configuración que se puede leer en ella o, si no, con la predeterminada; hasta que se arregle no guarda nada, y vuelve a intentarlo por sí solo. Libere espacio en el disco, permita la escritura en la carpeta o indique otra en MAINSTAY_DATA.',
    folderOpen:
      'Otros pueden escribir en {{open}}, donde Mainstay guarda su configuración ({{folder}}). Podrían cambiar cómo se protege este equipo y qué ejecuta Mainstay. Retíreles ese permiso (chmod go-w) o indique otra carpeta en MAINSTAY_DATA.',
    inUse:
      'Otro Mainstay tiene abierta la carpeta {{folder}}. Dos a la vez dañarían el historial. Use el que ya está en marcha, ciérrelo primero o indique otra carpeta en MAINSTAY_DATA.',
    inUseBy: {
      desktop:
        'Otro Mainstay, el programa de escritorio (proceso {{pid}}), tiene abierta la carpeta {{folder}}. Dos a la vez dañarían el historial. Use el que ya está en marcha, ciérrelo primero o indique otra carpeta en MAINSTAY_DATA.',
      headless:
        'Otro Mainstay, `mainstay serve` (proceso {{pid}}), tiene abierta la carpeta {{folder}}. Dos a la vez dañarían el historial. Use el que ya está en marcha, ciérrelo primero o indique otra carpeta en MAINSTAY_DATA.',
      service:
        'Otro Mainstay, el servicio de Mainstay (proceso {{pid}}), tiene abierta la carpeta {{folder}}. Dos a la vez dañarían el historial. Use el que ya está en marcha, ciérrelo primero o indique otra carpeta en MAINSTAY_DATA.',
    },
  },
};
