/** What the examination of this computer says. */
export const engineDoctor = {
  examined: {
    settings: 'Configuración',
    settingsWhole: 'El archivo de configuración está íntegro.',
    history: 'Historial',
    historyWhole: 'El archivo del historial está íntegro.',
    folder: 'Carpeta de datos',
    writable: 'Se puede escribir en {{path}}.',
    notWritable:
      'No se puede escribir en {{path}}, así que no se conservaría nada. Permita la escritura en ella o indique otra carpeta en MAINSTAY_DATA.',
    rules: 'Reglas USB',
    rulesThere: '{{folder}}/{{file}} permite a los usuarios acceder a los SAI por USB.',
    rulesNotNeeded: '{{file}} no está instalado; al ejecutarse como root, no hace falta.',
    rulesMissing:
      '{{file}} no está instalado, así que solo root tiene acceso a los SAI por USB. Copie allí el archivo de ese nombre que acompaña a Mainstay y ejecute después: {{command}}.',
    hid: 'SAI por USB {{place}}',
    hidReached: 'Se puede acceder a {{device}}.',
    serial: 'Puertos serie',
    noSerial: 'Este equipo no tiene ninguno.',
    serialOpen: 'Esta cuenta puede abrir {{names}}.',
    serialNotListed: 'No se ha podido obtener la lista. {{why}}',
  },
};
