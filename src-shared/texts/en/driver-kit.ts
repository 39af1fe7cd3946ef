/** Why a reply holds no value, and why a value cannot be sent: what drivers have in common. */
export const driverKit = {
  reply: {
    blank: 'left blank',
    filled: 'filled with "{{text}}"',
    notNumber: '"{{text}}" is not a number',
    controlCharacters: 'holds control characters',
    zeros: 'filled with zeros',
    tooShort: 'the reply is too short',
    means: 'the agent sends {{number}}, which means "not known"',
    allOnes: 'all bits are set ({{raw}}), which means "not set"',
    impossible: 'the agent sends {{number}}, which is impossible',
    notText: 'the agent sends {{type}} where text belongs',
    notInMib: 'the agent sends {{number}}, which the MIB does not know',
    notNumberOfAgent: 'the agent sends {{type}} {{value}}, which is not a number',
    noValueFor: 'the device sent {{raw}}, which stands for no value',
    wholeSeconds: 'Give whole seconds, as in "30".',
    giveNumber: 'Give a number from {{min}} to {{max}}.',
    argument: {
      seconds: 'Seconds',
      off: 'Seconds until off',
      offAndOn: 'Seconds until off, and then until on again',
      testLength: 'Length of the test',
    },
  },
};
