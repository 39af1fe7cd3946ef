/** What a drill says: its steps, its end, its card. */
export const engineDrill = {
  drilled: {
    misfit: 'ihr Inhalt ist nicht gültig',
    unreadable:
      'Die Berichte früherer Proben lassen sich nicht lesen ({{why}}). Neue bleiben nur erhalten, bis Mainstay beendet wird. Schieben Sie die Datei weg, um neu anzufangen.',
    checked: 'Alles, was ein Herunterfahren braucht, hat die Prüfungen bestanden.',
    removed: 'Die USV wurde aus Mainstay entfernt.',
    lost: 'Der Kontakt zur USV ging verloren.',
    low: 'Die USV meldet eine schwache Batterie. Stecken Sie den Stecker jetzt wieder ein.',
    carries: 'Die USV versorgt diesen Computer aus ihrer Batterie.',
    nobodyPulled: 'Niemand hat innerhalb von fünf Minuten den Stecker gezogen.',
    backEarly: 'Das Netz war wieder da, bevor der Ausfall bestätigt war.',
    ranOut: 'Der Countdown lief bis zum Ende; jetzt würde der letzte Schritt folgen.',
    backInCountdown: 'Das Netz war wieder da, bevor der Countdown zu Ende war.',
    noCommand: 'Es ist kein eigener Befehl festgelegt.',
    carriesAgain: 'Das Netz versorgt die Last wieder.',
    notPutBack: 'Der Stecker wurde innerhalb von zehn Minuten nicht wieder eingesteckt.',
    others: 'Auch auf Batterie gegangen: {{names}}. Das kann ein echter Ausfall sein.',
    down: 'Die Batterie ist auf {{charge}}\u00a0% gefallen. Stecken Sie den Stecker jetzt wieder ein.',
    detected:
      'Mainstay hat es als Ausfall erkannt. Davon entfallen {{seconds, duration}} auf die Verzögerung, die Sie eingestellt haben.',
    stable:
      'Das Netz war stabil. Davon entfallen {{seconds, duration}} auf die Verzögerung, die Sie eingestellt haben.',
    gone: 'Die USV wurde entfernt.',
    countdown:
      'Probe: Der Countdown hat begonnen. In {{seconds, duration}} käme der letzte Schritt; er wird nur vermerkt.',
    countdown_now: 'Probe: Jetzt käme der letzte Schritt; er wird nur vermerkt.',
    reason: 'Dies ist eine Probe: Der Countdown beginnt von selbst, sobald der Ausfall erkannt wurde.',
    outcome: 'Eine Probe mit {{name}}: Alles läuft bis auf den letzten Schritt.',
    checkedSimulated:
      'Alles andere, was ein Herunterfahren braucht, hat die Prüfungen bestanden. Diese USV ist simuliert: Die Probe zeigt, wie eine abläuft, nicht, dass Ihre eigene USV funktioniert.',
    notCounting:
      '{{name}} ist simuliert und zählt neben einer echten USV nicht: Eine Probe damit würde nichts zeigen. Wählen Sie Ihre eigene USV.',
    begun: 'Die Probe mit {{name}} hat begonnen: Alles läuft bis auf den letzten Schritt.',
    none: 'Es läuft keine Probe.',
    endedByPerson: 'Jemand hat die Probe von Hand beendet.',
    cancelled: 'Die Probe ist beendet. Ist der Stecker draußen, stecken Sie ihn jetzt wieder ein.',
    passed: 'Die Probe mit {{name}} wurde bestanden.',
    failed: 'Die Probe mit {{name}} wurde nicht bestanden: {{why}}',
    ended: 'Die Probe mit {{name}} wurde beendet: {{why}}',
    notKept: 'Der Bericht der Probe ließ sich nicht speichern: {{why}}',
    already: 'Es läuft schon eine Probe.',
    noUps: 'Diese USV gibt es nicht. Vielleicht wurde sie entfernt.',
    notFed: '{{name}} versorgt diesen Computer nicht; den Stecker zu ziehen würde also nichts zeigen.',
    noContact: 'Zu {{name}} besteht zurzeit kein Kontakt. Beheben Sie das zuerst; „Diagnose“ sagt mehr.',
    off: 'Der Schutz ist aus, es gibt also nichts zu erproben. Stellen Sie ihn zuerst auf „Übung“.',
    busy: 'Dieser Computer läuft auf Batterie, oder ein Countdown läuft: Das ist nicht die Zeit für eine Probe.',
    notOnMains: '{{name}} meldet nicht, dass sie am Netz ist. Eine Probe beginnt am Netz.',
    scheduled: 'Innerhalb einer halben Stunde steht ein geplantes Herunterfahren an. Machen Sie die Probe danach.',
    noCard: 'Es gibt keinen Probebericht „{{id}}“. Vielleicht wurde er entfernt.',
    failure: {
      detection:
        'Die USV hat Batteriebetrieb gemeldet, aber Mainstay hat das nicht rechtzeitig als Ausfall erkannt. Prüfen Sie das Alter der Messwerte und sehen Sie unter „Ereignisse“ nach: Vielleicht fehlen Messwerte.',
      countdown:
        'Der Countdown ist nicht rechtzeitig zum Ende gekommen. Sehen Sie unter „Ereignisse“ nach, was ihn abgebrochen hat, und melden Sie es, wenn dort nichts steht.',
      command:
        'Ihr Befehl hat sich nicht rechtzeitig zurückgemeldet. Probieren Sie ihn unter „Schutz“ aus und sehen Sie sich an, was er ausgibt.',
      'all-clear':
        'Das Netz war wieder da, aber die Entwarnung kam nicht rechtzeitig. Sehen Sie unter „Ereignisse“ nach: Vielleicht ist die USV wieder auf Batterie gegangen.',
      other: 'Es ist nicht rechtzeitig geschehen.',
    },
    step: {
      checks: 'Prüfungen vorab',
      unplug: 'Stecker gezogen',
      detection: 'Ausfall erkannt',
      countdown: 'Countdown',
      command: 'Eigener Befehl',
      replug: 'Stecker wieder eingesteckt',
      'all-clear': 'Entwarnung',
    },
    verdict: {
      passed: 'bestanden',
      failed: 'nicht bestanden',
      abandoned: 'vorzeitig beendet',
      running: 'noch nicht vorbei',
      waiting: 'nicht erreicht',
      skipped: 'übersprungen',
    },
    seconds: '{{seconds}}\u00a0s',
    page: {
      title: 'Probe eines Stromausfalls mit {{name}}',
      heading: 'Probe eines Stromausfalls: {{verdict}}',
      what: '{{name}}, {{when}}. Alles lief bis auf den letzten Schritt.',
      step: 'Schritt',
      verdict: 'Ergebnis',
      took: 'Dauer',
      seen: 'Was zu sehen war',
    },
  },
};
