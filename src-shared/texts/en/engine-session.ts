/** The conversation with a UPS: how it stands, and what became of commands and settings. */
export const engineSession = {
  session: {
    nothingUsable: '{{device}} no longer sends anything usable.',
    unwatched: 'This UPS is no longer watched.',
    keepsTrying: '{{why}} Mainstay keeps trying. Check the cable, and that the UPS is on.',
    identified: 'Identified: {{protocol}}.',
    driverFault:
      "A fault in Mainstay's own driver stopped the conversation with {{device}}: {{what}}. Other devices go on. Please report it with the trace from Diagnostics.",
    fault:
      'A fault in Mainstay itself stopped the conversation with {{device}}: {{what}}. Other devices go on. Please report it with the trace from Diagnostics.',
    thisUps: 'this UPS',
    silent: 'Nothing answers. Check the cable or the network address, and that the UPS is on; Mainstay keeps trying.',
    unrecognisedByMany:
      'Something answers, but not as a UPS that speaks any of {{number}} protocols. Check that it is the right port and driver. An adapter that has no contact with its UPS looks the same.',
    unrecognised:
      'Something answers, but not as a UPS that speaks {{protocols}}. Check that it is the right port and driver. An adapter that has no contact with its UPS looks the same.',
    ended: 'The connection to this UPS has ended.',
    commandFault: "A fault in Mainstay's own driver stopped this: {{what}}",
    closed: 'The connection to {{device}} was closed.',
    stale:
      'No usable answer for {{seconds, duration}}. The values shown are old. If it lasts, check the cable or the network, and that the UPS is on.',
    probeUnrecognised:
      'Something answers, but not as a UPS that speaks {{protocols}}. It may be another device, or speak a protocol that Mainstay does not know. An adapter that has no contact with its UPS looks the same.',
    probeSilent: 'Nothing answers to {{protocols}}. Check the cable or the address, and that the UPS is on.',
    charge: {
      charging:
        'While the charger works, the voltage shows the charger and not how full the battery is. It is told again on battery.',
      noRating: 'not guessed: the device does not say the rated voltage of its battery',
      unfitting: 'not guessed: {{volts}}\u00a0V does not go with the rated {{rated}}\u00a0V',
      lithium: 'not guessed: the voltage of a lithium battery stays the same until it is nearly empty',
      noLoad: 'not guessed: the device does not report its load, and the voltage sinks under load',
      unmeasured:
        'not guessed yet: how far the voltage sinks under load is measured at the first outage after {{seconds, duration}} on mains',
      settling: 'not guessed yet: the voltage is still settling after mains went',
    },
    stoppedReporting: 'The device has stopped reporting it.',
    notAnswered: 'The device has not answered this question for too long.',
    tooMany: 'Too many commands are waiting for this UPS. Wait until they are done.',
    unconfirmed: '{{name}} was not sent, because it needs to be confirmed first. {{effect}}',
    notOffered: 'This UPS does not offer {{name}}. Nothing was sent.',
    noArgument: '{{name}} takes no argument. Nothing was sent.',
    needsArgument: '{{name}} needs an argument: {{argument}}. Nothing was sent.',
    notSettable: 'This UPS does not let {{name}} be changed. Nothing was sent.',
    takesOneOf: 'It takes one of: {{values}}.',
    takesNumber: 'It takes a number from {{min}} to {{max}}.',
    takesLength: 'It takes at most {{length}} characters.',
    accepted: '{{what}}: the UPS accepted it.',
    sent: '{{what}}: sent. This UPS does not acknowledge commands.',
    refused: '{{what}}: the UPS refused. {{why}}',
    noReason: 'It gave no reason.',
    invalid: '{{what}}: nothing was sent. {{why}}',
    maybeDone: '{{what}}: the UPS did not answer, so it may or may not have been done.',
    valueRefused: '{{what}}: the UPS refused "{{wanted}}". {{why}}',
    confirmed: '{{what}} is now {{value}}; the UPS reports it.',
    maybeChanged: '{{what}}: the UPS did not answer, so it may or may not have been changed.',
    ignored: '{{what}}: the UPS took "{{wanted}}", but reports {{value}}.',
    valueSent: '{{what}}: "{{wanted}}" was sent, but the UPS does not report what it holds.',
    connecting: 'It is still being connected.',
    unreached: 'Nothing was sent, because this UPS cannot be reached now. {{why}}',
  },
};
