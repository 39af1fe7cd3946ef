/** Settings, history and recordings: files that cannot be read or written, and what becomes of them. */
export const engineRecords = {
  record: {
    tooLarge: '{{file}} is too large for a recording.',
    notRegular: '{{file}} is no regular file but a device, a pipe or the like, so it is not read. Name a regular file.',
    longerThan: '{{file}} is longer than {{size}}, which no such file is, so it is not read.',
    noneInBundle: '{{file}} cannot be replayed: it has no device with a recording. It has: {{known}}.',
    notInBundle: '{{file}} cannot be replayed: it has no device "{{device}}". It has: {{known}}.',
    noBundle: '{{file}} cannot be replayed: it is no support bundle ({{why}}).',
    noZip: 'it is not a zip file',
    emptyFolder: 'the folder has neither an .snmprec file nor an exchange file nor a report_descriptor.hex',
    misfit: 'its files do not fit',
    noRow: 'it has no row of the form OID|type|value',
    noExchange: 'it holds no exchange, neither as > and < lines nor as a log of send: and read:',
    noRecording: 'There is no recording {{path}}. Check the path.',
    unreadable: '{{path}} cannot be read ({{why}}). Make it readable.',
    notReplayed: '{{file}} cannot be replayed: {{why}}.',
    badRow: 'Line {{line}} is no row of a .snmprec recording (OID|tag|value).',
    badValue: 'Line {{line}} of the .snmprec recording has a value that is no {{type}}.',
    noRows: 'The recording holds no rows of the form OID|tag|value.',
    unknown: {
      profile: 'There is no profile "{{name}}". There are: {{known}}.',
      scenario: 'There is no scenario "{{name}}". There are: {{known}}.',
    },
    historyUnusable:
      'The history file {{file}} cannot be used ({{reason}}). Mainstay goes on, keeps history in memory, and tries again by itself. Check that the folder can be written to, that the disk has space and that no other Mainstay is running.',
    historyDamaged:
      'The history file was damaged ({{why}}). It was kept as {{keptAs}} and a new history was begun; older charts and events are in the kept file only.',
    empty: 'it was empty',
    notDatabase: 'it is not a database',
    notHistory: 'it is not a Mainstay history',
    newer: 'a newer Mainstay wrote it, in format {{format}}',
    notJson: 'it is not JSON ({{why}})',
    noObject: 'it holds no object',
    noFormat: 'it does not say which version of the format it has',
    neverFormat: 'there has never been a format {{format}}',
    notMigrated: 'its format {{format}} could not be brought up to date ({{why}})',
    unknownReason: 'unknown reason',
    wholeMisfit: 'the whole does not fit: {{why}}',
    partMisfit: '"{{part}}" does not fit: {{why}}',
    notTaken: 'These settings were not taken: {{why}}. Nothing was changed.',
    settingsMissing: 'The settings file {{file}} is missing.',
    lastInForce:
      '{{what}} Mainstay goes on with the settings that were last in force; nothing of the file was taken over.',
    defaults: 'Mainstay has started with its default settings: add your UPS and look at Protection again.',
    asBefore: 'Mainstay has started with the settings as they were before the last change: please look through them.',
    settingsUnusable: 'The settings file {{file}} cannot be used: {{why}}.',
    keptAs: '{{what}} It was kept as {{file}}.',
    settingsUnreadable: 'The settings file {{about}} cannot be read ({{reason}}). Nothing is written over it.',
    settingsStuck: '{{about}} It cannot be moved away either ({{reason}}). Nothing is written over it.',
    settingsNotWritten:
      'The settings could not be written to {{about}} ({{reason}}). They are in force, and would be lost if Mainstay ended now; Mainstay tries again by itself. Check the disk and the rights of that folder.',
    stoppedWithin:
      'Mainstay stopped during this outage, perhaps because the power did; how the outage ended is not known.',
    unreadableParts:
      'Parts of the history file cannot be read any more and are left out of charts. The disk may be failing; everything else is kept.',
    historyNotWritten:
      'The history cannot be written ({{reason}}). Charts will have a gap; events wait in memory. Free some space on the disk of {{file}}, or check that the file may be written to; Mainstay tries again with each reading.',
    historyNotWrittenDropped_one:
      'The history cannot be written ({{reason}}). Charts will have a gap; events wait in memory. {{count}} event could not be kept. Free some space on the disk of {{file}}, or check that the file may be written to; Mainstay tries again with each reading.',
    historyNotWrittenDropped_other:
      'The history cannot be written ({{reason}}). Charts will have a gap; events wait in memory. {{count}} events could not be kept. Free some space on the disk of {{file}}, or check that the file may be written to; Mainstay tries again with each reading.',
    historyUnreadable: 'The history cannot be read ({{reason}}). Restarting Mainstay may help.',
    folderUnusable:
      'The folder {{folder}} cannot be written to ({{why}}). Mainstay runs all the same, with the settings that can be read there, else with the default settings; until this is mended it keeps nothing, and it tries again by itself. Make room on the disk, make the folder writable, or name another in MAINSTAY_DATA.',
    folderOpen:
      'Others may write to {{open}}, where Mainstay keeps its settings ({{folder}}). They could change how this computer is protected, and what Mainstay runs. Take that right from them (chmod go-w), or name another folder in MAINSTAY_DATA.',
    inUse:
      "Another Mainstay has {{folder}} open. Two at once would spoil each other's history. Use that one, quit it first, or name another folder in MAINSTAY_DATA.",
    inUseBy: {
      desktop:
        "Another Mainstay, the desktop program (process {{pid}}), has {{folder}} open. Two at once would spoil each other's history. Use that one, quit it first, or name another folder in MAINSTAY_DATA.",
      headless:
        "Another Mainstay, `mainstay serve` (process {{pid}}), has {{folder}} open. Two at once would spoil each other's history. Use that one, quit it first, or name another folder in MAINSTAY_DATA.",
      service:
        "Another Mainstay, the Mainstay service (process {{pid}}), has {{folder}} open. Two at once would spoil each other's history. Use that one, quit it first, or name another folder in MAINSTAY_DATA.",
    },
  },
};
