/** What the driver of the Q* family says. */
export const driverMegatec = {
  megatec: {
    oneCell: '{{volts}}\u00a0V 是单个电池单体的电压，而设备不说明有多少个单体',
    nak: 'UPS 的应答是 NAK。',
    unknown: 'UPS 不识别此命令。',
    answered: 'UPS 的应答是“{{text}}”。',
    noBeeper: 'UPS 没有说明蜂鸣器是否开启。',
    offDelay: '输出关闭前的延迟必须在 0 至 {{most}}\u00a0秒之间。',
    onDelay: '输出恢复前的延迟必须在 0 至 {{most}}\u00a0秒之间。',
    testLength: '电池测试可持续 {{least}} 至 {{most}}\u00a0秒。',
    silent: '设备对 {{command}} 没有应答',
    notKnown: '设备不识别 {{command}}',
    oddAnswer: '对 {{command}} 的应答没有意义：“{{text}}”',
    noSense: '对 {{command}} 的应答没有意义',
  },
};
