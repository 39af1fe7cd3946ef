/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    learned: {
      voltage: 'El SAI no la indica: se calcula a partir de la tensión de la batería y solo es aproximada.',
      reason: '{{reason}} {{why}}',
      missing: 'El SAI no la indica: es lo mínimo que Mainstay ha aprendido de cortes anteriores.',
      more: 'El SAI indica más de lo que su batería ha aguantado nunca: es lo mínimo que Mainstay ha aprendido de cortes anteriores.',
      died: 'Puede que este SAI ya se apagara antes de tiempo: es lo mínimo que Mainstay ha aprendido de cortes anteriores.',
    },
    shortened: 'La cuenta atrás es más corta de lo fijado, porque la batería no duraría tanto.',
    willAct: {
      shutdown: 'Dentro de {{seconds, duration}} Mainstay apagará este equipo.',
      hibernate: 'Dentro de {{seconds, duration}} Mainstay hibernará este equipo.',
      sleep: 'Dentro de {{seconds, duration}} Mainstay suspenderá este equipo.',
      command: 'Dentro de {{seconds, duration}} Mainstay ejecutará su comando.',
      shutdown_now: 'Mainstay apagará este equipo ahora.',
      hibernate_now: 'Mainstay hibernará este equipo ahora.',
      sleep_now: 'Mainstay suspenderá este equipo ahora.',
      command_now: 'Mainstay ejecutará su comando ahora.',
    },
    wouldAct: {
      shutdown: 'Práctica: dentro de {{seconds, duration}} Mainstay apagaría este equipo. Solo quedará anotado.',
      hibernate: 'Práctica: dentro de {{seconds, duration}} Mainstay hibernaría este equipo. Solo quedará anotado.',
      sleep: 'Práctica: dentro de {{seconds, duration}} Mainstay suspendería este equipo. Solo quedará anotado.',
      command: 'Práctica: dentro de {{seconds, duration}} Mainstay ejecutaría su comando. Solo quedará anotado.',
      shutdown_now: 'Práctica: Mainstay apagaría este equipo ahora. Solo lo anotará.',
      hibernate_now: 'Práctica: Mainstay hibernaría este equipo ahora. Solo lo anotará.',
      sleep_now: 'Práctica: Mainstay suspendería este equipo ahora. Solo lo anotará.',
      command_now: 'Práctica: Mainstay ejecutaría su comando ahora. Solo lo anotará.',
    },
    tooShort: 'La batería no duraría toda la cuenta atrás y el apagado.',
    cutShort: '{{reason}} Se acorta a {{seconds, duration}}.',
    cutShort_now: '{{reason}} Se acorta y termina ahora.',
    stop: {
      off: 'Se desactivó la protección.',
      notFed: 'El SAI ya no alimenta este equipo.',
      trigger: 'Se desactivó su condición.',
      withdrawn: 'Se retiró la petición.',
      mains: 'Ha vuelto la red eléctrica.',
      enough: 'Vuelve a haber suficientes SAI que aguantan.',
    },
    slept: 'Este equipo ha estado suspendido desde que empezó la cuenta atrás; todo se evalúa de nuevo.',
    returned: 'La red eléctrica volvió antes de que hubiera que hacer nada.',
    stopped: 'Se detuvo la cuenta atrás del apagado: {{why}}',
    beganAndStopped: 'Empezó una cuenta atrás del apagado y se detuvo: {{why}} {{reason}}',
    personAsked: 'Lo pidió alguien.',
    requested: '{{from}} pide que este equipo se apague: {{reason}}',
    scheduled: 'Hay un apagado fijado para las {{time}}.',
    noLongerHolds: 'La condición que la inició ya no se cumple.',
    actsNow: {
      shutdown: '{{reason}} Mainstay apagará ahora este equipo.',
      hibernate: '{{reason}} Mainstay hibernará ahora este equipo.',
      sleep: '{{reason}} Mainstay suspenderá ahora este equipo.',
      command: '{{reason}} Mainstay ejecutará ahora su comando.',
    },
    acted: {
      shutdown: 'Mainstay empezó a apagar este equipo.',
      hibernate: 'Mainstay empezó a hibernar este equipo.',
      sleep: 'Mainstay empezó a suspender este equipo.',
      command: 'Mainstay ejecutó su comando.',
    },
    wouldHaveActed: {
      shutdown: 'Práctica: Mainstay habría apagado este equipo.',
      hibernate: 'Práctica: Mainstay habría hibernado este equipo.',
      sleep: 'Práctica: Mainstay habría suspendido este equipo.',
      command: 'Práctica: Mainstay habría ejecutado su comando.',
    },
    confirmed: '{{name}} está con batería: no hay red eléctrica.',
    confirmedWhy: 'Con batería durante más tiempo que el retardo de confirmación.',
    over: 'Ha vuelto la red eléctrica y es estable en {{name}}, después de {{seconds, duration}} con batería.',
    overWhy: 'La red eléctrica lleva el tiempo necesario para considerarla estable.',
    lostOnBattery:
      'Se perdió el contacto con {{name}} mientras estaba con batería. Mainstay supone que sigue así: una cuenta atrás en curso continúa, y el tiempo cuenta como tiempo con batería.',
    lost: 'Se perdió el contacto con {{name}}. No se apaga nada por ello, pero, hasta que vuelva, este SAI no puede proteger este equipo.',
    lostWhy: 'Se perdió el contacto.',
    resumed:
      'Este equipo ha estado suspendido, o Mainstay no estuvo en marcha, durante {{seconds, duration}}. Lo que los SAI dijeron antes ya no cuenta.',
    resumedWhy: 'Las lecturas antiguas ya no cuentan.',
    missed:
      'No se hizo el apagado fijado para {{when}}: este equipo estaba suspendido, se cambió la hora o había otra cosa en curso.',
    missedText: '{{reason}} No se hará más tarde.',
    quietByPerson: 'No se apaga nada por ello, porque alguien lo detuvo.',
    carriedBy: 'No se apaga nada por ello mientras {{names}} pueda alimentar este equipo.',
    notice: {
      noUps:
        'Ningún SAI alimenta este equipo, así que en un corte no se apaga nada. Añada su SAI en Dispositivos o indique allí cuál alimenta este equipo.',
      simulatedOnly:
        'Solo hay un SAI simulado: todo lo que le ocurra es solo práctica. Añada su propio SAI en Dispositivos.',
      supplies:
        'Las reglas exigen que aguanten {{needed}} SAI, y solo pueden hacerlo {{there}}: Mainstay actúa en cuanto falla uno de ellos. Cambie en Protección cuántos deben aguantar.',
      lostOnBattery:
        'Se perdió el contacto con {{name}} mientras estaba con batería. Mainstay supone que sigue así: una cuenta atrás en curso continúa, y el tiempo se cuenta aquí. Revise el cable.',
      lost: 'Se ha perdido el contacto con {{name}}. No se apaga nada por ello, pero, hasta que vuelva, un corte pasa inadvertido. Revise el cable.',
      powerDoubt:
        'No es seguro que {{name}} esté en batería: {{signs}}. Mientras sus señales se contradigan, no se apaga nada por ello. Compruebe si hay red; si sigue así, haga revisar el SAI.',
      testStuck:
        '{{name}} lleva {{seconds, estimate}} indicando que prueba su batería. Si no hay ninguna prueba en curso, esa indicación se ha quedado atascada; un corte cuenta de todos modos.',
      noTrigger:
        'Ninguna condición actúa con {{name}}: en un corte Mainstay solo avisa, hasta que se agote la batería. Haga que actúe una en Protección, por ejemplo «Tiempo con batería».',
      noStatus:
        '{{name}} no puede proteger por sí solo este equipo: no indica si está con batería. Revise su controlador en Dispositivos.',
      noValues:
        '{{name}} no puede proteger por sí solo este equipo: no comunica ninguno de los valores que piden las reglas. Active «Tiempo con batería», que Mainstay cuenta por sí mismo.',
      fault:
        '{{name}} comunica, estando con red eléctrica: {{fault}}. En un corte podría no alimentar este equipo. Desenchufe algo de él o haga que lo revisen.',
      plan: 'Con esta carga, {{name}} duraría alrededor de {{seconds, estimate}}; el apagado requiere {{needed, duration}} con la cuenta atrás. En un corte, Mainstay actúa de inmediato y acorta la cuenta atrás. Desenchufe algo, acorte la cuenta atrás o cambie la batería.',
    },
    spent: {
      low: 'Queda muy poco para esperar: {{name}} indica que su batería está baja.',
      charge: 'Queda muy poco para esperar: la batería de {{name}} está al {{charge}}\u00a0%.',
      time: 'Queda muy poco para esperar: la batería dura alrededor de {{seconds, estimate}} más, y el apagado requiere {{needed, duration}}.',
    },
    aboutToCut: '{{name}} está a punto de cortar la alimentación.',
    noCountdown: 'Las reglas no dejan tiempo para una cuenta atrás.',
    unknownTime: 'No se sabe cuánto dura la batería.',
    cannotPostpone:
      'La batería dura alrededor de {{seconds, estimate}} más. Aplazado {{more, duration}}, el apagado necesitaría {{needed, duration}}, reserva incluida.',
    tooLate: 'Es demasiado tarde: el último paso ya se ha dado y no se puede deshacer.',
    noneRunning: 'No hay ninguna cuenta atrás en curso, así que no hay nada que detener ni aplazar.',
    refused: 'Rechazado. {{why}} La cuenta atrás continúa.',
    off: 'La protección está desactivada: Mainstay no apaga nada. Actívela primero.',
    practice: 'Como esto es una práctica, el último paso solo se anota.',
    goingDown: 'Se apaga ahora.',
    noRequests: 'Las reglas no admiten peticiones de otros equipos. No se ha hecho nada.',
    onlyTold: 'Solo se ha avisado: las reglas no actúan por peticiones.',
    countdownBegins: 'Empieza una cuenta atrás.',
    personStopped: 'Alguien detuvo la cuenta atrás del apagado.',
    countdownStopped: 'Se ha detenido la cuenta atrás.',
    countdownStoppedForNow:
      'Se ha detenido la cuenta atrás. Lo que la inició no iniciará otra hasta que haya vuelto la red eléctrica; cualquier otra condición aún puede hacerlo.',
    personPostponed: 'Alguien aplazó el apagado {{seconds, duration}}; empieza dentro de {{left, duration}}.',
    postponed: 'Se ha aplazado el apagado; empieza dentro de {{left, duration}}.',
    plan: {
      live: '{{name}} dura alrededor de {{seconds, estimate}} más; el apagado requiere {{needed, duration}}.',
      lost: '{{name}} dura alrededor de {{seconds, estimate}} más, según lo último que comunicó antes de perderse el contacto; el apagado requiere {{needed, duration}}.',
      liveWithCountdown:
        '{{name}} dura alrededor de {{seconds, estimate}} más; el apagado requiere {{needed, duration}} con la cuenta atrás.',
      lostWithCountdown:
        '{{name}} dura alrededor de {{seconds, estimate}} más, según lo último que comunicó antes de perderse el contacto; el apagado requiere {{needed, duration}} con la cuenta atrás.',
    },
    preview: {
      mainsLost: '{{name}} se queda sin red eléctrica.',
      empty: 'La batería se agota; este equipo se queda sin corriente.',
      emptyOne: 'La batería de {{name}} se agota.',
      command: 'Se ejecuta su comando, durante {{seconds, duration}} como máximo.',
      practice: {
        shutdown: 'Práctica: Mainstay anota que apagaría este equipo.',
        hibernate: 'Práctica: Mainstay anota que hibernaría este equipo.',
        sleep: 'Práctica: Mainstay anota que suspendería este equipo.',
        command: 'Práctica: Mainstay anota que ejecutaría su comando.',
      },
      acts: {
        shutdown: 'Mainstay apagará este equipo.',
        hibernate: 'Mainstay hibernará este equipo.',
        sleep: 'Mainstay suspenderá este equipo.',
        command: 'Mainstay ejecutará su comando.',
      },
      upsOff: 'Este equipo está apagado; el SAI corta su salida.',
      down: 'Este equipo está apagado.',
      upsOn: 'Cuando vuelve la red eléctrica, el SAI vuelve a dar corriente.',
    },
    doubtfulLowComesAndGoes:
      '{{name}} dice una y otra vez que su batería está baja, y entre medias que no lo está. Mainstay lo creerá si sigue así más tiempo.',
    doubtfulCharge:
      '{{name}} indica de repente una carga del {{charge}}\u00a0%. Ninguna batería se vacía tan rápido; Mainstay solo lo creerá si dura {{seconds, duration}}.',
    doubtfulRuntime:
      '{{name}} indica de repente {{runtime, duration}} de autonomía con una buena carga. Ninguna batería se vacía tan rápido; Mainstay solo lo creerá si dura {{seconds, duration}}.',
    powerDoubt:
      'No es seguro que {{name}} esté en batería: {{signs}}. Mientras sus señales se contradigan, Mainstay no apaga nada por ello. Compruebe si hay red.',
    powerDoubtWhy: 'Las señales de dónde viene la corriente se contradicen.',
    sign: {
      statusMains: 'dice que está en red',
      statusBattery: 'dice que está en batería',
      statusBoth: 'dice que está en red y en batería a la vez',
      discharging: 'dice que su batería da corriente',
      charging: 'dice que su batería se carga',
      inputAway: 'no hay red en su entrada',
      inputThere: 'hay red en su entrada',
      batteryFalls: 'su batería se vacía',
      batteryRises: 'su batería se llena',
    },
    confirmedBySigns: '{{name}} está en batería, diga lo que diga su estado: {{signs}}.',
    confirmedAddedUp:
      'La red va y viene en {{name}}: en total ha estado {{seconds, duration}} en batería. El tiempo se suma hasta que la red sea estable.',
    lostInDoubt:
      'Se perdió el contacto con {{name}} justo después de que dijera que está en batería. Nadie sabe si lo sigue estando; no se apaga nada por ello. Compruebe si hay red, y su cable.',
    stillLost:
      'No hay contacto con {{name}} desde hace {{seconds, estimate}}; estaba en batería cuando se perdió. Mainstay supone que lo sigue estando. Compruebe si hay red, y su cable.',
    actsAtOnce: {
      shutdown: 'Mainstay apaga este equipo ahora.',
      hibernate: 'Mainstay hiberna este equipo ahora.',
      sleep: 'Mainstay suspende este equipo ahora.',
      command: 'Mainstay ejecuta su orden ahora.',
    },
    wouldActAtOnce: {
      shutdown: 'Práctica: Mainstay apagaría este equipo ahora. Solo quedará anotado.',
      hibernate: 'Práctica: Mainstay hibernaría este equipo ahora. Solo quedará anotado.',
      sleep: 'Práctica: Mainstay suspendería este equipo ahora. Solo quedará anotado.',
      command: 'Práctica: Mainstay ejecutaría su orden ahora. Solo quedará anotado.',
    },
    cutToNow: '{{reason}} Termina ahora.',
    overload: 'sobrecarga',
    wordlessAlarm: 'una alarma sin texto',
    doubtful:
      '{{name}} indica que su batería está baja, con un nivel del {{charge}}\u00a0%. Es una contradicción, así que Mainstay solo lo cree si dura {{seconds, duration}}.',
    doubtfulWithRuntime:
      '{{name}} indica que su batería está baja, con un nivel del {{charge}}\u00a0% y {{runtime, duration}} de autonomía. Es una contradicción, así que Mainstay solo lo cree si dura {{seconds, duration}}.',
    trigger: {
      request: '{{name}} anuncia un apagado forzado: otro equipo lo ha pedido.',
      lowBattery: '{{name}} indica que su batería está baja.',
      charge: 'La batería de {{name}} está al {{charge}}\u00a0%; el límite es el {{limit}}\u00a0%.',
      runtime: 'La autonomía restante de {{name}} es de {{runtime, duration}}; el límite es de {{limit, duration}}.',
      fault: '{{name}} está con batería y dice que no puede seguir: {{fault}}.',
      timeOnBattery: '{{name}} lleva {{seconds, duration}} con batería; el límite es de {{limit, duration}}.',
    },
    feed: {
      notFed: 'Este SAI no alimenta este equipo.',
      disabled: 'Este SAI está desactivado en Mainstay.',
      simulated: 'Este SAI es simulado y no cuenta junto a uno real.',
      unread: 'Aún no se ha leído nada de este SAI.',
      zeroRuntime: 'Este SAI comunica una autonomía de 0 con un buen nivel de batería, así que no conoce su autonomía.',
      missing: {
        status: 'Este SAI no comunica si está con batería.',
        charge: 'Este SAI no comunica el nivel de la batería.',
        runtime: 'Este SAI no comunica su autonomía.',
      },
      missingBecause: {
        status: 'Este SAI no comunica si está con batería: {{reason}}.',
        charge: 'Este SAI no comunica el nivel de la batería: {{reason}}.',
        runtime: 'Este SAI no comunica su autonomía: {{reason}}.',
      },
    },
    fault:
      'Un fallo del propio Mainstay ha afectado a la protección: {{what}}. No confíe en ella e informe de este fallo.',
    after: {
      unknownLength: 'No se sabe cuánto tardó: no se conservó el registro del sistema, o esta cuenta no puede leerlo.',
      down: 'Se apagó en {{seconds, duration}}.',
      broken:
        'A los {{seconds, duration}} el registro del sistema se interrumpe sin su línea final: puede que se cortara la corriente antes de que estuviera apagado. Revise en Protección cuánto tarda el apagado.',
      begun: 'Mainstay apagó este equipo. {{reason}}',
      notAsked: 'No se pidió a ningún SAI que cortara su salida.',
      notCut:
        '{{names}} no cortó la salida como se pidió: este equipo volvió a arrancar antes de que eso pudiera ocurrir. No cuente con que el SAI vuelva a encender este equipo.',
      maybeCut:
        'Se pidió a {{names}} que cortara la salida. Un equipo apagado solo arranca por sí mismo cuando vuelve la corriente: si nadie pulsó su botón, el SAI hizo lo que se le pidió.',
      cut: '{{names}} cortó la salida como se pidió.',
      offBriefly: 'Estuvo apagado menos de un minuto.',
      off: 'Estuvo apagado {{seconds, estimate}}.',
    },
    notKept:
      'No se puede guardar en disco el estado de la protección ({{why}}). La protección continúa; pero, si Mainstay se cerrara a la fuerza durante un corte, empezaría de nuevo. Libere espacio en el disco.',
  },
};
