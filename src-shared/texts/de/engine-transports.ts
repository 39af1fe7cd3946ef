/** Ports, devices and agents: why one cannot be opened or read, and what to do. */
export const engineTransports = {
  port: {
    missing:
      'Den Anschluss {{path}} gibt es nicht. Der Adapter ist nicht eingesteckt oder heißt jetzt anders. Stecken Sie ihn ein, oder wählen Sie den Anschluss neu.',
    notSerial: '{{path}} ist kein serieller Anschluss. Wählen Sie unter „Geräte“ einen der Anschlüsse.',
    notOpened: '{{path}} ließ sich nicht öffnen: {{reason}}. Ziehen Sie den Adapter ab und stecken Sie ihn wieder ein.',
    denied:
      'Ihr Konto darf {{path}} nicht öffnen. Erlauben Sie es Mainstay, oder starten Sie Mainstay mit einem Konto, das es darf.',
    deniedLinux:
      'Ihr Konto darf {{path}} nicht öffnen. Der Anschluss gehört der Gruppe {{group}}. Führen Sie aus: {{command}}   Melden Sie sich dann ab und wieder an.',
    inUse:
      'Ein anderes Programm belegt {{path}}, daher kann Mainstay die USV nicht ablesen. Schließen Sie dieses Programm (oft NUT, apcupsd, ModemManager oder ein Terminal).',
    inUseLinux:
      'Ein anderes Programm belegt {{path}}, daher kann Mainstay die USV nicht ablesen. Schließen Sie dieses Programm (oft NUT, apcupsd, ModemManager oder ein Terminal). Welches es ist, zeigt: {{command}}',
    adapterMissing:
      'Nicht eingesteckt: {{adapter}}. Stecken Sie den Adapter ein, egal in welche Buchse; er wird von selbst gefunden.',
    gone: 'Der Anschluss {{path}} ist weg: Das Kabel oder sein Adapter wurde abgezogen.',
    adapter: 'Serieller USB-Adapter {{numbers}}',
    adapterWithSerial: 'Serieller USB-Adapter {{numbers}}, Seriennummer {{serial}}',
    anyProduct: 'beliebig',
    ambiguous:
      '{{number}} Geräte {{device}} sind angeschlossen, und die Adresse sagt nicht, welches gemeint ist. Verwenden Sie {{names}}.',
    nodeMissing:
      '{{path}} gibt es nicht. Die USV ist abgezogen oder unter anderem Namen wieder da: Eine Adresse nach ihren Nummern (hid:051d:0002) bleibt gleich.',
    hidMissing:
      'Kein USB-Gerät {{device}} ist angeschlossen. Prüfen Sie das Kabel zwischen der USV und diesem Computer.',
    otherPort: 'An Anschluss {{port}} ist kein Gerät {{device}} angeschlossen; vorhanden ist {{kin}}.',
    otherSerial: 'Kein Gerät {{device}} mit der Seriennummer {{serial}} ist angeschlossen; vorhanden ist {{kin}}.',
    nutDriver: 'NUT-Treiber {{name}}',
    powerPanel: 'PowerPanel von CyberPower (pwrstatd)',
    process: '{{program}} (Prozess {{pid}})',
    device: 'Das Gerät',
    described: '{{name}} ({{numbers}})',
    describedAtPort: '{{name}} ({{numbers}}) an USB-Port {{port}}',
    hidDeniedMac:
      '{{device}} darf von diesem Benutzer nicht geöffnet werden. Erlauben Sie Mainstay unter „Systemeinstellungen“, „Datenschutz & Sicherheit“, „Eingabeüberwachung“.',
    hidDenied:
      '{{device}} darf von diesem Benutzer nicht geöffnet werden. Starten Sie Mainstay als Benutzer, der das Gerät verwenden darf.',
    hidDeniedLinux:
      '{{device}} darf von diesem Benutzer nicht geöffnet werden. Legen Sie die Regeln von Mainstay in {{file}} ab (sie liegen Mainstay bei; die Zeile für dieses Gerät ist {{rule}}) und führen Sie dann aus: {{command}}. Auf einem Rechner ohne Desktop muss der Benutzer außerdem in der Gruppe plugdev sein.',
    taken:
      '{{device}} wurde dem HID-Treiber des Systems von einem Programm weggenommen, das inzwischen beendet ist. Um es zurückzugeben, ziehen Sie das Kabel ab und stecken Sie es wieder ein.',
    takenLinux:
      '{{device}} wurde dem HID-Treiber des Systems von einem Programm weggenommen, das inzwischen beendet ist. Um es zurückzugeben, ziehen Sie das Kabel ab und stecken Sie es wieder ein, oder führen Sie aus: {{command}}.',
    takenBy:
      '{{device}} wird von einem anderen Programm benutzt, das es dem HID-Treiber des Systems weggenommen hat: {{holder}}. Nur eines von beiden kann es beobachten: Beenden Sie dieses Programm, ziehen Sie dann das Kabel ab und stecken Sie es wieder ein.',
    takenByLinux:
      '{{device}} wird von einem anderen Programm benutzt, das es dem HID-Treiber des Systems weggenommen hat: {{holder}}. Nur eines von beiden kann es beobachten: Beenden Sie dieses Programm, ziehen Sie dann das Kabel ab und stecken Sie es wieder ein, oder führen Sie aus: {{command}}.',
    hidInUse: '{{device}} wird von einem anderen Programm benutzt. Schließen Sie, was diese USV sonst noch beobachtet.',
    hidGone: '{{device}} ist weg.',
    hidNotOpened:
      '{{device}} ließ sich nicht öffnen: {{reason}}. Ziehen Sie das Kabel ab und stecken Sie es wieder ein.',
    noDescriptor:
      '{{device}}: Der Report-Deskriptor, ohne den die Reports nichts bedeuten, ließ sich nicht lesen: {{why}}.',
    notInRegistry: 'die I/O-Registry führt das Gerät nicht auf',
    noDescriptorWindows:
      '{{device}}: Der Report-Deskriptor, ohne den die Reports nichts bedeuten, ließ sich nicht lesen: {{why}}. PowerShell muss dafür laufen dürfen.',
    windowsSilent: 'Windows lieferte nichts',
    descriptorMissing:
      '{{device}} lieferte keinen Report-Deskriptor, ohne den die Reports nichts bedeuten. Ziehen Sie das Kabel ab und stecken Sie es wieder ein.',
    noRecorded: '{{why}} Auch Mainstay hat für dieses Modell keinen aufgezeichnet.',
    recordedInstead:
      '{{why}} Stattdessen wird der verwendet, der von einem Gerät {{name}} aufgezeichnet wurde ({{source}}). Eine andere Firmware hat vielleicht einen anderen: Vergleichen Sie die Werte mit der Anzeige der USV.',
    agent: '{{host}}, Port {{port}}',
    snmp3Silent:
      '{{who}} antwortet nicht auf SNMP Version 3. Prüfen Sie die Adresse, den Benutzer und seine Passwörter, und ob SNMP Version 3 auf der Karte aktiviert ist.',
    snmpSilent:
      '{{who}} antwortet nicht auf SNMP Version {{version}}. Agenten schweigen, wenn die Community nicht ihre ist: Prüfen Sie diese, die Adresse, und ob SNMP Version {{version}} auf der Karte aktiviert ist.',
    snmpUnreachable:
      '{{who}} ist nicht erreichbar ({{why}}). Prüfen Sie Adresse und Port, und ob SNMP auf der Karte aktiviert ist.',
    snmpGarbled: '{{who}} antwortet, aber nicht in SNMP Version {{version}}. Prüfen Sie den Port und die Version.',
    snmpRefused:
      '{{who}} weist den Benutzer ab ({{why}}). Prüfen Sie Benutzer, Passwörter und die Verfahren für Authentifizierung und Verschlüsselung.',
    unknownHost:
      'Der Host „{{host}}“ ist nicht bekannt ({{why}}). Prüfen Sie den Namen, oder geben Sie seine Adresse an.',
    otherPassword: 'die Antwort ist mit einem anderen Passwort signiert',
    otherPrivacy: 'die Antwort lässt sich nicht entschlüsseln',
    wasClosed: 'der Anschluss wurde geschlossen',
    isClosed: 'der Anschluss ist geschlossen',
    unplugged: '{{device}} wurde abgezogen.',
  },
};
