/** What is done to this computer and its UPSes, and whether it could be done. */
export const engineAct = {
  act: {
    noCommand: 'Es gibt keinen Befehl auszuführen.',
    commandPractised: 'Übung: {{said}} {{reason}}',
    practised: {
      shutdown: 'Übung: Mainstay hätte diesen Computer jetzt heruntergefahren. {{reason}}',
      hibernate: 'Übung: Mainstay hätte diesen Computer jetzt in den Ruhezustand versetzt. {{reason}}',
      sleep: 'Übung: Mainstay hätte diesen Computer jetzt in den Standby versetzt. {{reason}}',
    },
    practisedWithCut: {
      shutdown:
        'Übung: Mainstay hätte diesen Computer jetzt heruntergefahren und die USV angewiesen, ihren Ausgang abzuschalten. {{reason}}',
      hibernate:
        'Übung: Mainstay hätte diesen Computer jetzt in den Ruhezustand versetzt und die USV angewiesen, ihren Ausgang abzuschalten. {{reason}}',
      sleep:
        'Übung: Mainstay hätte diesen Computer jetzt in den Standby versetzt und die USV angewiesen, ihren Ausgang abzuschalten. {{reason}}',
    },
    asked: {
      shutdown: 'Das System wurde aufgefordert, diesen Computer herunterzufahren ({{by}}). {{reason}}',
      hibernate: 'Das System wurde aufgefordert, diesen Computer in den Ruhezustand zu versetzen ({{by}}). {{reason}}',
      sleep: 'Das System wurde aufgefordert, diesen Computer in den Standby zu versetzen ({{by}}). {{reason}}',
    },
    notDone: {
      shutdown:
        'Das System hat diesen Computer nicht heruntergefahren: {{why}}. Speichern Sie Ihre Arbeit und tun Sie es jetzt selbst; lassen Sie dann unter „Schutz“ prüfen, was fehlt. {{reason}}',
      hibernate:
        'Das System hat diesen Computer nicht in den Ruhezustand versetzt: {{why}}. Speichern Sie Ihre Arbeit und tun Sie es jetzt selbst; lassen Sie dann unter „Schutz“ prüfen, was fehlt. {{reason}}',
      sleep:
        'Das System hat diesen Computer nicht in den Standby versetzt: {{why}}. Speichern Sie Ihre Arbeit und tun Sie es jetzt selbst; lassen Sie dann unter „Schutz“ prüfen, was fehlt. {{reason}}',
    },
    onlyLinux: 'nur Linux hat einen',
    unknownPlatform: 'Mainstay weiß nicht, wie das auf {{platform}} geht',
    unknownPlatformCheck: 'Mainstay weiß nicht, wie das auf {{platform}} geht.',
    check: {
      privilege: 'Berechtigung',
      programs: 'Wege zum Herunterfahren',
      inhibitors: 'Nichts im Weg',
      hibernation: 'Platz für den Ruhezustand',
      ups: 'Eine USV, die diesen Computer versorgt',
      noUps: 'Keines der Geräte versorgt diesen Computer, also kann ihn nichts schützen.',
      onlySimulated:
        'Keines der Geräte versorgt diesen Computer, also kann ihn nichts schützen. Mit einer simulierten USV lässt sich nur üben.',
      noUpsFix: 'Fügen Sie unter „Geräte“ Ihre USV hinzu und geben Sie an, dass sie diesen Computer versorgt.',
      unread: 'Von {{names}} lässt sich jetzt nichts ablesen, ein Ausfall bliebe also unbemerkt. {{why}}',
      unreadFix: 'Prüfen Sie ihr Kabel und ob sie eingeschaltet ist; „Geräte“ sagt, was nicht stimmt.',
      read: 'Von {{names}} kommen Messwerte.',
      partlyRead: 'Von {{names}} kommen Messwerte, von {{lost}} aber nicht.',
      partlyReadFix: '„Geräte“ sagt, was damit nicht stimmt.',
      triggers: 'Etwas, das das Herunterfahren auslöst',
      triggersFix:
        'Schalten Sie unter „Schutz“ die „Zeit auf Batterie“ ein: Sie braucht nur, dass die USV Batteriebetrieb meldet.',
      noTrigger: 'Kein Auslöser handelt: Ein Ausfall würde nur gemeldet.',
      triggersFed: 'Jede USV, die diesen Computer versorgt, kann das Herunterfahren auslösen.',
      blind: 'Von {{names}} kann kein Auslöser bedient werden, der handelt. {{why}}',
      plan: 'Genug Zeit',
      noRuntime:
        'Vom Ausfall des Netzes bis heruntergefahren vergehen bis zu {{needed, duration}}; keine USV meldet, wie lange sie reichen würde.',
      noRuntimeFix:
        'Machen Sie eine Probe und setzen Sie „Zeit auf Batterie“ deutlich unter das, was die Batterie reicht.',
      takes:
        'Vom Ausfall des Netzes bis heruntergefahren vergehen bis zu {{needed, duration}}; {{name}} meldet {{runtime, duration}} bei dieser Last.',
      tooLong: '{{message}} Die Batterie wäre leer, bevor dieser Computer heruntergefahren ist.',
      tooLongFix:
        'Kürzen Sie unter „Schutz“ den Countdown oder Ihren eigenen Befehl, verringern Sie die Last der USV, oder nehmen Sie eine größere.',
      sleep: 'Standby erhält nichts',
      sleepText: 'Ein Computer im Standby braucht Strom: Ist die Batterie leer, ist alles verloren, was offen war.',
      sleepFix: 'Wählen Sie unter „Schutz“ Herunterfahren oder Ruhezustand.',
      own: 'Ihr eigener Befehl',
      noProgram: 'Er ist eingeschaltet, aber es ist kein Programm gewählt.',
      noProgramFix: 'Wählen Sie unter „Schutz“ eines.',
      noWholePath:
        '„{{program}}“ ist kein vollständiger Pfad; was damit gemeint ist, hängt also davon ab, wo Mainstay gestartet wurde.',
      wholePathFix: 'Geben Sie den vollständigen Pfad des Programms an, etwa /usr/local/bin/before-shutdown.',
      folder: '{{program}} ist ein Ordner.',
      chooseProgram: 'Wählen Sie ein Programm.',
      noSuchProgram: '{{program}} gibt es nicht, oder dieses Konto kann es nicht sehen.',
      chooseThere: 'Wählen Sie ein Programm, das vorhanden ist.',
      notExecutable: '{{program}} ist für dieses Konto nicht ausführbar.',
      program: '{{program}} ist vorhanden und ausführbar. Probieren Sie es unter „Schutz“ einmal aus.',
      cycle: 'Neustart nach dem Herunterfahren',
      hook: 'USV wird im letzten Augenblick ausgeschaltet',
      hookThere: 'Der späte Hook fürs Herunterfahren ist installiert: Nichts wird zu früh abgeschaltet.',
      hookMissing:
        'Der späte Hook fürs Herunterfahren ist nicht nutzbar: {{why}}. Stattdessen wird die USV im Voraus angewiesen, mit einer Verzögerung, die länger sein muss als das Herunterfahren.',
      service: 'Jederzeit geschützt',
      serviceThere: 'Mainstay läuft als Dienst, schon vor der Anmeldung.',
      noService: 'Mainstay schützt nur, während Sie angemeldet sind und es läuft.',
      clock: 'Die Uhr',
      clockRight: 'Die Uhr zeigt eine Zeit, die stimmen kann.',
      clockWrong:
        'Die Uhr zeigt das Jahr {{year}}. Countdowns hängen nicht von ihr ab, Zeitpläne und Berichte aber schon.',
      clockFix: 'Stellen Sie die Uhr; geht sie nach jedem Start falsch, ist die Batterie auf der Hauptplatine leer.',
    },
    toldLate: '{{name}} wird im letzten Augenblick des Herunterfahrens angewiesen, den Ausgang abzuschalten.',
    notTold:
      '{{name}} wurde nicht angewiesen, den Ausgang abzuschalten: {{why}} Sie versorgt die Last, bis ihre Batterie leer ist oder das Netz zurückkommt; starten Sie diesen Computer in diesem Fall von Hand.',
    why: '{{why}}.',
    told: '{{name}} wurde angewiesen, den Ausgang nach eigener Verzögerung abzuschalten ({{steps}}).',
    toldIn: '{{name}} wurde angewiesen, den Ausgang in {{seconds, duration}} abzuschalten ({{steps}}).',
    noAnswer: 'Sie hat innerhalb von {{seconds, duration}} nicht geantwortet.',
    cannotStop:
      '{{name}} wurde angewiesen, den Ausgang abzuschalten, und lässt sich nicht mehr aufhalten. Speichern Sie Ihre Arbeit jetzt.',
    takenBack:
      '{{name}} wurde angewiesen, den Ausgang doch nicht abzuschalten: Dieser Computer läuft noch. {{message}}',
    cycle: {
      byTimer: 'Sie schaltet ihren Ausgang {{seconds, duration}} später wieder ein, mit einem Zeitgeber',
      startsItself: 'Sie startet von selbst, wenn das Netz zurückkommt',
      givesBack: 'Sie gibt nach einem Augenblick wieder Strom, ob das Netz da ist oder nicht',
      onlyAtOnce:
        'Sie kann ihren Ausgang nur sofort abschalten, und das ist zu früh, während dieser Computer herunterfährt',
      noCommand: 'Sie bietet keinen Befehl an, der ihren Ausgang abschaltet und wieder einschaltet',
      waitsAtMost:
        'Sie kann höchstens {{most, duration}} warten, bevor sie ihren Ausgang abschaltet, und dieser Computer braucht {{needed, duration}} zum Herunterfahren',
      decidesItself:
        'Sie entscheidet selbst, wann sie ihren Ausgang abschaltet; das kann sein, bevor dieser Computer heruntergefahren ist',
      noStart: 'Ihr lässt sich nicht vorgeben, wann sie wiederkommt: Sie tut es, sobald das Netz da ist',
      notFed: 'Sie versorgt diesen Computer nicht, also schaltet Mainstay sie nie aus.',
      leftOn:
        'Mainstay lässt sie nach einem Herunterfahren an, wie unter „Schutz“ festgelegt. Kommt das Netz zurück, bevor ihre Batterie leer ist, bleibt dieser Computer aus, bis jemand ihn startet.',
      sleeping:
        'Mainstay lässt sie an, während dieser Computer im Standby ist: Ihren Ausgang abzuschalten würde schaden.',
      onlyCommand:
        'Mainstay lässt sie an, wenn nur Ihr eigener Befehl gelaufen ist: Ihren Ausgang abzuschalten würde schaden.',
      simulated: 'Sie ist simuliert und versorgt nichts.',
      unread: 'Von ihr wurde noch nichts abgelesen, also ist nicht bekannt, was sie anbietet.',
      cannot:
        '{{why}}. Kommt das Netz zurück, bevor ihre Batterie leer ist, bleibt dieser Computer aus, bis jemand ihn startet.',
      sends: {
        late: 'Im letzten Augenblick des Herunterfahrens sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab und gibt wieder Strom, wenn das Netz da ist.',
        shutdown:
          'Direkt vor dem Herunterfahren, {{seconds, duration}} im Voraus, sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab und gibt wieder Strom, wenn das Netz da ist.',
        hibernate:
          'Direkt vor dem Ruhezustand, {{seconds, duration}} im Voraus, sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab und gibt wieder Strom, wenn das Netz da ist.',
      },
      sendsNoted: {
        late: 'Im letzten Augenblick des Herunterfahrens sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab. {{note}}.',
        shutdown:
          'Direkt vor dem Herunterfahren, {{seconds, duration}} im Voraus, sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab. {{note}}.',
        hibernate:
          'Direkt vor dem Ruhezustand, {{seconds, duration}} im Voraus, sendet Mainstay {{names}}: Die USV schaltet ihren Ausgang ab. {{note}}.',
      },
      everything:
        'Alles, was an ihr hängt, hat so lange keinen Strom. Die Firmware dieses Computers muss so eingestellt sein, dass er startet, wenn der Strom zurückkommt. Manche Modelle nehmen den Befehl an und ignorieren ihn; der Bericht nach dem nächsten Start sagt es dann.',
      unverified: 'Dieser Treiber wurde noch nie an einem echten Gerät erprobt: Verlassen Sie sich nicht darauf.',
    },
    linux: {
      programs: 'busctl und systemctl sind vorhanden.',
      programMissing: '{{missing}} fehlt; {{found}} muss genügen.',
      noPrograms: 'Dieses System hat weder busctl noch systemctl; es bleibt nur shutdown(8), und das braucht root.',
      noProgramsFix:
        'Führen Sie Mainstay als root aus, oder probieren Sie „shutdown -h +60“ und „shutdown -c“ mit dem Konto, unter dem es läuft.',
      noAnswer: 'keine Antwort',
      noLogindRoot: 'logind antwortet nicht ({{why}}); als root geht es ohne.',
      noLogind: {
        shutdown:
          'logind antwortet nicht ({{why}}), und ohne logind kann dieses Konto den Computer nicht herunterfahren.',
        hibernate:
          'logind antwortet nicht ({{why}}), und ohne logind kann dieses Konto den Computer nicht in den Ruhezustand versetzen.',
        sleep:
          'logind antwortet nicht ({{why}}), und ohne logind kann dieses Konto den Computer nicht in den Standby versetzen.',
      },
      may: {
        shutdown: 'Dieses Konto darf den Computer herunterfahren.',
        hibernate: 'Dieses Konto darf den Computer in den Ruhezustand versetzen.',
        sleep: 'Dieses Konto darf den Computer in den Standby versetzen.',
      },
      mayNot: {
        shutdown: 'Dieses Konto darf den Computer nicht herunterfahren.',
        hibernate: 'Dieses Konto darf den Computer nicht in den Ruhezustand versetzen.',
        sleep: 'Dieses Konto darf den Computer nicht in den Standby versetzen.',
      },
      notAvailable: 'Dieser Computer kann das nicht: logind meldet, dass es nicht verfügbar ist.',
      seeLog: 'Sehen Sie in das Log von systemd-logind.',
      challenge: 'Das System würde erst nach einem Passwort fragen, und vielleicht ist niemand da, der es eingibt.',
      noInhibitors: 'Es gibt kein logind, das Programme um Aufschub bitten könnten.',
      blocking:
        'Derzeit will den Computer davon abhalten: {{names}}. Mainstay setzt sich darüber hinweg, denn die Batterie wartet nicht; was dieses Programm gerade tut, wird vielleicht abgebrochen.',
      blockingFix: 'Lassen Sie es fertig werden. Ist es immer da, sehen Sie mit „systemd-inhibit --list“ nach.',
      delaying: 'Zuvor gibt es, wie das System es vorsieht, einige Sekunden Aufschub für {{names}}.',
      free: 'Kein Programm hält den Computer davon ab.',
      noSwap:
        'Es gibt keinen Swap auf einem Datenträger, also keinen Platz, auf den der Arbeitsspeicher geschrieben werden könnte.',
      addSwap: 'Richten Sie Swap in der Größe des Arbeitsspeichers ein, oder wählen Sie unter „Schutz“ Herunterfahren.',
      littleSwap:
        'Der Swap fasst {{swap}}, der Arbeitsspeicher {{memory}}: Ist der Arbeitsspeicher voll, scheitert der Ruhezustand.',
      makeSwap: 'Machen Sie den Swap so groß wie den Arbeitsspeicher, oder wählen Sie unter „Schutz“ Herunterfahren.',
      swap: 'Der Swap fasst {{swap}}, der Arbeitsspeicher {{memory}}.',
      noResume:
        'Dem Kernel ist nicht angegeben, wo er danach suchen soll (resume=); auf UEFI-Computern findet systemd es von selbst.',
      gigabytes: '{{size}}\u00a0GB',
    },
    chooseShutdown: 'Wählen Sie unter „Schutz“ Herunterfahren.',
    mac: {
      noHibernation: 'macOS hat keinen Befehl dafür; wählen Sie Standby oder Herunterfahren',
      noHibernationCheck: 'macOS hat keinen Befehl für den Ruhezustand auf der Festplatte.',
      sleep: 'Jedes Konto darf diesen Computer in den Standby versetzen.',
      root: 'Mainstay läuft als root.',
      events:
        'Das Herunterfahren geht über System Events; dass Mainstay das steuern darf, muss macOS erlaubt werden, und offene Dokumente können es aufhalten.',
      eventsFix:
        'Systemeinstellungen, „Datenschutz & Sicherheit“, „Automation“: Lassen Sie Mainstay System Events steuern. Oder: sudo mainstay service install',
    },
    windows: {
      privilege: 'Dieses Konto hat das Recht SeShutdownPrivilege.',
      noPrivilege: 'Dieses Konto darf den Computer nicht herunterfahren: Ihm fehlt SeShutdownPrivilege.',
      noPrivilegeFix:
        'Als Administrator: mainstay service install. Oder secpol.msc, „Lokale Richtlinien“, „Zuweisen von Benutzerrechten“, „Herunterfahren des Systems“.',
      hibernation: 'Der Ruhezustand ist eingeschaltet.',
      noHibernation: 'Der Ruhezustand ist ausgeschaltet, oder dieser Computer hat ihn nicht (powercfg /a sagt, warum).',
      noHibernationFix: 'Als Administrator: powercfg /hibernate on',
    },
    run: {
      noAnswer: 'keine Antwort in {{seconds, duration}}',
      exitCode: 'Exit-Code {{code}}',
      failed: '{{command}} ist gescheitert ({{why}})',
    },
    hook: {
      notExecutable: '{{hook}} ist nicht ausführbar',
      notInstalled: '{{hook}} ist nicht installiert',
      notWritable: 'dieses Konto darf nicht nach {{place}} schreiben',
    },
    own: {
      wroteMuch: '{{message}} Er hat so viel ausgegeben, dass nur das Ende behalten wurde.',
      noneChosen: 'Ihr eigener Befehl wurde nicht ausgeführt: Es ist keiner gewählt. Wählen Sie ihn unter „Schutz“.',
      tooSlow:
        'Ihr eigener Befehl wurde beendet: Er war innerhalb von {{seconds, duration}} nicht fertig. Machen Sie ihn schneller, oder geben Sie ihm unter „Schutz“ mehr Zeit.',
      well: 'Ihr eigener Befehl wurde erfolgreich beendet.',
      signal: 'Ihr eigener Befehl ist mit Signal {{signal}} gescheitert. Sehen Sie sich seine Ausgabe an.',
      exitCode: 'Ihr eigener Befehl ist mit Exit-Code {{code}} gescheitert. Sehen Sie sich seine Ausgabe an.',
      notExecutable: 'es ist für dieses Konto nicht ausführbar',
      noProgram: 'es gibt kein solches Programm',
      notStarted:
        'Ihr eigener Befehl {{program}} wurde nicht gestartet: {{reason}}. Korrigieren Sie ihn unter „Schutz“.',
    },
    order: {
      shutdownNow:
        'Jetzt herunterzufahren beendet sofort jedes Programm auf diesem Computer. Stimmen Sie dem erst zu; nichts wurde getan.',
      notArmed: 'Nicht scharf gestellt, weil eine Prüfung nicht bestanden ist. {{why}}',
      agree:
        'Jede Prüfung ist bestanden. Einmal scharf, fährt Mainstay diesen Computer wirklich herunter: Stimmen Sie dem erst zu.',
      armed: 'Der Schutz ist scharf: Mainstay wird diesen Computer wirklich herunterfahren.',
    },
  },
};
