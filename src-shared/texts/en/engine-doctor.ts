/** What the examination of this computer says. */
export const engineDoctor = {
  examined: {
    settings: 'Settings',
    settingsWhole: 'The settings file is whole.',
    history: 'History',
    historyWhole: 'The history file is whole.',
    folder: 'Data folder',
    writable: '{{path}} can be written.',
    notWritable:
      '{{path}} cannot be written, so nothing would be kept. Make it writable, or set MAINSTAY_DATA to another folder.',
    rules: 'USB rules',
    rulesThere: '{{folder}}/{{file}} lets users reach USB UPSes.',
    rulesNotNeeded: '{{file}} is not installed; running as root, it is not needed.',
    rulesMissing:
      '{{file}} is not installed, so only root may reach USB UPSes. Copy the file of that name that comes with Mainstay there, then run: {{command}}.',
    hid: 'USB UPS {{place}}',
    hidReached: '{{device}} can be reached.',
    serial: 'Serial ports',
    noSerial: 'This computer has none.',
    serialOpen: '{{names}} can be opened by this account.',
    serialNotListed: 'They could not be listed. {{why}}',
  },
};
