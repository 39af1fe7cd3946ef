/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    learned: {
      voltage: 'The UPS does not tell it: it is worked out from the voltage of its battery, and holds only about.',
      reason: '{{reason}} {{why}}',
      missing: 'The UPS does not tell it: this is the least that Mainstay has learned from earlier outages.',
      more: 'The UPS says more than its battery has ever kept: this is the least that Mainstay has learned from earlier outages.',
      died: 'This UPS may have gone off early before: this is the least that Mainstay has learned from earlier outages.',
    },
    shortened: 'The countdown is shorter than set, because the battery would not last.',
    willAct: {
      shutdown: 'In {{seconds, duration}} Mainstay will shut this computer down.',
      hibernate: 'In {{seconds, duration}} Mainstay will hibernate this computer.',
      sleep: 'In {{seconds, duration}} Mainstay will put this computer to sleep.',
      command: 'In {{seconds, duration}} Mainstay will run your command.',
      shutdown_now: 'Mainstay will shut this computer down now.',
      hibernate_now: 'Mainstay will hibernate this computer now.',
      sleep_now: 'Mainstay will put this computer to sleep now.',
      command_now: 'Mainstay will run your command now.',
    },
    wouldAct: {
      shutdown:
        'Practice: in {{seconds, duration}} Mainstay would shut this computer down. It will only make a note of it.',
      hibernate:
        'Practice: in {{seconds, duration}} Mainstay would hibernate this computer. It will only make a note of it.',
      sleep:
        'Practice: in {{seconds, duration}} Mainstay would put this computer to sleep. It will only make a note of it.',
      command: 'Practice: in {{seconds, duration}} Mainstay would run your command. It will only make a note of it.',
      shutdown_now: 'Practice: Mainstay would shut this computer down now. It will only make a note of it.',
      hibernate_now: 'Practice: Mainstay would hibernate this computer now. It will only make a note of it.',
      sleep_now: 'Practice: Mainstay would put this computer to sleep now. It will only make a note of it.',
      command_now: 'Practice: Mainstay would run your command now. It will only make a note of it.',
    },
    tooShort: 'The battery would not last for the whole countdown and the shutdown.',
    cutShort: '{{reason}} It is cut short to {{seconds, duration}}.',
    cutShort_now: '{{reason}} It is cut short and ends now.',
    stop: {
      off: 'Protection was switched off.',
      notFed: 'The UPS no longer feeds this computer.',
      trigger: 'Its trigger was switched off.',
      withdrawn: 'The request was withdrawn.',
      mains: 'Mains is back.',
      enough: 'Enough UPSes hold again.',
    },
    slept: 'This computer has slept since the countdown began; everything is judged again.',
    returned: 'Mains returned before anything had to be done.',
    stopped: 'The shutdown countdown was stopped: {{why}}',
    beganAndStopped: 'A shutdown countdown began and was stopped: {{why}} {{reason}}',
    personAsked: 'A person asked for it.',
    requested: '{{from}} asks this computer to shut down: {{reason}}',
    scheduled: 'A shutdown is set for {{time}}.',
    noLongerHolds: 'The trigger that started it no longer holds.',
    actsNow: {
      shutdown: '{{reason}} Mainstay will now shut this computer down.',
      hibernate: '{{reason}} Mainstay will now hibernate this computer.',
      sleep: '{{reason}} Mainstay will now put this computer to sleep.',
      command: '{{reason}} Mainstay will now run your command.',
    },
    acted: {
      shutdown: 'Mainstay began to shut this computer down.',
      hibernate: 'Mainstay began to hibernate this computer.',
      sleep: 'Mainstay began to put this computer to sleep.',
      command: 'Mainstay ran your command.',
    },
    wouldHaveActed: {
      shutdown: 'Practice: Mainstay would have shut this computer down.',
      hibernate: 'Practice: Mainstay would have hibernated this computer.',
      sleep: 'Practice: Mainstay would have put this computer to sleep.',
      command: 'Practice: Mainstay would have run your command.',
    },
    confirmed: '{{name}} is on battery: mains is away.',
    confirmedWhy: 'On battery for longer than the confirmation delay.',
    over: 'Mains is back and stable at {{name}}, after {{seconds, duration}} on battery.',
    overWhy: 'On mains for as long as it takes to be stable.',
    lostOnBattery:
      'Contact with {{name}} was lost while it was on battery. Mainstay assumes that it still is: a running countdown goes on, and the time counts as time on battery.',
    lost: 'Contact with {{name}} was lost. Nothing is shut down for that, but until it is back this UPS cannot protect this computer.',
    lostWhy: 'Contact was lost.',
    resumed:
      'This computer has slept, or Mainstay did not run, for {{seconds, duration}}. What the UPSes said before that no longer counts.',
    resumedWhy: 'Old readings no longer count.',
    missed:
      'The shutdown set for {{when}} was missed: this computer slept, its clock was set, or something else was going on.',
    missedText: '{{reason}} It will not be done later.',
    quietByPerson: 'Nothing is shut down for it, because a person stopped that.',
    carriedBy: 'Nothing is shut down for it while {{names}} can carry this computer.',
    notice: {
      noUps:
        'No UPS feeds this computer, so an outage shuts nothing down. Add your UPS in Devices, or mark one there as feeding this computer.',
      simulatedOnly:
        'There is only a simulated UPS: what happens to it is never more than practice. Add your own UPS in Devices.',
      supplies:
        'The rules require {{needed}} UPSes to hold, and only {{there}} can: Mainstay acts as soon as one of these fails. Change in Protection how many must hold.',
      lostOnBattery:
        'Contact with {{name}} was lost while it was on battery. Mainstay assumes that it still is: a running countdown goes on, and the time is counted here. Check its cable.',
      lost: 'Contact with {{name}} is lost. Nothing is shut down for that, but until it is back an outage goes unseen. Check its cable.',
      powerDoubt:
        'It is not certain whether {{name}} is on battery: {{signs}}. Until its signs agree, nothing is shut down for it. Look whether mains is there; if this goes on, have the UPS checked.',
      testStuck:
        '{{name}} has said for {{seconds, estimate}} that it tests its battery. If no test is running, that report is stuck; an outage still counts.',
      noTrigger:
        'No trigger is set to act for {{name}}: in an outage Mainstay only warns, until the battery is empty. Set one to act in Protection, such as time on battery.',
      noStatus:
        '{{name}} cannot protect this computer on its own: it does not say whether it is on battery. Check its driver in Devices.',
      noValues:
        '{{name}} cannot protect this computer on its own: it reports none of the values that the rules ask for. Turn on time on battery, which Mainstay counts itself.',
      fault:
        '{{name}} reports, on mains: {{fault}}. In an outage it may not carry this computer. Unplug something from it, or have it checked.',
      plan: 'At this load {{name}} would last for about {{seconds, estimate}}; going down takes {{needed, duration}} with the countdown. In an outage Mainstay acts at once and cuts the countdown short. Unplug something, shorten the countdown, or replace the battery.',
    },
    spent: {
      low: 'Too little is left to wait: {{name}} says that its battery is low.',
      charge: 'Too little is left to wait: the battery of {{name}} is at {{charge}}\u00a0%.',
      time: 'Too little is left to wait: the battery lasts for about {{seconds, estimate}}, and going down takes {{needed, duration}}.',
    },
    aboutToCut: '{{name}} is about to cut the power.',
    noCountdown: 'The rules leave no time for a countdown.',
    unknownTime: 'It is not known how long the battery lasts.',
    cannotPostpone:
      'The battery lasts for about {{seconds, estimate}} more. Put off by {{more, duration}}, the shutdown would need {{needed, duration}}, a reserve included.',
    tooLate: 'It is too late: the last step has been taken and cannot be undone.',
    noneRunning: 'No countdown is running, so there is nothing to stop or put off.',
    refused: 'Refused. {{why}} The countdown goes on.',
    off: 'Protection is off: Mainstay shuts nothing down. Turn it on first.',
    practice: 'As this is practice, the last step is only noted.',
    goingDown: 'Going down now.',
    noRequests: 'The rules take no requests from other machines. Nothing was done.',
    onlyTold: 'It was only reported: the rules do not act on requests.',
    countdownBegins: 'A countdown begins.',
    personStopped: 'A person stopped the shutdown countdown.',
    countdownStopped: 'The countdown was stopped.',
    countdownStoppedForNow:
      'The countdown was stopped. What started it will not start another one until mains has been back; every other trigger still can.',
    personPostponed: 'A person put the shutdown off by {{seconds, duration}}; it comes in {{left, duration}}.',
    postponed: 'The shutdown was put off; it comes in {{left, duration}}.',
    plan: {
      live: '{{name}} lasts for about {{seconds, estimate}} more; going down takes {{needed, duration}}.',
      lost: '{{name}} lasts for about {{seconds, estimate}} more, by what it last said before contact was lost; going down takes {{needed, duration}}.',
      liveWithCountdown:
        '{{name}} lasts for about {{seconds, estimate}} more; going down takes {{needed, duration}} with the countdown.',
      lostWithCountdown:
        '{{name}} lasts for about {{seconds, estimate}} more, by what it last said before contact was lost; going down takes {{needed, duration}} with the countdown.',
    },
    preview: {
      mainsLost: 'Mains is lost at {{name}}.',
      empty: 'The battery is empty; this computer loses its power.',
      emptyOne: 'The battery of {{name}} is empty.',
      command: 'Your command runs, for at most {{seconds, duration}}.',
      practice: {
        shutdown: 'As practice, Mainstay notes that it would shut this computer down.',
        hibernate: 'As practice, Mainstay notes that it would hibernate this computer.',
        sleep: 'As practice, Mainstay notes that it would put this computer to sleep.',
        command: 'As practice, Mainstay notes that it would run your command.',
      },
      acts: {
        shutdown: 'Mainstay will shut this computer down.',
        hibernate: 'Mainstay will hibernate this computer.',
        sleep: 'Mainstay will put this computer to sleep.',
        command: 'Mainstay will run your command.',
      },
      upsOff: 'This computer is down; the UPS cuts its output.',
      down: 'This computer is down.',
      upsOn: 'Once mains is back, the UPS gives power again.',
    },
    doubtfulLowComesAndGoes:
      '{{name}} says again and again that its battery is low, and in between that it is not. Mainstay believes it once it has said so for longer.',
    doubtfulCharge:
      '{{name}} suddenly reports a charge of {{charge}}\u00a0%. No battery empties so fast, so Mainstay believes it only if it lasts {{seconds, duration}}.',
    doubtfulRuntime:
      '{{name}} suddenly reports {{runtime, duration}} of runtime at a good charge. No battery empties so fast, so Mainstay believes it only if it lasts {{seconds, duration}}.',
    powerDoubt:
      'It is not certain whether {{name}} is on battery: {{signs}}. Until its signs agree, Mainstay shuts nothing down for it. Look whether mains is there.',
    powerDoubtWhy: 'The signs of where the power comes from contradict each other.',
    sign: {
      statusMains: 'it says that it is on mains',
      statusBattery: 'it says that it is on battery',
      statusBoth: 'it says that it is on mains and on battery',
      discharging: 'it says that its battery gives power',
      charging: 'it says that its battery is being charged',
      inputAway: 'there is no mains at its input',
      inputThere: 'there is mains at its input',
      batteryFalls: 'its battery empties',
      batteryRises: 'its battery fills',
    },
    confirmedBySigns: '{{name}} is on battery, whatever its status says: {{signs}}.',
    confirmedAddedUp:
      'Mains comes and goes at {{name}}: together it has been on battery for {{seconds, duration}}. The time adds up until mains is stable.',
    lostInDoubt:
      'Contact with {{name}} was lost just after it had said that it is on battery. Nobody knows whether it still is; nothing is shut down for that. Look whether mains is there, and check its cable.',
    stillLost:
      'There has been no contact with {{name}} for {{seconds, estimate}}; it was on battery when contact was lost. Mainstay assumes that it still is. Look whether mains is there, and check its cable.',
    actsAtOnce: {
      shutdown: 'Mainstay shuts this computer down now.',
      hibernate: 'Mainstay hibernates this computer now.',
      sleep: 'Mainstay puts this computer to sleep now.',
      command: 'Mainstay runs your command now.',
    },
    wouldActAtOnce: {
      shutdown: 'Practice: Mainstay would shut this computer down now. It will only make a note of it.',
      hibernate: 'Practice: Mainstay would hibernate this computer now. It will only make a note of it.',
      sleep: 'Practice: Mainstay would put this computer to sleep now. It will only make a note of it.',
      command: 'Practice: Mainstay would run your command now. It will only make a note of it.',
    },
    cutToNow: '{{reason}} It is over now.',
    overload: 'overload',
    wordlessAlarm: 'an alarm without words',
    doubtful:
      '{{name}} says that its battery is low, at a charge of {{charge}}\u00a0%. That is a contradiction, so Mainstay believes it only if it lasts {{seconds, duration}}.',
    doubtfulWithRuntime:
      '{{name}} says that its battery is low, at a charge of {{charge}}\u00a0% and {{runtime, duration}} of runtime. That is a contradiction, so Mainstay believes it only if it lasts {{seconds, duration}}.',
    trigger: {
      request: '{{name}} announces a forced shutdown: another machine has asked for it.',
      lowBattery: '{{name}} says that its battery is low.',
      charge: 'The battery of {{name}} is at {{charge}}\u00a0%; the limit is {{limit}}\u00a0%.',
      runtime: '{{name}} has {{runtime, duration}} of runtime left; the limit is {{limit, duration}}.',
      fault: '{{name}} is on battery and says that it cannot carry on: {{fault}}.',
      timeOnBattery: '{{name}} has been on battery for {{seconds, duration}}; the limit is {{limit, duration}}.',
    },
    feed: {
      notFed: 'This UPS does not feed this computer.',
      disabled: 'This UPS is switched off in Mainstay.',
      simulated: 'This UPS is simulated, which does not count beside a real one.',
      unread: 'Nothing has been read from this UPS yet.',
      zeroRuntime: 'This UPS reports a runtime of 0 at a good charge, so it does not know its runtime.',
      missing: {
        status: 'This UPS does not report whether it is on battery.',
        charge: 'This UPS does not report its battery charge.',
        runtime: 'This UPS does not report its runtime.',
      },
      missingBecause: {
        status: 'This UPS does not report whether it is on battery: {{reason}}.',
        charge: 'This UPS does not report its battery charge: {{reason}}.',
        runtime: 'This UPS does not report its runtime: {{reason}}.',
      },
    },
    fault: 'A fault in Mainstay itself disturbed protection: {{what}}. Do not rely on it, and please report this.',
    after: {
      unknownLength: 'How long it took is not known: no journal was kept, or this account may not read it.',
      down: 'It was down after {{seconds, duration}}.',
      broken:
        'After {{seconds, duration}} the journal breaks off without its closing line: power may have gone before it was down. Look at the length of the shutdown in Protection.',
      begun: 'This computer was shut down by Mainstay. {{reason}}',
      notAsked: 'No UPS was asked to cut its output.',
      notCut:
        '{{names}} did not cut the output as asked: this computer started again before that could have happened. Do not rely on the UPS to bring this computer back.',
      maybeCut:
        '{{names}} was asked to cut the output. A computer that is off starts by itself only when its power comes back: if nobody pressed its button, the UPS did as asked.',
      cut: '{{names}} cut the output as asked.',
      offBriefly: 'It was off for less than a minute.',
      off: 'It was off for {{seconds, estimate}}.',
    },
    notKept:
      'The state of protection cannot be kept on disk ({{why}}). Protection goes on; but if Mainstay were killed during an outage, it would start over. Make room on the disk.',
  },
};
