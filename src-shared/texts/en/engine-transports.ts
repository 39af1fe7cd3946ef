/** Ports, devices and agents: why one cannot be opened or read, and what to do. */
export const engineTransports = {
  port: {
    missing:
      'There is no port {{path}}. The adapter is not plugged in, or has another name now. Plug it in, or choose the port anew.',
    notSerial: '{{path}} is not a serial port. Choose one of the ports in Devices.',
    notOpened: '{{path}} could not be opened: {{reason}}. Unplug the adapter and plug it in again.',
    denied: 'Your account may not open {{path}}. Allow Mainstay to use it, or start Mainstay from an account that may.',
    deniedLinux:
      'Your account may not open {{path}}. It belongs to the group {{group}}. Run: {{command}}   Then log out and in again.',
    inUse:
      'Another program holds {{path}}, so Mainstay cannot read the UPS. Close that program (often NUT, apcupsd, ModemManager or a terminal).',
    inUseLinux:
      'Another program holds {{path}}, so Mainstay cannot read the UPS. Close that program (often NUT, apcupsd, ModemManager or a terminal). It is shown by: {{command}}',
    adapterMissing: 'The {{adapter}} is not plugged in. Plug it in, to any socket; it is found by itself.',
    gone: 'The port {{path}} has gone: the cable or its adapter was unplugged.',
    adapter: 'USB serial adapter {{numbers}}',
    adapterWithSerial: 'USB serial adapter {{numbers}}, serial number {{serial}}',
    anyProduct: 'any',
    ambiguous: '{{number}} devices {{device}} are plugged in, and the address does not say which. Use {{names}}.',
    nodeMissing:
      '{{path}} is not there. The UPS is unplugged, or came back under another name: an address by its numbers (hid:051d:0002) stays the same.',
    hidMissing: 'No USB device {{device}} is plugged in. Check the cable between the UPS and this computer.',
    otherPort: 'No device {{device}} at port {{port}} is plugged in; there is {{kin}}.',
    otherSerial: 'No device {{device}} with the serial number {{serial}} is plugged in; there is {{kin}}.',
    nutDriver: "NUT's driver {{name}}",
    powerPanel: "CyberPower's PowerPanel (pwrstatd)",
    process: '{{program}} (process {{pid}})',
    device: 'The device',
    described: '{{name}} ({{numbers}})',
    describedAtPort: '{{name}} ({{numbers}}) at USB port {{port}}',
    hidDeniedMac:
      '{{device}} may not be opened by this user. Allow Mainstay under System Settings, Privacy & Security, Input Monitoring.',
    hidDenied: '{{device}} may not be opened by this user. Start Mainstay as a user who may use the device.',
    hidDeniedLinux:
      "{{device}} may not be opened by this user. Put Mainstay's rules into {{file}} (they come with it; the line for this device is {{rule}}), then run: {{command}}. On a machine without a desktop the user must be in the group plugdev as well.",
    taken:
      "{{device}} was taken from the system's HID driver by a program that has ended since. To give it back, unplug the cable and plug it in again.",
    takenLinux:
      "{{device}} was taken from the system's HID driver by a program that has ended since. To give it back, unplug the cable and plug it in again, or run: {{command}}.",
    takenBy:
      "{{device}} is in use by {{holder}}, which has taken it from the system's HID driver. Only one of the two can watch it: stop that program, then unplug the cable and plug it in again.",
    takenByLinux:
      "{{device}} is in use by {{holder}}, which has taken it from the system's HID driver. Only one of the two can watch it: stop that program, then unplug the cable and plug it in again, or run: {{command}}.",
    hidInUse: '{{device}} is in use by another program. Close what else watches this UPS.',
    hidGone: '{{device}} is gone.',
    hidNotOpened: '{{device}} could not be opened: {{reason}}. Unplug its cable and plug it in again.',
    noDescriptor:
      'The report descriptor of {{device}} could not be read, without which its reports mean nothing: {{why}}.',
    notInRegistry: 'the I/O registry does not list it',
    noDescriptorWindows:
      'The report descriptor of {{device}} could not be read, without which its reports mean nothing: {{why}}. PowerShell must be allowed to run for this.',
    windowsSilent: 'Windows gave nothing',
    descriptorMissing:
      '{{device}} gave no report descriptor, without which its reports mean nothing. Unplug its cable and plug it in again.',
    noRecorded: '{{why}} Mainstay has no recorded one of this model either.',
    recordedInstead:
      '{{why}} In its place the one is used that was recorded of a {{name}} ({{source}}). Another firmware may have another: compare the values with the display of the UPS.',
    agent: '{{host}}, port {{port}}',
    snmp3Silent:
      '{{who}} does not answer SNMP version 3. Check the address, the user and its passwords, and that SNMP version 3 is enabled on the card.',
    snmpSilent:
      '{{who}} does not answer SNMP version {{version}}. Agents are silent when the community is not theirs: check it, the address, and that SNMP version {{version}} is enabled on the card.',
    snmpUnreachable:
      '{{who}} cannot be reached ({{why}}). Check the address and port, and that SNMP is enabled on the card.',
    snmpGarbled: '{{who}} answers, but not in SNMP version {{version}}. Check the port and the version.',
    snmpRefused:
      '{{who}} refuses the user ({{why}}). Check user, passwords, and the protocols for authentication and privacy.',
    unknownHost: 'The host "{{host}}" is not known ({{why}}). Check its name, or give its address.',
    otherPassword: 'its answer is signed with another password',
    otherPrivacy: 'its answer cannot be decrypted',
    wasClosed: 'the port was closed',
    isClosed: 'the port is closed',
    unplugged: '{{device}} was unplugged.',
  },
};
