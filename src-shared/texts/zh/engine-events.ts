/** What happens to a UPS, as events tell it: status words coming and going, contact lost and found. */
export const engineEvents = {
  deviceEvent: {
    TRIM: {
      came: '{{name}} 正在降低过高的市电电压。没有使用电池。',
      went: '{{name}} 不再调整市电电压。',
    },
    BOOST: {
      came: '{{name}} 正在升高过低的市电电压。没有使用电池。',
      went: '{{name}} 不再调整市电电压。',
    },
    TEST: {
      came: '{{name}} 开始电池测试。',
      went: '{{name}} 结束电池测试。',
    },
    CAL: {
      came: '{{name}} 开始有意放电，以测定电池可供电多久。',
      went: '{{name}} 结束校准。',
    },
    BYPASS: {
      came: '{{name}} 让市电绕过自身直接供电；停电时电池起不到作用。',
      went: '{{name}} 结束旁路，重新保护负载。',
    },
    RB: {
      came: '{{name}} 提示需要更换电池。',
      went: '{{name}} 不再提示更换电池。',
    },
    ALARM: {
      came: '{{name}} 报告告警。',
      went: '{{name}} 不再报告告警。',
    },
    OFF: {
      came: '{{name}} 关闭了输出。',
      went: '{{name}} 开启了输出。',
    },
    OVER: {
      came: '{{name}} 过载：所接设备超出了它的承载能力。',
      went: '{{name}} 不再过载。',
    },
    OB: {
      came: '{{name}} 改由电池供电：市电中断。',
      went: '{{name}} 恢复市电供电。',
    },
    LB: {
      came: '{{name}} 报告电池电量低。',
      went: '{{name}} 不再报告电池电量低。',
    },
    FSD: {
      came: '{{name}} 即将切断供电：有强制关机请求。',
      went: '{{name}} 不再预告强制关机。',
    },
    answersAgain: '{{name}} 恢复应答。',
    reports: '{{name}} 报告：{{alarm}}',
    lost: 'Mainstay 与 {{name}} 的通信已中断。{{why}}',
    charge: '电量 {{charge}}。',
    chargeAndRuntime: '电量 {{charge}}，还剩 {{runtime}}。',
  },
};
