/** What is done to this computer and its UPSes, and whether it could be done. */
export const engineAct = {
  act: {
    noCommand: 'Es gibt keinen Befehl, der auszuführen wäre.',
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
        'Das System hat diesen Computer nicht heruntergefahren: {{why}}. Speichern Sie Ihre Arbeit und fahren Sie ihn jetzt selbst herunter; lassen Sie danach unter „Schutz“ prüfen, was fehlt. {{reason}}',
      hibernate:
        'Das System hat diesen Computer nicht in den Ruhezustand versetzt: {{why}}. Speichern Sie Ihre Arbeit und tun Sie es jetzt selbst; lassen Sie danach unter „Schutz“ prüfen, was fehlt. {{reason}}',
      sleep:
        'Das System hat diesen Computer nicht in den Standby versetzt: {{why}}. Speichern Sie Ihre Arbeit und tun Sie es jetzt selbst; lassen Sie danach unter „Schutz“ prüfen, was fehlt. {{reason}}',
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
        'Keines der Geräte versorgt diesen Computer, also kann ihn nichts schützen. Mit einem simulierten lässt sich nur üben.',
      noUpsFix: 'Fügen Sie Ihre USV unter „Geräte“ hinzu und geben Sie an, dass sie diesen Computer versorgt.',
      unread: 'Mainstay kann {{names}} zurzeit nicht ablesen; ein Ausfall bliebe also unbemerkt. {{why}}',
      unreadFix: 'Prüfen Sie das Kabel und ob die USV eingeschaltet ist; „Geräte“ sagt, was nicht stimmt.',
      read: 'Mainstay liest {{names}} ab.',
      partlyRead: 'Mainstay liest {{names}} ab, aber nicht {{lost}}.',
      partlyReadFix: '„Geräte“ sagt, was damit nicht stimmt.',
      triggers: 'Etwas, das das Herunterfahren auslöst',
      triggersFix:
        'Schalten Sie unter „Schutz“ die „Zeit auf Batterie“ ein: Dafür muss die USV nur melden, dass sie auf Batterie läuft.',
      noTrigger: 'Kein Auslöser handelt: Ein Ausfall würde nur gemeldet.',
      triggersFed: 'Jede USV, die diesen Computer versorgt, kann das Herunterfahren auslösen.',
      blind: 'Kein handelnder Auslöser kann mit {{names}} arbeiten. {{why}}',
      plan: 'Genug Zeit',
      noRuntime:
        'Vom Netzausfall bis zum Ende des Herunterfahrens vergehen bis zu {{needed, duration}}; keine USV meldet, wie lange sie reichen würde.',
      noRuntimeFix:
        'Machen Sie eine Probe, und setzen Sie „Zeit auf Batterie“ deutlich niedriger an, als die Batterie reicht.',
      takes:
        'Vom Netzausfall bis zum Ende des Herunterfahrens vergehen bis zu {{needed, duration}}; {{name}} meldet {{runtime, duration}} bei dieser Last.',
      tooLong: '{{message}} Die Batterie wäre leer, bevor dieser Computer heruntergefahren ist.',
      tooLongFix:
        'Kürzen Sie unter „Schutz“ den Countdown oder Ihren eigenen Befehl, trennen Sie ein Gerät von der USV, oder nehmen Sie eine größere.',
      sleep: 'Standby bewahrt nichts',
      sleepText:
        'Auch im Standby braucht ein Computer Strom: Ist die Batterie leer, ist alles verloren, was offen war.',
      sleepFix: 'Wählen Sie unter „Schutz“ das Herunterfahren oder den Ruhezustand.',
      own: 'Ihr eigener Befehl',
      noProgram: 'Er ist eingeschaltet, aber es ist kein Programm gewählt.',
      noProgramFix: 'Wählen Sie unter „Schutz“ eines.',
      noWholePath:
        '„{{program}}“ ist kein vollständiger Pfad; was damit gemeint ist, hängt davon ab, wo Mainstay gestartet wurde.',
      wholePathFix: 'Geben Sie den vollständigen Pfad des Programms an, etwa /usr/local/bin/before-shutdown.',
      folder: '{{program}} ist ein Ordner.',
      chooseProgram: 'Wählen Sie ein Programm.',
      noSuchProgram: '{{program}} gibt es nicht, oder dieses Konto kann es nicht sehen.',
      chooseThere: 'Wählen Sie ein Programm, das es gibt.',
      notExecutable: 'Dieses Konto kann {{program}} nicht ausführen.',
      program: '{{program}} gibt es, und es ist ausführbar. Probieren Sie es unter „Schutz“ einmal aus.',
      cycle: 'Wiederanlauf nach dem Herunterfahren',
      hook: 'USV im letzten Augenblick ausgeschaltet',
      hookThere: 'Der Hook für das Ende des Herunterfahrens ist installiert: Nichts wird zu früh abgeschaltet.',
      hookMissing:
        'Der Hook für das Ende des Herunterfahrens ist nicht nutzbar: {{why}}. Stattdessen wird die USV im Voraus angewiesen, mit einer Verzögerung, die länger sein muss als das Herunterfahren.',
      service: 'Jederzeit geschützt',
      serviceThere: 'Mainstay läuft als Dienst, auch bevor sich jemand anmeldet.',
      noService: 'Mainstay schützt diesen Computer nur, solange Sie angemeldet sind und Mainstay läuft.',
      clock: 'Die Uhr',
      clockRight: 'Die Uhr zeigt eine plausible Zeit.',
      clockWrong:
        'Die Uhr zeigt das Jahr {{year}}. Countdowns hängen nicht von ihr ab, Zeitpläne und Berichte aber schon.',
      clockFix:
        'Stellen Sie die Uhr; geht sie nach jedem Start falsch, ersetzen Sie die Batterie auf der Hauptplatine.',
    },
    toldLate: '{{name}} wird im letzten Augenblick des Herunterfahrens angewiesen, den Ausgang abzuschalten.',
    notTold:
      '{{name}} wurde nicht angewiesen, den Ausgang abzuschalten: {{why}} Die Last wird versorgt, bis die Batterie leer ist oder das Netz zurückkommt; kommt das Netz zurück, starten Sie diesen Computer von Hand.',
    why: '{{why}}.',
    told: '{{name}} wurde angewiesen, den Ausgang nach der eigenen Verzögerung abzuschalten ({{steps}}).',
    toldIn: '{{name}} wurde angewiesen, den Ausgang in {{seconds, duration}} abzuschalten ({{steps}}).',
    noAnswer: 'Sie hat nach {{seconds, duration}} noch nicht geantwortet.',
    cannotStop:
      '{{name}} wurde angewiesen, den Ausgang abzuschalten, und lässt sich nicht mehr aufhalten. Speichern Sie Ihre Arbeit jetzt.',
    takenBack:
      '{{name}} wurde angewiesen, den Ausgang doch nicht abzuschalten: Dieser Computer läuft noch. {{message}}',
    cycle: {
      byTimer: 'Sie schaltet ihren Ausgang {{seconds, duration}} später wieder ein, per Zeitschaltung',
      startsItself: 'Sie startet von selbst, wenn das Netz zurückkommt',
      givesBack: 'Sie gibt nach einem Augenblick wieder Strom, ob das Netz da ist oder nicht',
      onlyAtOnce:
        'Sie kann ihren Ausgang nur sofort abschalten; das ist zu früh, solange dieser Computer herunterfährt',
      noCommand: 'Sie bietet keinen Befehl an, der ihren Ausgang ab- und wieder einschaltet',
      waitsAtMost:
        'Sie kann höchstens {{most, duration}} warten, bevor sie ihren Ausgang abschaltet, und dieser Computer braucht {{needed, duration}} zum Herunterfahren',
      decidesItself:
        'Sie entscheidet selbst, wann sie ihren Ausgang abschaltet; das kann sein, bevor dieser Computer heruntergefahren ist',
      noStart: 'Ihr lässt sich nicht vorgeben, wann sie wieder einschaltet: Das tut sie, sobald das Netz da ist',
      notFed: 'Sie versorgt diesen Computer nicht, also schaltet Mainstay sie nie aus.',
      leftOn:
        'Mainstay lässt sie nach einem Herunterfahren an, wie unter „Schutz“ festgelegt. Kommt das Netz zurück, bevor ihre Batterie leer ist, bleibt dieser Computer aus, bis jemand ihn startet.',
      sleeping:
        'Mainstay lässt sie an, während dieser Computer im Standby ist: Ihren Ausgang abzuschalten würde schaden.',
      onlyCommand:
        'Mainstay lässt sie an, wenn nur Ihr eigener Befehl läuft: Ihren Ausgang abzuschalten würde schaden.',
      simulated: 'Sie ist simuliert und versorgt nichts.',
      unread: 'Sie wurde noch nicht abgelesen; was sie anbietet, ist also nicht bekannt.',
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
        'Alles, was an ihr hängt, ist so lange ohne Strom. Die Firmware dieses Computers muss so eingestellt sein, dass er startet, wenn der Strom zurückkommt. Manche Modelle nehmen den Befehl an und ignorieren ihn; der Bericht nach dem nächsten Start sagt es dann.',
      unverified: 'Dieser Treiber wurde noch nie an einem echten Gerät erprobt: Verlassen Sie sich nicht darauf.',
    },
    linux: {
      programs: 'busctl und systemctl sind vorhanden.',
      programMissing: '{{missing}} fehlt; {{found}} muss reichen.',
      noPrograms: 'Dieses System hat weder busctl noch systemctl; es bleibt nur shutdown(8), und das braucht root.',
      noProgramsFix:
        'Führen Sie Mainstay als root aus, oder probieren Sie „shutdown -h +60“ und „shutdown -c“ unter dem Konto, mit dem es läuft.',
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
      seeLog: 'Sehen Sie im Protokoll von systemd-logind nach.',
      challenge: 'Das System würde zuerst nach einem Passwort fragen, und vielleicht ist niemand da, der es eingibt.',
      noInhibitors: 'Es gibt kein logind, das Programme um Aufschub bitten könnten.',
      blocking:
        'Dem steht zurzeit etwas entgegen: {{names}}. Mainstay tut es trotzdem, denn die Batterie wartet nicht; was dieses Programm gerade tut, wird vielleicht abgebrochen.',
      blockingFix: 'Lassen Sie es fertig werden. Ist es immer da, hilft „systemd-inhibit --list“ weiter.',
      delaying: 'Zuvor gibt es, wie das System es vorsieht, einige Sekunden Aufschub für {{names}}.',
      free: 'Kein Programm steht dem entgegen.',
      noSwap: 'Es gibt keinen Swap auf einem Datenträger, also keinen Platz, um den Arbeitsspeicher zu sichern.',
      addSwap:
        'Richten Sie Swap in der Größe des Arbeitsspeichers ein, oder wählen Sie unter „Schutz“ das Herunterfahren.',
      littleSwap:
        'Der Swap fasst {{swap}}, der Arbeitsspeicher {{memory}}: Ist der Arbeitsspeicher voll, scheitert der Ruhezustand.',
      makeSwap:
        'Machen Sie den Swap so groß wie den Arbeitsspeicher, oder wählen Sie unter „Schutz“ das Herunterfahren.',
      swap: 'Der Swap fasst {{swap}}, der Arbeitsspeicher {{memory}}.',
      noResume:
        'Dem Kernel ist nicht angegeben, wo er zu finden ist (resume=); auf UEFI-Computern findet systemd ihn von selbst.',
      gigabytes: '{{size}}\u00a0GB',
    },
    chooseShutdown: 'Wählen Sie unter „Schutz“ das Herunterfahren.',
    mac: {
      noHibernation: 'macOS hat keinen Befehl dafür; wählen Sie den Standby oder das Herunterfahren',
      noHibernationCheck: 'macOS hat keinen Befehl für den Ruhezustand.',
      sleep: 'Jedes Konto darf diesen Computer in den Standby versetzen.',
      root: 'Mainstay läuft als root.',
      events:
        'Das Herunterfahren geht über „System Events“. macOS muss Mainstay erlauben, es zu steuern, und offene Dokumente können das Herunterfahren aufhalten.',
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
      noAnswer: 'keine Antwort nach {{seconds, duration}}',
      exitCode: 'Exit-Code {{code}}',
      failed: '{{command}} ist fehlgeschlagen ({{why}})',
    },
    hook: {
      notExecutable: '{{hook}} ist nicht ausführbar',
      notInstalled: '{{hook}} ist nicht installiert',
      notWritable: 'dieses Konto darf nicht nach {{place}} schreiben',
    },
    own: {
      wroteMuch: '{{message}} Er hat so viel ausgegeben, dass nur das Ende aufbewahrt wurde.',
      noneChosen: 'Ihr eigener Befehl wurde nicht ausgeführt: Es ist keiner gewählt. Wählen Sie ihn unter „Schutz“.',
      tooSlow:
        'Ihr eigener Befehl wurde abgebrochen: Er war nach {{seconds, duration}} nicht fertig. Machen Sie ihn schneller, oder geben Sie ihm unter „Schutz“ mehr Zeit.',
      well: 'Ihr eigener Befehl ist erfolgreich durchgelaufen.',
      signal: 'Ihr eigener Befehl ist mit Signal {{signal}} fehlgeschlagen. Sehen Sie sich seine Ausgabe an.',
      exitCode: 'Ihr eigener Befehl ist mit Exit-Code {{code}} fehlgeschlagen. Sehen Sie sich seine Ausgabe an.',
      notExecutable: 'dieses Konto kann es nicht ausführen',
      noProgram: 'es gibt kein solches Programm',
      notStarted:
        'Ihr eigener Befehl {{program}} wurde nicht gestartet: {{reason}}. Korrigieren Sie ihn unter „Schutz“.',
    },
    order: {
      runs: '„{{program}}“ würde mit dem Konto ausgeführt, unter dem Mainstay läuft. Bestätigen Sie das zuerst; es wurde nichts getan.',
      shutdownNow:
        'Wenn Sie jetzt herunterfahren, wird sofort jedes Programm auf diesem Computer beendet. Bestätigen Sie das zuerst; nichts wurde getan.',
      notArmed: 'Nicht scharf geschaltet, weil eine Prüfung nicht bestanden wurde. {{why}}',
      agree:
        'Alle Prüfungen sind bestanden. Ist der Schutz einmal scharf geschaltet, fährt Mainstay diesen Computer wirklich herunter: Bestätigen Sie das zuerst.',
      armed: 'Der Schutz ist scharf: Mainstay wird diesen Computer wirklich herunterfahren.',
    },
  },
};
