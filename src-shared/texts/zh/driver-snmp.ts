/** What the driver of SNMP agents says. */
export const driverSnmp = {
  snmp: {
    gone: '代理不再应答此项',
    neverThere: '代理没有此项',
    alarmsUnnamed: '代理只统计告警数量，不说明是什么告警',
    wholeSecondsTwice: '请给出距关闭的整数秒，以及此后距开启的整数秒，例如“30 180”。',
    wholeSecondsUpTo: '请给出输出保持关闭的整数秒，最多 {{most}}。',
    argument: {
      off: '距输出关闭的时间',
      offAndOn: '距关闭的时间，以及此后距开启的时间',
      on: '距输出开启的时间',
      reboot: '输出保持关闭的时间',
    },
    lostContact: '代理与其 UPS 失去通信：它的应答是旧的',
    noSource: '代理不说明由什么为负载供电',
    zeroRuntime: '代理发送 0\u00a0分钟，却没有报告电池电量低',
    zeroCharge: '代理发送 0%，却没有报告电池电量低',
    zeroVoltage: '代理发送 0\u00a0V；不测量电压的代理会这样',
    zeroTemperature: '代理发送 0\u00a0°C；没有传感器的代理会这样',
    zeroFlow: '代理发送 0，而负载并不为 0；不测量此值的代理会这样',
    refused: '代理已拒绝。通常是因为团体名或用户只有读取权限：请改用有写入权限的，或在网卡上授权。',
    atMost: '代理最多接受 {{length}} 个字符。',
    latin: '代理只接受基本拉丁字母。',
    notNumber: '“{{value}}”不是数字。',
    steps: '代理以 {{unit}} 为步长。',
    oneOf: '请给出以下之一：{{values}}。',
  },
};
