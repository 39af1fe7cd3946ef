/** Why a reply holds no value, and why a value cannot be sent: what drivers have in common. */
export const driverKit = {
  reply: {
    blank: '留空',
    filled: '以“{{text}}”填充',
    notNumber: '“{{text}}”不是数字',
    controlCharacters: '含有控制字符',
    zeros: '全部填零',
    tooShort: '应答太短',
    means: '代理发送 {{number}}，意为“未知”',
    allOnes: '所有位均为 1（{{raw}}），意为“未设置”',
    impossible: '代理发送 {{number}}，这是不可能的值',
    notText: '代理在应为文本处发送了 {{type}}',
    notInMib: '代理发送 {{number}}，MIB 中没有此值',
    notNumberOfAgent: '代理发送 {{type}} {{value}}，它不是数字',
    noValueFor: '设备发送 {{raw}}，它不代表任何值',
    wholeSeconds: '请给出整数秒，例如“30”。',
    giveNumber: '请给出 {{min}} 至 {{max}} 的数字。',
    argument: {
      seconds: '秒数',
      off: '距关闭的秒数',
      offAndOn: '距关闭的秒数，以及此后距重新开启的秒数',
      testLength: '测试时长',
    },
  },
};
