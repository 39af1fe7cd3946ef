/** What is done to this computer and its UPSes, and whether it could be done. */
export const engineAct = {
  act: {
    noCommand: 'No hay ningún comando que ejecutar.',
    commandPractised: 'Práctica: {{said}} {{reason}}',
    practised: {
      shutdown: 'Práctica: Mainstay habría apagado ahora este equipo. {{reason}}',
      hibernate: 'Práctica: Mainstay habría hibernado ahora este equipo. {{reason}}',
      sleep: 'Práctica: Mainstay habría suspendido ahora este equipo. {{reason}}',
    },
    practisedWithCut: {
      shutdown: 'Práctica: Mainstay habría apagado ahora este equipo y ordenado al SAI cortar su salida. {{reason}}',
      hibernate: 'Práctica: Mainstay habría hibernado ahora este equipo y ordenado al SAI cortar su salida. {{reason}}',
      sleep: 'Práctica: Mainstay habría suspendido ahora este equipo y ordenado al SAI cortar su salida. {{reason}}',
    },
    asked: {
      shutdown: 'Se ha pedido al sistema que apague este equipo ({{by}}). {{reason}}',
      hibernate: 'Se ha pedido al sistema que hiberne este equipo ({{by}}). {{reason}}',
      sleep: 'Se ha pedido al sistema que suspenda este equipo ({{by}}). {{reason}}',
    },
    notDone: {
      shutdown:
        'El sistema no ha apagado este equipo: {{why}}. Guarde su trabajo y apáguelo usted ahora; después, haga que Protección compruebe qué falta. {{reason}}',
      hibernate:
        'El sistema no ha hibernado este equipo: {{why}}. Guarde su trabajo e hibérnelo usted ahora; después, haga que Protección compruebe qué falta. {{reason}}',
      sleep:
        'El sistema no ha suspendido este equipo: {{why}}. Guarde su trabajo y suspéndalo usted ahora; después, haga que Protección compruebe qué falta. {{reason}}',
    },
    onlyLinux: 'solo Linux tiene uno',
    unknownPlatform: 'Mainstay no sabe cómo hacerlo en {{platform}}',
    unknownPlatformCheck: 'Mainstay no sabe cómo hacerlo en {{platform}}.',
    check: {
      privilege: 'Permiso',
      programs: 'Formas de apagar',
      inhibitors: 'Nada lo impide',
      hibernation: 'Espacio para hibernar',
      ups: 'Un SAI que alimenta este equipo',
      noUps: 'Ningún dispositivo alimenta este equipo, así que nada puede protegerlo.',
      onlySimulated:
        'Ningún dispositivo alimenta este equipo, así que nada puede protegerlo. Con uno simulado solo se puede practicar.',
      noUpsFix: 'Añada su SAI en Dispositivos e indique que alimenta este equipo.',
      unread: 'Mainstay no puede leer ahora {{names}}, así que un corte pasaría inadvertido. {{why}}',
      unreadFix: 'Revise el cable y compruebe que esté encendido; en Dispositivos verá qué le ocurre.',
      read: 'Mainstay lee {{names}}.',
      partlyRead: 'Mainstay lee {{names}}, pero no {{lost}}.',
      partlyReadFix: 'En Dispositivos verá qué le ocurre.',
      triggers: 'Algo que inicie el apagado',
      triggersFix: 'Active «Tiempo con batería» en Protección: basta con que el SAI indique que está con batería.',
      noTrigger: 'Ninguna condición actúa: en un corte solo habría avisos.',
      triggersFed: 'Cada SAI que alimenta este equipo puede iniciar el apagado.',
      blind: 'Ninguna condición que actúe puede funcionar con {{names}}. {{why}}',
      plan: 'Tiempo suficiente',
      noRuntime:
        'Desde que falla la red eléctrica hasta que el equipo está apagado pasan hasta {{needed, duration}}; ningún SAI comunica cuánto duraría.',
      noRuntimeFix: 'Haga un simulacro y fije «Tiempo con batería» muy por debajo de lo que dura la batería.',
      takes:
        'Desde que falla la red eléctrica hasta que el equipo está apagado pasan hasta {{needed, duration}}; {{name}} comunica {{runtime, duration}} con esta carga.',
      tooLong: '{{message}} Su batería se agotaría antes de que este equipo esté apagado.',
      tooLongFix:
        'Acorte la cuenta atrás o su propio comando en Protección, desenchufe algo del SAI o use uno más grande.',
      sleep: 'La suspensión no conserva nada',
      sleepText:
        'Un equipo suspendido sigue necesitando corriente: cuando la batería se agota, se pierde todo lo que estaba abierto.',
      sleepFix: 'Elija apagar o hibernar en Protección.',
      own: 'Su propio comando',
      noProgram: 'Está activado, pero no se ha elegido ningún programa.',
      noProgramFix: 'Elija uno en Protección.',
      noWholePath: '«{{program}}» no es una ruta completa, así que depende de dónde se haya iniciado Mainstay.',
      wholePathFix: 'Indique la ruta completa del programa, por ejemplo /usr/local/bin/before-shutdown.',
      folder: '{{program}} es una carpeta.',
      chooseProgram: 'Elija un programa.',
      noSuchProgram: '{{program}} no existe, o esta cuenta no puede verlo.',
      chooseThere: 'Elija un programa que exista.',
      notExecutable: 'Esta cuenta no puede ejecutar {{program}}.',
      program: '{{program}} existe y se puede ejecutar. Pruébelo una vez en Protección.',
      cycle: 'Arranque tras el apagado',
      hook: 'El SAI se apaga en el último momento',
      hookThere: 'El script del final del apagado está instalado: nada se corta demasiado pronto.',
      hookMissing:
        'No se puede usar el script del final del apagado: {{why}}. En su lugar, el SAI recibe la orden por adelantado, con un retardo que debe durar más que el apagado.',
      service: 'Protegido en todo momento',
      serviceThere: 'Mainstay funciona como servicio, incluso antes de que alguien inicie sesión.',
      noService: 'Mainstay solo protege este equipo mientras su sesión esté abierta y Mainstay esté en marcha.',
      clock: 'El reloj',
      clockRight: 'El reloj muestra una hora verosímil.',
      clockWrong:
        'El reloj muestra el año {{year}}. Las cuentas atrás no dependen de él, pero los horarios y los informes sí.',
      clockFix: 'Ponga en hora el reloj; si está mal después de cada arranque, cambie la pila de la placa base.',
    },
    toldLate: '{{name}} recibirá en el último momento del apagado la orden de cortar su salida.',
    notTold:
      '{{name}} no ha recibido la orden de cortar su salida: {{why}} Alimenta la carga hasta que se agote la batería o vuelva la red eléctrica; en este último caso, encienda este equipo a mano.',
    why: '{{why}}.',
    told: '{{name}} ha recibido la orden de cortar su salida tras su propio retardo ({{steps}}).',
    toldIn: '{{name}} ha recibido la orden de cortar su salida en {{seconds, duration}} ({{steps}}).',
    noAnswer: 'No ha respondido en {{seconds, duration}}.',
    cannotStop: '{{name}} ha recibido la orden de cortar su salida y ya no se puede detener. Guarde su trabajo ahora.',
    takenBack: '{{name}} ha recibido la contraorden de no cortar su salida: este equipo sigue en marcha. {{message}}',
    cycle: {
      byTimer: 'Vuelve a encender su salida {{seconds, duration}} después, mediante un temporizador',
      startsItself: 'Se enciende por sí mismo cuando vuelve la red eléctrica',
      givesBack: 'Devuelve la alimentación al cabo de un momento, haya red eléctrica o no',
      onlyAtOnce:
        'Solo puede cortar su salida de inmediato, lo que es demasiado pronto mientras este equipo se está apagando',
      noCommand: 'No ofrece ningún comando que corte su salida y la devuelva',
      waitsAtMost:
        'Puede esperar como máximo {{most, duration}} antes de cortar su salida, y este equipo necesita {{needed, duration}} para apagarse',
      decidesItself:
        'Decide por sí mismo cuándo corta su salida, lo que puede ser antes de que este equipo esté apagado',
      noStart: 'No se le puede indicar cuándo volver: lo hace en cuanto hay red eléctrica',
      notFed: 'No alimenta este equipo, así que Mainstay nunca lo apaga.',
      leftOn:
        'Mainstay lo deja encendido después de un apagado, como se ha fijado en Protección. Si vuelve la red eléctrica antes de que se agote su batería, este equipo seguirá apagado hasta que alguien lo encienda.',
      sleeping: 'Mainstay lo deja encendido mientras este equipo está suspendido: cortar su salida causaría daños.',
      onlyCommand:
        'Mainstay lo deja encendido cuando solo se ejecuta su propio comando: cortar su salida causaría daños.',
      simulated: 'Es simulado y no alimenta nada.',
      unread: 'Aún no se ha leído, así que no se sabe qué ofrece.',
      cannot:
        '{{why}}. Si vuelve la red eléctrica antes de que se agote su batería, este equipo seguirá apagado hasta que alguien lo encienda.',
      sends: {
        late: 'En el último momento del apagado, Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red eléctrica.',
        shutdown:
          'Justo antes del apagado, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red eléctrica.',
        hibernate:
          'Justo antes de la hibernación, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red eléctrica.',
      },
      sendsNoted: {
        late: 'En el último momento del apagado, Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
        shutdown:
          'Justo antes del apagado, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
        hibernate:
          'Justo antes de la hibernación, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
      },
      everything:
        'Todo lo conectado a él se queda sin corriente durante ese tiempo. El firmware de este equipo debe estar configurado para arrancar cuando vuelva la corriente. Algunos modelos aceptan el comando y lo ignoran; el informe tras el siguiente arranque lo dirá.',
      unverified: 'Este controlador nunca se ha probado en un dispositivo real: no confíe en él.',
    },
    linux: {
      programs: 'busctl y systemctl están disponibles.',
      programMissing: 'Falta {{missing}}; se usará {{found}}.',
      noPrograms: 'Este sistema no tiene ni busctl ni systemctl; solo queda shutdown(8), que necesita root.',
      noProgramsFix:
        'Ejecute Mainstay como root, o pruebe «shutdown -h +60» y «shutdown -c» con la cuenta con la que se ejecuta.',
      noAnswer: 'sin respuesta',
      noLogindRoot: 'logind no responde ({{why}}); como root funciona sin él.',
      noLogind: {
        shutdown: 'logind no responde ({{why}}), y sin él esta cuenta no puede apagar el equipo.',
        hibernate: 'logind no responde ({{why}}), y sin él esta cuenta no puede hibernar el equipo.',
        sleep: 'logind no responde ({{why}}), y sin él esta cuenta no puede suspender el equipo.',
      },
      may: {
        shutdown: 'Esta cuenta tiene permiso para apagar el equipo.',
        hibernate: 'Esta cuenta tiene permiso para hibernar el equipo.',
        sleep: 'Esta cuenta tiene permiso para suspender el equipo.',
      },
      mayNot: {
        shutdown: 'Esta cuenta no tiene permiso para apagar el equipo.',
        hibernate: 'Esta cuenta no tiene permiso para hibernar el equipo.',
        sleep: 'Esta cuenta no tiene permiso para suspender el equipo.',
      },
      notAvailable: 'Este equipo no puede hacerlo: logind dice que no está disponible.',
      seeLog: 'Consulte el registro de systemd-logind.',
      challenge: 'El sistema pediría antes una contraseña, y puede que no haya nadie para escribirla.',
      noInhibitors: 'No hay ningún logind al que los programas puedan pedir que espere.',
      blocking:
        '{{names}} quiere impedirlo en este momento. Mainstay lo hará de todos modos, porque la batería no espera; lo que ese programa esté haciendo puede quedar interrumpido.',
      blockingFix: 'Déjelo terminar. Si está siempre ahí, consulte «systemd-inhibit --list».',
      delaying: 'Antes se conceden unos segundos a {{names}}, como permite el sistema.',
      free: 'Ningún programa lo impide.',
      noSwap: 'No hay espacio de intercambio en un disco, así que no hay dónde escribir la memoria.',
      addSwap: 'Añada un espacio de intercambio tan grande como la memoria, o elija apagar en Protección.',
      littleSwap:
        'El espacio de intercambio tiene {{swap}}; la memoria, {{memory}}: cuando la memoria está llena, la hibernación falla.',
      makeSwap: 'Haga el espacio de intercambio tan grande como la memoria, o elija apagar en Protección.',
      swap: 'El espacio de intercambio tiene {{swap}}; la memoria, {{memory}}.',
      noResume: 'El kernel no sabe dónde encontrarlo (resume=); en equipos UEFI, systemd lo encuentra por sí mismo.',
      gigabytes: '{{size}}\u00a0GB',
    },
    chooseShutdown: 'Elija apagar en Protección.',
    mac: {
      noHibernation: 'macOS no tiene ningún comando para ello; elija suspender o apagar',
      noHibernationCheck: 'macOS no tiene ningún comando para hibernar.',
      sleep: 'Cualquier cuenta tiene permiso para suspender este equipo.',
      root: 'Mainstay se ejecuta como root.',
      events:
        'El apagado pasa por System Events; hay que indicar a macOS que Mainstay puede controlarlo, y los documentos abiertos pueden detenerlo.',
      eventsFix:
        'Ajustes del Sistema, Privacidad y seguridad, Automatización: permita que Mainstay controle System Events. O bien: sudo mainstay service install',
    },
    windows: {
      privilege: 'Esta cuenta tiene el privilegio SeShutdownPrivilege.',
      noPrivilege: 'Esta cuenta no tiene permiso para apagar el equipo: le falta SeShutdownPrivilege.',
      noPrivilegeFix:
        'Como administrador: mainstay service install. O bien secpol.msc, Directivas locales, Asignación de derechos de usuario, Apagar el sistema.',
      hibernation: 'La hibernación está activada.',
      noHibernation: 'La hibernación está desactivada, o este equipo no la tiene (powercfg /a dice por qué).',
      noHibernationFix: 'Como administrador: powercfg /hibernate on',
    },
    run: {
      noAnswer: 'sin respuesta en {{seconds, duration}}',
      exitCode: 'código de salida {{code}}',
      failed: '{{command}} ha fallado ({{why}})',
    },
    hook: {
      notExecutable: '{{hook}} no es ejecutable',
      notInstalled: '{{hook}} no está instalado',
      notWritable: 'esta cuenta no puede escribir en {{place}}',
    },
    own: {
      wroteMuch: '{{message}} Escribió tanto que solo se conservó el final.',
      noneChosen: 'No se ha ejecutado su propio comando: no se ha elegido ninguno. Elíjalo en Protección.',
      tooSlow:
        'Se ha detenido su propio comando: no había terminado en {{seconds, duration}}. Hágalo más rápido o dele más tiempo en Protección.',
      well: 'Su propio comando se ha ejecutado correctamente.',
      signal: 'Su propio comando ha fallado con la señal {{signal}}. Consulte su salida.',
      exitCode: 'Su propio comando ha fallado con el código de salida {{code}}. Consulte su salida.',
      notExecutable: 'esta cuenta no puede ejecutarlo',
      noProgram: 'ese programa no existe',
      notStarted: 'Su propio comando {{program}} no se ha iniciado: {{reason}}. Corríjalo en Protección.',
    },
    order: {
      runs: '«{{program}}» se ejecutaría con la cuenta con la que funciona Mainstay. Confírmelo primero; no se hizo nada.',
      shutdownNow:
        'Apagar ahora cierra de inmediato todos los programas de este equipo. Confírmelo antes; no se ha hecho nada.',
      notArmed: 'No se ha armado, porque ha fallado una comprobación. {{why}}',
      agree:
        'Se han superado todas las comprobaciones. Una vez armada la protección, Mainstay apaga de verdad este equipo: confírmelo antes.',
      armed: 'La protección está armada: Mainstay apagará de verdad este equipo.',
    },
  },
};
