/** The conversation with a UPS: how it stands, and what became of commands and settings. */
export const engineSession = {
  session: {
    nothingUsable: '{{device}} sendet nichts Brauchbares mehr.',
    unwatched: 'Diese USV wird nicht mehr beobachtet.',
    keepsTrying: '{{why}} Mainstay versucht es weiter. Prüfen Sie das Kabel und ob die USV eingeschaltet ist.',
    identified: 'Erkannt: {{protocol}}.',
    driverFault:
      'Ein Fehler in Mainstays eigenem Treiber hat den Austausch mit {{device}} beendet: {{what}}. Andere Geräte laufen weiter. Bitte melden Sie ihn mit dem Mitschnitt aus „Diagnose“.',
    fault:
      'Ein Fehler in Mainstay selbst hat den Austausch mit {{device}} beendet: {{what}}. Andere Geräte laufen weiter. Bitte melden Sie ihn mit dem Mitschnitt aus „Diagnose“.',
    thisUps: 'dieser USV',
    silent:
      'Es kommt keine Antwort. Prüfen Sie das Kabel oder die Netzwerkadresse und ob die USV eingeschaltet ist; Mainstay versucht es weiter.',
    unrecognisedByMany:
      'Etwas antwortet, aber nicht wie eine USV, die eines von {{number}} Protokollen spricht. Prüfen Sie, ob Anschluss und Treiber stimmen. Ein Adapter ohne Kontakt zu seiner USV sieht genauso aus.',
    unrecognised:
      'Etwas antwortet, aber nicht wie eine USV, die {{protocols}} spricht. Prüfen Sie, ob Anschluss und Treiber stimmen. Ein Adapter ohne Kontakt zu seiner USV sieht genauso aus.',
    ended: 'Die Verbindung zu dieser USV ist beendet.',
    commandFault: 'Ein Fehler in Mainstays eigenem Treiber hat dies verhindert: {{what}}',
    closed: 'Die Verbindung zu {{device}} wurde geschlossen.',
    stale:
      'Seit {{seconds, duration}} keine brauchbare Antwort. Die gezeigten Werte sind alt. Hält das an, prüfen Sie das Kabel oder das Netzwerk und ob die USV eingeschaltet ist.',
    probeUnrecognised:
      'Etwas antwortet, aber nicht wie eine USV, die {{protocols}} spricht. Vielleicht ist es ein anderes Gerät, oder es spricht ein Protokoll, das Mainstay nicht kennt. Ein Adapter ohne Kontakt zu seiner USV sieht genauso aus.',
    probeSilent:
      'Auf {{protocols}} kommt keine Antwort. Prüfen Sie das Kabel oder die Adresse und ob die USV eingeschaltet ist.',
    charge: {
      charging:
        'Solange das Ladegerät arbeitet, zeigt die Spannung das Ladegerät und nicht, wie voll die Batterie ist. Im Batteriebetrieb wird er wieder angegeben.',
      noRating: 'nicht geraten: Das Gerät nennt die Nennspannung seiner Batterie nicht',
      unfitting: 'nicht geraten: {{volts}}\u00a0V passen nicht zu den {{rated}}\u00a0V Nennspannung',
      lithium: 'nicht geraten: Die Spannung einer Lithiumbatterie bleibt gleich, bis sie fast leer ist',
      noLoad: 'nicht geraten: Das Gerät meldet seine Last nicht, und unter Last sinkt die Spannung',
      unmeasured:
        'noch nicht geraten: Wie weit die Spannung unter Last sinkt, wird beim ersten Ausfall nach {{seconds, duration}} am Netz gemessen',
      settling: 'noch nicht geraten: Die Spannung beruhigt sich noch nach dem Ausfall des Netzes',
    },
    stoppedReporting: 'Das Gerät meldet es nicht mehr.',
    notAnswered: 'Das Gerät hat diese Frage zu lange nicht beantwortet.',
    tooMany: 'Es warten zu viele Befehle für diese USV. Warten Sie, bis sie erledigt sind.',
    unconfirmed: '{{name}} wurde nicht gesendet, weil es erst bestätigt werden muss. {{effect}}',
    notOffered: 'Diese USV bietet {{name}} nicht an. Nichts wurde gesendet.',
    noArgument: '{{name}} nimmt kein Argument an. Nichts wurde gesendet.',
    needsArgument: '{{name}} braucht ein Argument: {{argument}}. Nichts wurde gesendet.',
    notSettable: '{{name}} lässt sich bei dieser USV nicht ändern. Nichts wurde gesendet.',
    takesOneOf: 'Möglich ist eines von: {{values}}.',
    takesNumber: 'Möglich ist eine Zahl von {{min}} bis {{max}}.',
    takesLength: 'Möglich sind höchstens {{length}} Zeichen.',
    accepted: '{{what}}: Die USV hat es angenommen.',
    sent: '{{what}}: gesendet. Diese USV bestätigt Befehle nicht.',
    refused: '{{what}}: Die USV hat es verweigert. {{why}}',
    noReason: 'Sie nannte keinen Grund.',
    invalid: '{{what}}: Nichts wurde gesendet. {{why}}',
    maybeDone: '{{what}}: Die USV hat nicht geantwortet; ob es ausgeführt wurde, ist nicht bekannt.',
    valueRefused: '{{what}}: Die USV hat „{{wanted}}“ verweigert. {{why}}',
    confirmed: '{{what}} ist jetzt {{value}}; die USV meldet es.',
    maybeChanged: '{{what}}: Die USV hat nicht geantwortet; ob es geändert wurde, ist nicht bekannt.',
    ignored: '{{what}}: Die USV hat „{{wanted}}“ angenommen, meldet aber {{value}}.',
    valueSent: '{{what}}: „{{wanted}}“ wurde gesendet, aber die USV meldet nicht, welchen Wert sie jetzt hat.',
    connecting: 'Die Verbindung wird noch aufgebaut.',
    unreached: 'Nichts wurde gesendet, weil diese USV zurzeit nicht erreichbar ist. {{why}}',
  },
};
