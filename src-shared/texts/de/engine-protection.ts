/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    learned: {
      voltage: 'Die USV nennt sie nicht: Sie ist aus der Batteriespannung errechnet und stimmt nur ungefähr.',
      reason: '{{reason}} {{why}}',
      missing:
        'Die USV nennt sie nicht: So lange hält die Batterie mindestens, nach dem, was Mainstay aus früheren Ausfällen gelernt hat.',
      more: 'Die USV nennt mehr, als ihre Batterie je gehalten hat: So lange hält sie mindestens, nach dem, was Mainstay aus früheren Ausfällen gelernt hat.',
      died: 'Diese USV ist vielleicht schon einmal zu früh ausgegangen: So lange hält die Batterie mindestens, nach dem, was Mainstay aus früheren Ausfällen gelernt hat.',
    },
    shortened: 'Der Countdown ist kürzer als eingestellt, weil die Batterie sonst nicht reichen würde.',
    willAct: {
      shutdown: 'In {{seconds, duration}} wird Mainstay diesen Computer herunterfahren.',
      hibernate: 'In {{seconds, duration}} wird Mainstay diesen Computer in den Ruhezustand versetzen.',
      sleep: 'In {{seconds, duration}} wird Mainstay diesen Computer in den Standby versetzen.',
      command: 'In {{seconds, duration}} wird Mainstay Ihren Befehl ausführen.',
      shutdown_now: 'Mainstay wird diesen Computer jetzt herunterfahren.',
      hibernate_now: 'Mainstay wird diesen Computer jetzt in den Ruhezustand versetzen.',
      sleep_now: 'Mainstay wird diesen Computer jetzt in den Standby versetzen.',
      command_now: 'Mainstay wird Ihren Befehl jetzt ausführen.',
    },
    wouldAct: {
      shutdown: 'Übung: In {{seconds, duration}} würde Mainstay diesen Computer herunterfahren. Es wird nur vermerkt.',
      hibernate:
        'Übung: In {{seconds, duration}} würde Mainstay diesen Computer in den Ruhezustand versetzen. Es wird nur vermerkt.',
      sleep:
        'Übung: In {{seconds, duration}} würde Mainstay diesen Computer in den Standby versetzen. Es wird nur vermerkt.',
      command: 'Übung: In {{seconds, duration}} würde Mainstay Ihren Befehl ausführen. Es wird nur vermerkt.',
      shutdown_now: 'Übung: Mainstay würde diesen Computer jetzt herunterfahren. Es wird nur vermerkt.',
      hibernate_now: 'Übung: Mainstay würde diesen Computer jetzt in den Ruhezustand versetzen. Es wird nur vermerkt.',
      sleep_now: 'Übung: Mainstay würde diesen Computer jetzt in den Standby versetzen. Es wird nur vermerkt.',
      command_now: 'Übung: Mainstay würde Ihren Befehl jetzt ausführen. Es wird nur vermerkt.',
    },
    tooShort: 'Die Batterie würde nicht für den ganzen Countdown und das Herunterfahren reichen.',
    cutShort: '{{reason}} Der Countdown wird auf {{seconds, duration}} verkürzt.',
    cutShort_now: '{{reason}} Der Countdown wird verkürzt und endet jetzt.',
    stop: {
      off: 'Der Schutz wurde ausgeschaltet.',
      notFed: 'Die USV versorgt diesen Computer nicht mehr.',
      trigger: 'Sein Auslöser wurde ausgeschaltet.',
      withdrawn: 'Die Anforderung wurde zurückgezogen.',
      mains: 'Das Netz ist wieder da.',
      enough: 'Es halten wieder genug USVen durch.',
    },
    slept: 'Seit Beginn des Countdowns war dieser Computer im Standby; alles wird neu beurteilt.',
    returned: 'Das Netz kam zurück, bevor etwas zu tun war.',
    stopped: 'Der Countdown zum Herunterfahren wurde abgebrochen: {{why}}',
    beganAndStopped: 'Ein Countdown zum Herunterfahren begann und wurde abgebrochen: {{why}} {{reason}}',
    personAsked: 'Jemand hat es von Hand verlangt.',
    requested: '{{from}} verlangt, dass dieser Computer herunterfährt: {{reason}}',
    scheduled: 'Für {{time}} ist ein Herunterfahren geplant.',
    noLongerHolds: 'Der Auslöser, der ihn gestartet hat, trifft nicht mehr zu.',
    actsNow: {
      shutdown: '{{reason}} Mainstay wird diesen Computer jetzt herunterfahren.',
      hibernate: '{{reason}} Mainstay wird diesen Computer jetzt in den Ruhezustand versetzen.',
      sleep: '{{reason}} Mainstay wird diesen Computer jetzt in den Standby versetzen.',
      command: '{{reason}} Mainstay wird jetzt Ihren Befehl ausführen.',
    },
    acted: {
      shutdown: 'Mainstay hat begonnen, diesen Computer herunterzufahren.',
      hibernate: 'Mainstay hat begonnen, diesen Computer in den Ruhezustand zu versetzen.',
      sleep: 'Mainstay hat begonnen, diesen Computer in den Standby zu versetzen.',
      command: 'Mainstay hat Ihren Befehl ausgeführt.',
    },
    wouldHaveActed: {
      shutdown: 'Übung: Mainstay hätte diesen Computer heruntergefahren.',
      hibernate: 'Übung: Mainstay hätte diesen Computer in den Ruhezustand versetzt.',
      sleep: 'Übung: Mainstay hätte diesen Computer in den Standby versetzt.',
      command: 'Übung: Mainstay hätte Ihren Befehl ausgeführt.',
    },
    confirmed: '{{name}} läuft auf Batterie: Das Netz ist weg.',
    confirmedWhy: 'Länger auf Batterie, als die Bestätigung verlangt.',
    over: 'Bei {{name}} ist das Netz wieder da und stabil, nach {{seconds, duration}} auf Batterie.',
    overWhy: 'Lange genug am Netz, um als stabil zu gelten.',
    lostOnBattery:
      'Der Kontakt zu {{name}} ging im Batteriebetrieb verloren. Mainstay nimmt an, dass dieser andauert: Ein laufender Countdown geht weiter, und die Zeit zählt als Zeit auf Batterie.',
    lost: 'Der Kontakt zu {{name}} ging verloren. Deswegen wird nichts heruntergefahren, aber bis er wieder da ist, kann diese USV diesen Computer nicht schützen.',
    lostWhy: 'Der Kontakt ging verloren.',
    resumed:
      'Dieser Computer war {{seconds, duration}} lang im Standby, oder Mainstay lief so lange nicht. Was die USVen davor gemeldet haben, zählt nicht mehr.',
    resumedWhy: 'Alte Messwerte zählen nicht mehr.',
    missed:
      'Das für {{when}} geplante Herunterfahren wurde verpasst: Dieser Computer war im Standby, seine Uhr wurde gestellt, oder etwas anderes war im Gange.',
    missedText: '{{reason}} Es wird nicht nachgeholt.',
    quietByPerson: 'Deswegen wird nichts heruntergefahren, weil jemand das von Hand abgebrochen hat.',
    carriedBy: 'Deswegen wird nichts heruntergefahren, solange dieser Computer durch {{names}} versorgt werden kann.',
    notice: {
      noUps:
        'Keine USV versorgt diesen Computer, also wird bei einem Ausfall nichts heruntergefahren. Fügen Sie Ihre USV unter „Geräte“ hinzu, oder geben Sie dort bei einer vorhandenen an, dass sie diesen Computer versorgt.',
      simulatedOnly:
        'Es gibt nur eine simulierte USV: Was mit ihr geschieht, ist nie mehr als eine Übung. Fügen Sie unter „Geräte“ Ihre eigene USV hinzu.',
      supplies:
        'Die Regeln verlangen, dass {{needed}} USVen durchhalten, und nur {{there}} können es: Mainstay handelt, sobald eine von ihnen ausfällt. Ändern Sie unter „Schutz“, wie viele durchhalten müssen.',
      lostOnBattery:
        'Der Kontakt zu {{name}} ging im Batteriebetrieb verloren. Mainstay nimmt an, dass dieser andauert: Ein laufender Countdown geht weiter, und die Zeit wird hier gezählt. Prüfen Sie das Kabel.',
      lost: 'Der Kontakt zu {{name}} ist verloren. Deswegen wird nichts heruntergefahren, aber bis er wieder da ist, bleibt ein Ausfall unbemerkt. Prüfen Sie das Kabel.',
      powerDoubt:
        'Es ist nicht sicher, ob {{name}} auf Batterie läuft: {{signs}}. Solange sich die Anzeichen widersprechen, wird deswegen nichts heruntergefahren. Sehen Sie nach, ob Netzspannung da ist; bleibt es so, lassen Sie die USV prüfen.',
      testStuck:
        '{{name}} meldet seit {{seconds, estimate}}, dass sie ihre Batterie testet. Läuft kein Test, hängt diese Meldung; ein Ausfall zählt trotzdem.',
      noTrigger:
        'Für {{name}} ist kein Auslöser auf „Handeln“ gestellt: Bei einem Ausfall warnt Mainstay nur, bis die Batterie leer ist. Stellen Sie unter „Schutz“ einen auf „Handeln“, etwa „Zeit auf Batterie“.',
      noStatus:
        '{{name}} allein kann diesen Computer nicht schützen: Die USV meldet nicht, ob sie auf Batterie läuft. Prüfen Sie unter „Geräte“ ihren Treiber.',
      noValues:
        '{{name}} allein kann diesen Computer nicht schützen: Die USV meldet keinen der Werte, nach denen die Regeln fragen. Schalten Sie „Zeit auf Batterie“ ein; die zählt Mainstay selbst.',
      fault:
        '{{name}} meldet am Netz: {{fault}}. Bei einem Ausfall kann die USV diesen Computer vielleicht nicht versorgen. Trennen Sie ein Gerät von ihr, oder lassen Sie sie prüfen.',
      plan: 'Bei dieser Last würde {{name}} etwa {{seconds, estimate}} durchhalten; das Herunterfahren braucht mit dem Countdown {{needed, duration}}. Bei einem Ausfall handelt Mainstay sofort und verkürzt den Countdown. Trennen Sie ein Gerät von der USV, kürzen Sie den Countdown, oder ersetzen Sie die Batterie.',
    },
    spent: {
      low: 'Es bleibt zu wenig, um zu warten: {{name}} meldet eine schwache Batterie.',
      charge: 'Es bleibt zu wenig, um zu warten: Die Batterie von {{name}} ist bei {{charge}}\u00a0%.',
      time: 'Es bleibt zu wenig, um zu warten: Die Batterie reicht noch etwa {{seconds, estimate}}, und das Herunterfahren braucht {{needed, duration}}.',
    },
    aboutToCut: '{{name}} schaltet gleich den Strom ab.',
    noCountdown: 'Die Regeln lassen keine Zeit für einen Countdown.',
    unknownTime: 'Es ist nicht bekannt, wie lange die Batterie reicht.',
    cannotPostpone:
      'Die Batterie reicht noch etwa {{seconds, estimate}}. Um {{more, duration}} aufgeschoben, bräuchte das Herunterfahren {{needed, duration}}, eine Reserve eingerechnet.',
    tooLate: 'Es ist zu spät: Der letzte Schritt ist getan und lässt sich nicht rückgängig machen.',
    noneRunning: 'Es läuft kein Countdown, also gibt es nichts abzubrechen oder aufzuschieben.',
    refused: 'Abgelehnt. {{why}} Der Countdown läuft weiter.',
    off: 'Der Schutz ist aus: Mainstay fährt nichts herunter. Schalten Sie ihn zuerst ein.',
    practice: 'Da dies eine Übung ist, wird der letzte Schritt nur vermerkt.',
    goingDown: 'Das Herunterfahren läuft.',
    noRequests: 'Die Regeln nehmen keine Anforderungen anderer Rechner an. Nichts wurde getan.',
    onlyTold: 'Es wurde nur gemeldet: Die Regeln reagieren nicht auf Anforderungen.',
    countdownBegins: 'Ein Countdown beginnt.',
    personStopped: 'Jemand hat den Countdown zum Herunterfahren von Hand abgebrochen.',
    countdownStopped: 'Der Countdown wurde abgebrochen.',
    countdownStoppedForNow:
      'Der Countdown wurde abgebrochen. Was ihn auslöste, startet keinen weiteren, bis das Netz wieder da war; jeder andere Auslöser kann es noch.',
    personPostponed:
      'Jemand hat das Herunterfahren von Hand um {{seconds, duration}} aufgeschoben; es beginnt in {{left, duration}}.',
    postponed: 'Das Herunterfahren wurde aufgeschoben; es beginnt in {{left, duration}}.',
    plan: {
      live: 'Die Batterie von {{name}} reicht noch etwa {{seconds, estimate}}; das Herunterfahren braucht {{needed, duration}}.',
      lost: 'Die Batterie von {{name}} reicht nach der letzten Meldung vor dem Kontaktverlust noch etwa {{seconds, estimate}}; das Herunterfahren braucht {{needed, duration}}.',
      liveWithCountdown:
        'Die Batterie von {{name}} reicht noch etwa {{seconds, estimate}}; das Herunterfahren braucht mit dem Countdown {{needed, duration}}.',
      lostWithCountdown:
        'Die Batterie von {{name}} reicht nach der letzten Meldung vor dem Kontaktverlust noch etwa {{seconds, estimate}}; das Herunterfahren braucht mit dem Countdown {{needed, duration}}.',
    },
    preview: {
      mainsLost: 'Bei {{name}} fällt das Netz aus.',
      empty: 'Die Batterie ist leer; dieser Computer verliert seinen Strom.',
      emptyOne: 'Die Batterie von {{name}} ist leer.',
      command: 'Ihr Befehl läuft, höchstens {{seconds, duration}} lang.',
      practice: {
        shutdown: 'Zur Übung vermerkt Mainstay, dass es diesen Computer herunterfahren würde.',
        hibernate: 'Zur Übung vermerkt Mainstay, dass es diesen Computer in den Ruhezustand versetzen würde.',
        sleep: 'Zur Übung vermerkt Mainstay, dass es diesen Computer in den Standby versetzen würde.',
        command: 'Zur Übung vermerkt Mainstay, dass es Ihren Befehl ausführen würde.',
      },
      acts: {
        shutdown: 'Mainstay wird diesen Computer herunterfahren.',
        hibernate: 'Mainstay wird diesen Computer in den Ruhezustand versetzen.',
        sleep: 'Mainstay wird diesen Computer in den Standby versetzen.',
        command: 'Mainstay wird Ihren Befehl ausführen.',
      },
      upsOff: 'Dieser Computer ist heruntergefahren; die USV schaltet ihren Ausgang ab.',
      down: 'Dieser Computer ist heruntergefahren.',
      upsOn: 'Sobald das Netz wieder da ist, gibt die USV wieder Strom.',
    },
    doubtfulLowComesAndGoes:
      '{{name}} meldet immer wieder, dass die Batterie schwach ist, und dazwischen, dass sie es nicht ist. Mainstay glaubt es, wenn es länger so geht.',
    doubtfulCharge:
      '{{name}} meldet plötzlich eine Ladung von {{charge}}\u00a0%. So schnell leert sich keine Batterie; Mainstay glaubt es erst, wenn es {{seconds, duration}} lang so bleibt.',
    doubtfulRuntime:
      '{{name}} meldet plötzlich {{runtime, duration}} Restlaufzeit bei guter Ladung. So schnell leert sich keine Batterie; Mainstay glaubt es erst, wenn es {{seconds, duration}} lang so bleibt.',
    powerDoubt:
      'Es ist nicht sicher, ob {{name}} auf Batterie läuft: {{signs}}. Solange sich die Anzeichen widersprechen, fährt Mainstay deswegen nichts herunter. Sehen Sie nach, ob Netzspannung da ist.',
    powerDoubtWhy: 'Die Anzeichen dafür, woher der Strom kommt, widersprechen sich.',
    sign: {
      statusMains: 'sie meldet Netzbetrieb',
      statusBattery: 'sie meldet Batteriebetrieb',
      statusBoth: 'sie meldet Netz- und Batteriebetrieb zugleich',
      discharging: 'sie meldet, dass die Batterie Strom abgibt',
      charging: 'sie meldet, dass die Batterie geladen wird',
      inputAway: 'an ihrem Eingang ist keine Netzspannung',
      inputThere: 'an ihrem Eingang ist Netzspannung',
      batteryFalls: 'ihre Batterie leert sich',
      batteryRises: 'ihre Batterie füllt sich',
    },
    confirmedBySigns: '{{name}} läuft auf Batterie, was auch immer der Status sagt: {{signs}}.',
    confirmedAddedUp:
      'Das Netz kommt und geht bei {{name}}: zusammen lief sie {{seconds, duration}} auf Batterie. Die Zeit zählt zusammen, bis das Netz stabil ist.',
    lostInDoubt:
      'Der Kontakt zu {{name}} ging verloren, gleich nachdem sie Batteriebetrieb gemeldet hatte. Ob sie noch auf Batterie läuft, weiß niemand; deswegen wird nichts heruntergefahren. Sehen Sie nach, ob Netzspannung da ist, und prüfen Sie das Kabel.',
    stillLost:
      'Seit {{seconds, estimate}} gibt es keinen Kontakt zu {{name}}; zuletzt lief sie auf Batterie. Mainstay nimmt an, dass das noch so ist. Sehen Sie nach, ob Netzspannung da ist, und prüfen Sie das Kabel.',
    actsAtOnce: {
      shutdown: 'Mainstay fährt diesen Computer jetzt herunter.',
      hibernate: 'Mainstay versetzt diesen Computer jetzt in den Ruhezustand.',
      sleep: 'Mainstay versetzt diesen Computer jetzt in den Energiesparmodus.',
      command: 'Mainstay führt jetzt Ihren Befehl aus.',
    },
    wouldActAtOnce: {
      shutdown: 'Übung: Mainstay würde diesen Computer jetzt herunterfahren. Es wird nur vermerkt.',
      hibernate: 'Übung: Mainstay würde diesen Computer jetzt in den Ruhezustand versetzen. Es wird nur vermerkt.',
      sleep: 'Übung: Mainstay würde diesen Computer jetzt in den Energiesparmodus versetzen. Es wird nur vermerkt.',
      command: 'Übung: Mainstay würde jetzt Ihren Befehl ausführen. Es wird nur vermerkt.',
    },
    cutToNow: '{{reason}} Er endet jetzt.',
    overload: 'Überlast',
    wordlessAlarm: 'ein Alarm ohne Worte',
    doubtful:
      '{{name}} meldet eine schwache Batterie, bei einer Ladung von {{charge}}\u00a0%. Das ist ein Widerspruch; Mainstay glaubt es nur, wenn es {{seconds, duration}} anhält.',
    doubtfulWithRuntime:
      '{{name}} meldet eine schwache Batterie, bei einer Ladung von {{charge}}\u00a0% und {{runtime, duration}} Restlaufzeit. Das ist ein Widerspruch; Mainstay glaubt es nur, wenn es {{seconds, duration}} anhält.',
    trigger: {
      request: '{{name}} kündigt ein erzwungenes Herunterfahren an: Ein anderer Rechner hat es verlangt.',
      lowBattery: '{{name}} meldet eine schwache Batterie.',
      charge: 'Die Batterie von {{name}} ist bei {{charge}}\u00a0%; die Grenze ist {{limit}}\u00a0%.',
      runtime: '{{name}} hat noch {{runtime, duration}} Restlaufzeit; die Grenze ist {{limit, duration}}.',
      fault: '{{name}} läuft auf Batterie und meldet, dass es so nicht weitergeht: {{fault}}.',
      timeOnBattery: '{{name}} läuft seit {{seconds, duration}} auf Batterie; die Grenze ist {{limit, duration}}.',
    },
    feed: {
      notFed: 'Diese USV versorgt diesen Computer nicht.',
      disabled: 'Diese USV ist in Mainstay ausgeschaltet.',
      simulated: 'Diese USV ist simuliert und zählt neben einer echten nicht.',
      unread: 'Diese USV wurde noch nicht abgelesen.',
      zeroRuntime: 'Diese USV meldet bei guter Ladung eine Restlaufzeit von 0; sie kennt sie also nicht.',
      missing: {
        status: 'Diese USV meldet nicht, ob sie auf Batterie läuft.',
        charge: 'Diese USV meldet ihre Batterieladung nicht.',
        runtime: 'Diese USV meldet ihre Restlaufzeit nicht.',
      },
      missingBecause: {
        status: 'Diese USV meldet nicht, ob sie auf Batterie läuft: {{reason}}.',
        charge: 'Diese USV meldet ihre Batterieladung nicht: {{reason}}.',
        runtime: 'Diese USV meldet ihre Restlaufzeit nicht: {{reason}}.',
      },
    },
    fault:
      'Ein Fehler in Mainstay selbst hat den Schutz gestört: {{what}}. Verlassen Sie sich nicht auf den Schutz, und melden Sie dies bitte.',
    after: {
      unknownLength:
        'Wie lange es gedauert hat, ist nicht bekannt: Es wurde kein Journal geführt, oder dieses Konto darf es nicht lesen.',
      down: 'Das Herunterfahren war nach {{seconds, duration}} abgeschlossen.',
      broken:
        'Nach {{seconds, duration}} bricht das Journal ohne Schlusszeile ab: Der Strom war vielleicht weg, bevor der Computer heruntergefahren war. Sehen Sie unter „Schutz“ nach der Dauer des Herunterfahrens.',
      begun: 'Dieser Computer wurde von Mainstay heruntergefahren. {{reason}}',
      notAsked: 'Keine USV wurde angewiesen, ihren Ausgang abzuschalten.',
      notCut:
        'Von {{names}} wurde der Ausgang nicht wie verlangt abgeschaltet: Dieser Computer ist wieder gestartet, bevor das hätte geschehen können. Verlassen Sie sich nicht darauf, dass die USV diesen Computer wieder einschaltet.',
      maybeCut:
        'Von {{names}} wurde verlangt, den Ausgang abzuschalten. Ein ausgeschalteter Computer startet nur dann von selbst, wenn sein Strom zurückkommt: Hat niemand seinen Einschaltknopf gedrückt, hat die USV getan, was verlangt war.',
      cut: 'Von {{names}} wurde der Ausgang wie verlangt abgeschaltet.',
      offBriefly: 'Der Computer war weniger als eine Minute aus.',
      off: 'Der Computer war {{seconds, estimate}} aus.',
    },
    notKept:
      'Der Stand des Schutzes lässt sich nicht auf dem Datenträger speichern ({{why}}). Der Schutz geht weiter; würde Mainstay aber während eines Ausfalls gewaltsam beendet, finge er von vorn an. Schaffen Sie Platz auf dem Datenträger.',
  },
};
