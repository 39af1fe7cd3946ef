/** What the driver of APC's Microlink says. */
export const driverApcmicrolink = {
  microlink: {
    noCommand: '这台 UPS 没有此命令。',
    noPanel: 'UPS 没有说明其面板的设置。',
    authentication: {
      accepted: 'UPS 接受了我们对其质询的应答。',
      notRequired: 'UPS 不要求认证。',
      notAccepted:
        'UPS 没有接受我们对其质询的应答。每次读数后它都会停止应答，需要从头重新读取，耗时数秒；它不接受命令。请断开其他程序与其端口的连接，并将此问题连同“诊断”中的通信记录一起报告。',
      notAnswerable:
        '无法应答 UPS 的质询，因为没有找到它的序列号或密码。每次读数后它都会停止应答，需要从头重新读取，耗时数秒；它不接受命令。请将此问题连同“诊断”中的通信记录一起报告。',
    },
    group: '该组既不是开启也不是关闭',
    noVoltage: '设置 0x{{setting}} 不是单一的电压',
    beeper: '设置既没有说开启也没有说关闭',
    bothSources: '0x{{status}} 同时表示市电和电池',
    noSource: '0x{{status}} 没有说明由什么为负载供电',
    efficiency: {
      unknown: 'UPS 不知道此值',
      loadTooLow: '负载太低，无法判断',
      outputOff: '输出已关闭',
      onBattery: 'UPS 正由电池供电',
      inBypass: 'UPS 处于旁路',
      charging: '电池正在充电',
      poorMains: '市电质量太差',
      noBattery: '电池未连接',
    },
    noText: '含有不是文本的字节',
    oddNumber: '无法理解 {{bytes}}\u00a0字节的数字',
    neverSet: '从未设置',
    noChoice: '{{raw}} 不是已知的选项',
    nothingSaid: '没有任何说明',
    noBit: '0x{{bytes}} 中没有已知的位',
    notHeld: '“{{text}}”不是 UPS 可以保存的数字。',
    date: '请给出 2000-01-01 之后的日期，例如“2026-02-28”。',
    unsettable: '它不能设置。',
    plain: '它只接受基本的字母、数字和符号。',
  },
};
