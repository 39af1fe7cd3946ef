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
      privilege: 'Permiso para hacerlo',
      programs: 'Formas de apagar',
      inhibitors: 'Nada que lo impida',
      hibernation: 'Espacio para hibernar',
      ups: 'Un SAI que alimenta este equipo',
      noUps: 'Ninguno de los dispositivos alimenta este equipo, así que nada puede protegerlo.',
      onlySimulated:
        'Ninguno de los dispositivos alimenta este equipo, así que nada puede protegerlo. Con uno simulado solo se puede practicar.',
      noUpsFix: 'Añada su SAI en Dispositivos e indique que alimenta este equipo.',
      unread: 'Ahora no se puede leer {{names}}, así que un corte pasaría inadvertido. {{why}}',
      unreadFix: 'Compruebe su cable y que esté encendido; Dispositivos dice qué le ocurre.',
      read: 'Hay lecturas de {{names}}.',
      partlyRead: 'Hay lecturas de {{names}}, pero no de {{lost}}.',
      partlyReadFix: 'Dispositivos dice qué le ocurre.',
      triggers: 'Algo que inicie el apagado',
      triggersFix: 'Active «Tiempo con batería» en Protección: solo necesita que el SAI diga que está con batería.',
      noTrigger: 'Ninguna condición actúa: un corte solo se comunicaría.',
      triggersFed: 'Cada SAI que alimenta este equipo puede iniciar el apagado.',
      blind: '{{names}} no aporta datos para ninguna condición que actúe. {{why}}',
      plan: 'Tiempo suficiente',
      noRuntime:
        'Desde el corte de la red hasta estar apagado pasan hasta {{needed, duration}}; ningún SAI comunica cuánto duraría.',
      noRuntimeFix: 'Haga un simulacro y fije «Tiempo con batería» muy por debajo de lo que dura la batería.',
      takes:
        'Desde el corte de la red hasta estar apagado pasan hasta {{needed, duration}}; {{name}} comunica {{runtime, duration}} con este consumo.',
      tooLong: '{{message}} Se agotaría antes de que este equipo esté apagado.',
      tooLongFix:
        'Acorte la cuenta atrás o su propio comando en Protección, reduzca el consumo conectado al SAI o use uno más grande.',
      sleep: 'La suspensión no conserva nada',
      sleepText:
        'Un equipo suspendido necesita alimentación: cuando la batería se agota, se pierde todo lo que estaba abierto.',
      sleepFix: 'Elija apagar o hibernar en Protección.',
      own: 'Su propio comando',
      noProgram: 'Está activado, pero no se ha elegido ningún programa.',
      noProgramFix: 'Elija uno en Protección.',
      noWholePath:
        '«{{program}}» no es una ruta completa, así que lo que significa depende de dónde se inició Mainstay.',
      wholePathFix: 'Indique la ruta completa del programa, por ejemplo /usr/local/bin/before-shutdown.',
      folder: '{{program}} es una carpeta.',
      chooseProgram: 'Elija un programa.',
      noSuchProgram: '{{program}} no existe, o esta cuenta no puede verlo.',
      chooseThere: 'Elija un programa que exista.',
      notExecutable: 'Esta cuenta no puede ejecutar {{program}}.',
      program: '{{program}} existe y se puede ejecutar. Pruébelo una vez en Protección.',
      cycle: 'Volver tras el apagado',
      hook: 'Corte del SAI en el último momento',
      hookThere: 'El enganche del final del apagado está instalado: nada se corta demasiado pronto.',
      hookMissing:
        'No se puede usar el enganche del final del apagado: {{why}}. En su lugar, el SAI recibe la orden por adelantado, con un retardo que debe durar más que el apagado.',
      service: 'Protegido en todo momento',
      serviceThere: 'Mainstay funciona como servicio, desde antes de iniciar sesión.',
      noService: 'Mainstay solo protege mientras la sesión está abierta y está en marcha.',
      clock: 'El reloj',
      clockRight: 'El reloj muestra una hora que puede ser correcta.',
      clockWrong:
        'El reloj muestra el año {{year}}. Las cuentas atrás no dependen de él, pero los horarios y los informes sí.',
      clockFix: 'Ponga en hora el reloj; si está mal después de cada arranque, la pila de la placa base está agotada.',
    },
    toldLate: '{{name}} recibirá la orden de cortar su salida en el último momento del apagado.',
    notTold:
      '{{name}} no ha recibido la orden de cortar su salida: {{why}} Alimenta el consumo hasta que se agote su batería o vuelva la red; en ese caso, encienda este equipo a mano.',
    why: '{{why}}.',
    told: '{{name}} ha recibido la orden de cortar su salida tras su propio retardo ({{steps}}).',
    toldIn: '{{name}} ha recibido la orden de cortar su salida en {{seconds, duration}} ({{steps}}).',
    noAnswer: 'No ha respondido en {{seconds, duration}}.',
    cannotStop: '{{name}} ha recibido la orden de cortar su salida y ya no se puede detener. Guarde su trabajo ahora.',
    takenBack:
      '{{name}} ha recibido finalmente la orden de no cortar su salida: este equipo sigue en marcha. {{message}}',
    cycle: {
      byTimer: 'Vuelve a encender su salida {{seconds, duration}} después, mediante un temporizador',
      startsItself: 'Se enciende por sí mismo cuando vuelve la red',
      givesBack: 'Devuelve la alimentación al cabo de un momento, haya red o no',
      onlyAtOnce:
        'Solo puede cortar su salida de inmediato, lo que es demasiado pronto mientras este equipo se está apagando',
      noCommand: 'No ofrece ningún comando que corte su salida y la devuelva',
      waitsAtMost:
        'Puede esperar como máximo {{most, duration}} antes de cortar su salida, y este equipo necesita {{needed, duration}} para apagarse',
      decidesItself:
        'Decide por sí mismo cuándo corta su salida, lo que puede ser antes de que este equipo esté apagado',
      noStart: 'No se le puede indicar cuándo volver: lo hace en cuanto hay red',
      notFed: 'No alimenta este equipo, así que Mainstay nunca lo apaga.',
      leftOn:
        'Mainstay lo deja encendido después de un apagado, como dice Protección. Si vuelve la red antes de que se agote su batería, este equipo sigue apagado hasta que alguien lo encienda.',
      sleeping: 'Mainstay lo deja encendido mientras este equipo está suspendido: cortar su salida causaría daños.',
      onlyCommand:
        'Mainstay lo deja encendido cuando solo se ejecuta su propio comando: cortar su salida causaría daños.',
      simulated: 'Es simulado y no alimenta nada.',
      unread: 'Aún no se ha leído, así que nadie sabe qué ofrece.',
      cannot:
        '{{why}}. Si vuelve la red antes de que se agote su batería, este equipo sigue apagado hasta que alguien lo encienda.',
      sends: {
        late: 'En el último momento del apagado Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red.',
        shutdown:
          'Justo antes del apagado, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red.',
        hibernate:
          'Justo antes de la hibernación, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida y la devuelve cuando hay red.',
      },
      sendsNoted: {
        late: 'En el último momento del apagado Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
        shutdown:
          'Justo antes del apagado, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
        hibernate:
          'Justo antes de la hibernación, con {{seconds, duration}} de adelanto, Mainstay envía {{names}}: el SAI corta su salida. {{note}}.',
      },
      everything:
        'Todo lo conectado a él se queda sin alimentación durante ese tiempo. El firmware de este equipo debe estar configurado para arrancar cuando vuelva la alimentación. Algunos modelos aceptan el comando y lo ignoran; el informe tras el siguiente arranque lo dice.',
      unverified: 'Este controlador nunca se ha probado en un dispositivo real: no confíe en él.',
    },
    linux: {
      programs: 'busctl y systemctl están presentes.',
      programMissing: 'Falta {{missing}}; habrá que arreglarse con {{found}}.',
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
        '{{names}} quiere impedir ahora que el equipo lo haga. Mainstay lo pasa por alto, ya que la batería no espera; lo que ese programa está haciendo puede quedar interrumpido.',
      blockingFix: 'Déjelo terminar. Si está siempre ahí, consulte «systemd-inhibit --list».',
      delaying: 'Se concede antes unos segundos a {{names}}, como permite el sistema.',
      free: 'Ningún programa impide que el equipo lo haga.',
      noSwap: 'No hay espacio de intercambio en un disco, así que no hay dónde escribir la memoria.',
      addSwap: 'Añada un espacio de intercambio tan grande como la memoria, o elija apagar en Protección.',
      littleSwap:
        'El espacio de intercambio tiene {{swap}}; la memoria, {{memory}}: cuando la memoria está llena, la hibernación falla.',
      makeSwap: 'Haga el espacio de intercambio tan grande como la memoria, o elija apagar en Protección.',
      swap: 'El espacio de intercambio tiene {{swap}}; la memoria, {{memory}}.',
      noResume:
        'El kernel no tiene indicado dónde buscarlo (resume=); systemd lo encuentra por sí mismo en equipos UEFI.',
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
        'Se ha puesto fin a su propio comando: no había terminado en {{seconds, duration}}. Hágalo más rápido o dele más tiempo en Protección.',
      well: 'Su propio comando ha terminado bien.',
      signal: 'Su propio comando ha fallado con la señal {{signal}}. Consulte su salida.',
      exitCode: 'Su propio comando ha fallado con el código de salida {{code}}. Consulte su salida.',
      notExecutable: 'esta cuenta no puede ejecutarlo',
      noProgram: 'no existe tal programa',
      notStarted: 'Su propio comando {{program}} no se ha iniciado: {{reason}}. Corríjalo en Protección.',
    },
    order: {
      shutdownNow:
        'Apagar ahora pone fin de inmediato a todos los programas de este equipo. Acéptelo primero; no se ha hecho nada.',
      notArmed: 'No se ha armado, ya que una comprobación ha fallado. {{why}}',
      agree:
        'Se han superado todas las comprobaciones. Una vez armada la protección, Mainstay apaga de verdad este equipo: acéptelo primero.',
      armed: 'La protección está armada: Mainstay apagará de verdad este equipo.',
    },
  },
};
