/** What is done to this computer and its UPSes, and whether it could be done. */
export const engineAct = {
  act: {
    noCommand: 'There is no command to run.',
    commandPractised: 'Practice: {{said}} {{reason}}',
    practised: {
      shutdown: 'Practice: Mainstay would have shut this computer down now. {{reason}}',
      hibernate: 'Practice: Mainstay would have hibernated this computer now. {{reason}}',
      sleep: 'Practice: Mainstay would have put this computer to sleep now. {{reason}}',
    },
    practisedWithCut: {
      shutdown:
        'Practice: Mainstay would have shut this computer down now and told the UPS to cut its output. {{reason}}',
      hibernate:
        'Practice: Mainstay would have hibernated this computer now and told the UPS to cut its output. {{reason}}',
      sleep:
        'Practice: Mainstay would have put this computer to sleep now and told the UPS to cut its output. {{reason}}',
    },
    asked: {
      shutdown: 'The system was asked to shut this computer down ({{by}}). {{reason}}',
      hibernate: 'The system was asked to hibernate this computer ({{by}}). {{reason}}',
      sleep: 'The system was asked to put this computer to sleep ({{by}}). {{reason}}',
    },
    notDone: {
      shutdown:
        'The system did not shut this computer down: {{why}}. Save your work and do it yourself now; then let Protection check what is missing. {{reason}}',
      hibernate:
        'The system did not hibernate this computer: {{why}}. Save your work and do it yourself now; then let Protection check what is missing. {{reason}}',
      sleep:
        'The system did not put this computer to sleep: {{why}}. Save your work and do it yourself now; then let Protection check what is missing. {{reason}}',
    },
    onlyLinux: 'only Linux has one',
    unknownPlatform: 'Mainstay does not know how to do that on {{platform}}',
    unknownPlatformCheck: 'Mainstay does not know how to do that on {{platform}}.',
    check: {
      privilege: 'Permission',
      programs: 'Ways to shut down',
      inhibitors: 'Nothing in the way',
      hibernation: 'Room to hibernate',
      ups: 'A UPS that feeds this computer',
      noUps: 'None of the devices feeds this computer, so nothing can protect it.',
      onlySimulated:
        'None of the devices feeds this computer, so nothing can protect it. With a simulated one you can only practise.',
      noUpsFix: 'Add your UPS in Devices and mark it as feeding this computer.',
      unread: 'Mainstay cannot read {{names}} now, so an outage would go unseen. {{why}}',
      unreadFix: 'Check its cable and that it is on; Devices says what is wrong.',
      read: 'Mainstay reads {{names}}.',
      partlyRead: 'Mainstay reads {{names}}, but not {{lost}}.',
      partlyReadFix: 'Devices says what is wrong with it.',
      triggers: 'Something that starts the shutdown',
      triggersFix: 'Switch on “time on battery” in Protection: all it needs is that the UPS reports being on battery.',
      noTrigger: 'No trigger acts: an outage would only be reported.',
      triggersFed: 'Every UPS that feeds this computer can start the shutdown.',
      blind: 'No trigger that acts can work with {{names}}. {{why}}',
      plan: 'Time enough',
      noRuntime:
        'From losing mains to being down takes up to {{needed, duration}}; no UPS reports how long it would last.',
      noRuntimeFix: 'Run a drill, and set “time on battery” well below what the battery lasts.',
      takes:
        'From losing mains to being down takes up to {{needed, duration}}; {{name}} reports {{runtime, duration}} at this load.',
      tooLong: '{{message}} Its battery would be empty before this computer is down.',
      tooLongFix:
        'Shorten the countdown or your own command in Protection, unplug something from the UPS, or use a larger one.',
      sleep: 'Sleep keeps nothing',
      sleepText: 'A sleeping computer needs power: when the battery is empty, everything that was open is lost.',
      sleepFix: 'Choose shutdown or hibernation in Protection.',
      own: 'Your own command',
      noProgram: 'It is switched on, but no program is chosen.',
      noProgramFix: 'Choose one in Protection.',
      noWholePath: '“{{program}}” is not a full path, so what it means depends on where Mainstay was started.',
      wholePathFix: 'Give the full path of the program, such as /usr/local/bin/before-shutdown.',
      folder: '{{program}} is a folder.',
      chooseProgram: 'Choose a program.',
      noSuchProgram: '{{program}} does not exist, or this account cannot see it.',
      chooseThere: 'Choose a program that exists.',
      notExecutable: '{{program}} is not executable for this account.',
      program: '{{program}} is there and can be run. Try it once in Protection.',
      cycle: 'Coming back after the shutdown',
      hook: 'UPS switched off at the last moment',
      hookThere: 'The late shutdown hook is installed: nothing is cut off too early.',
      hookMissing:
        'The late shutdown hook cannot be used: {{why}}. The UPS is told ahead instead, with a delay that has to outlast the shutdown.',
      service: 'Protected at all times',
      serviceThere: 'Mainstay runs as a service, even before anyone logs in.',
      noService: 'Mainstay protects this computer only while you are logged in and Mainstay runs.',
      clock: 'The clock',
      clockRight: 'The clock shows a plausible time.',
      clockWrong: 'The clock shows the year {{year}}. Countdowns do not depend on it, but schedules and reports do.',
      clockFix: 'Set the clock; if it is wrong after every start, replace the battery on the mainboard.',
    },
    toldLate: '{{name}} will be told to cut its output at the last moment of the shutdown.',
    notTold:
      '{{name}} was not told to cut its output: {{why}} It carries the load until its battery is empty or mains returns; in that case start this computer by hand.',
    why: '{{why}}.',
    told: '{{name}} was told to cut its output after its own delay ({{steps}}).',
    toldIn: '{{name}} was told to cut its output in {{seconds, duration}} ({{steps}}).',
    noAnswer: 'It did not answer within {{seconds, duration}}.',
    cannotStop: '{{name}} was told to cut its output and cannot be stopped any more. Save your work now.',
    takenBack: '{{name}} was told not to cut its output after all: this computer is still running. {{message}}',
    cycle: {
      byTimer: 'It switches its output on again {{seconds, duration}} later, by a timer',
      startsItself: 'It starts by itself when mains returns',
      givesBack: 'It gives power back after a moment, mains or not',
      onlyAtOnce: 'It can only cut its output at once, which is too early while this computer is going down',
      noCommand: 'It offers no command that cuts its output and gives it back',
      waitsAtMost:
        'It can wait at most {{most, duration}} before it cuts its output, and this computer needs {{needed, duration}} to go down',
      decidesItself: 'It decides by itself when it cuts its output, which may be before this computer is down',
      noStart: 'It cannot be told when to come back: it does so as soon as mains is there',
      notFed: 'It does not feed this computer, so Mainstay never switches it off.',
      leftOn:
        'Mainstay leaves it on after a shutdown, as Protection says. If mains returns before its battery is empty, this computer stays off until somebody starts it.',
      sleeping: 'Mainstay leaves it on while this computer sleeps: cutting its output would do harm.',
      onlyCommand: 'Mainstay leaves it on after nothing but your own command: cutting its output would do harm.',
      simulated: 'It is simulated and feeds nothing.',
      unread: 'It has not been read yet, so nobody knows what it offers.',
      cannot:
        '{{why}}. If mains returns before its battery is empty, this computer stays off until somebody starts it.',
      sends: {
        late: 'At the last moment of the shutdown Mainstay sends {{names}}: the UPS cuts its output, and gives it back when mains is there.',
        shutdown:
          'Right before the shutdown, {{seconds, duration}} ahead, Mainstay sends {{names}}: the UPS cuts its output, and gives it back when mains is there.',
        hibernate:
          'Right before the hibernation, {{seconds, duration}} ahead, Mainstay sends {{names}}: the UPS cuts its output, and gives it back when mains is there.',
      },
      sendsNoted: {
        late: 'At the last moment of the shutdown Mainstay sends {{names}}: the UPS cuts its output. {{note}}.',
        shutdown:
          'Right before the shutdown, {{seconds, duration}} ahead, Mainstay sends {{names}}: the UPS cuts its output. {{note}}.',
        hibernate:
          'Right before the hibernation, {{seconds, duration}} ahead, Mainstay sends {{names}}: the UPS cuts its output. {{note}}.',
      },
      everything:
        'Everything on it loses power for that time. The firmware of this computer must be set to start when power returns. Some models take the command and ignore it; the report after the next start says so.',
      unverified: 'This driver has never been tried on a real device: do not rely on it.',
    },
    linux: {
      programs: 'busctl and systemctl are there.',
      programMissing: '{{missing}} is missing; {{found}} has to do.',
      noPrograms: 'This system has neither busctl nor systemctl; only shutdown(8) is left, which needs root.',
      noProgramsFix: 'Run Mainstay as root, or try “shutdown -h +60” and “shutdown -c” as the account it runs as.',
      noAnswer: 'no answer',
      noLogindRoot: 'logind does not answer ({{why}}); as root it works without.',
      noLogind: {
        shutdown: 'logind does not answer ({{why}}), and without it this account cannot shut down the computer.',
        hibernate: 'logind does not answer ({{why}}), and without it this account cannot hibernate the computer.',
        sleep: 'logind does not answer ({{why}}), and without it this account cannot put the computer to sleep.',
      },
      may: {
        shutdown: 'This account may shut down the computer.',
        hibernate: 'This account may hibernate the computer.',
        sleep: 'This account may put the computer to sleep.',
      },
      mayNot: {
        shutdown: 'This account may not shut down the computer.',
        hibernate: 'This account may not hibernate the computer.',
        sleep: 'This account may not put the computer to sleep.',
      },
      notAvailable: 'This computer cannot do that: logind says that it is not available.',
      seeLog: 'Look at the log of systemd-logind.',
      challenge: 'The system would ask for a password first, and nobody may be there to type it.',
      noInhibitors: 'There is no logind that programs could ask to wait.',
      blocking:
        '{{names}} wants to prevent it now. Mainstay does it all the same, because the battery does not wait; what that program is doing may be cut off.',
      blockingFix: 'Let it finish. If it is always there, see “systemd-inhibit --list”.',
      delaying: '{{names}} is given a few seconds first, as the system allows.',
      free: 'No program prevents it.',
      noSwap: 'There is no swap on a disk, so there is nowhere to write memory to.',
      addSwap: 'Add swap as large as the memory, or choose shutdown in Protection.',
      littleSwap: 'Swap holds {{swap}}, memory {{memory}}: when memory is full, hibernation fails.',
      makeSwap: 'Make swap as large as the memory, or choose shutdown in Protection.',
      swap: 'Swap holds {{swap}}, memory {{memory}}.',
      noResume: 'The kernel is not told where to find it (resume=); on UEFI computers systemd finds it by itself.',
      gigabytes: '{{size}}\u00a0GB',
    },
    chooseShutdown: 'Choose shutdown in Protection.',
    mac: {
      noHibernation: 'macOS has no command for it; choose sleep or shutdown',
      noHibernationCheck: 'macOS has no command for hibernation.',
      sleep: 'Every account may put this computer to sleep.',
      root: 'Mainstay runs as root.',
      events:
        'Shutting down goes through System Events, which macOS has to be told that Mainstay may control, and which open documents can stop.',
      eventsFix:
        'System Settings, Privacy & Security, Automation: let Mainstay control System Events. Or: sudo mainstay service install',
    },
    windows: {
      privilege: 'This account has the privilege SeShutdownPrivilege.',
      noPrivilege: 'This account may not shut the computer down: it has no SeShutdownPrivilege.',
      noPrivilegeFix:
        'As administrator: mainstay service install. Or secpol.msc, Local Policies, User Rights Assignment, Shut down the system.',
      hibernation: 'Hibernation is switched on.',
      noHibernation: 'Hibernation is switched off, or this computer does not have it (powercfg /a says why).',
      noHibernationFix: 'As administrator: powercfg /hibernate on',
    },
    run: {
      noAnswer: 'no answer in {{seconds, duration}}',
      exitCode: 'exit code {{code}}',
      failed: '{{command}} failed ({{why}})',
    },
    hook: {
      notExecutable: '{{hook}} is not executable',
      notInstalled: '{{hook}} is not installed',
      notWritable: 'this account may not write to {{place}}',
    },
    own: {
      wroteMuch: '{{message}} It wrote so much that only the end was kept.',
      noneChosen: 'Your own command was not run: none is chosen. Choose it in Protection.',
      tooSlow:
        'Your own command was stopped: it had not finished within {{seconds, duration}}. Make it faster, or give it more time in Protection.',
      well: 'Your own command has succeeded.',
      signal: 'Your own command failed with signal {{signal}}. Look at its output.',
      exitCode: 'Your own command failed with exit code {{code}}. Look at its output.',
      notExecutable: 'it is not executable for this account',
      noProgram: 'there is no such program',
      notStarted: 'Your own command {{program}} was not started: {{reason}}. Correct it in Protection.',
    },
    order: {
      runs: '“{{program}}” would run as the account that Mainstay runs as. Confirm that first; nothing was done.',
      shutdownNow:
        'Shutting down now ends every program on this computer at once. Confirm that first; nothing was done.',
      notArmed: 'Not armed, since a check failed. {{why}}',
      agree: 'Every check has passed. Once armed, Mainstay really shuts this computer down: confirm that first.',
      armed: 'Protection is armed: Mainstay will really shut this computer down.',
    },
  },
};
