/** The conversation with a UPS: how it stands, and what became of commands and settings. */
export const engineSession = {
  session: {
    nothingUsable: '{{device}} 不再发送任何可用的数据。',
    unwatched: '已不再监视这台 UPS。',
    keepsTrying: '{{why}}Mainstay 会不断重试。请检查电缆，以及 UPS 是否已开机。',
    identified: '已识别：{{protocol}}。',
    driverFault:
      'Mainstay 自身驱动程序的故障使与 {{device}} 的通信停止：{{what}}。其他设备不受影响。请连同“诊断”中的通信记录一起报告此问题。',
    fault:
      'Mainstay 自身的故障使与 {{device}} 的通信停止：{{what}}。其他设备不受影响。请连同“诊断”中的通信记录一起报告此问题。',
    thisUps: '这台 UPS',
    silent: '没有任何应答。请检查电缆或网络地址，以及 UPS 是否已开机；Mainstay 会不断重试。',
    unrecognisedByMany:
      '有应答，但不符合 {{number}} 种 UPS 协议中的任何一种。请检查端口和驱动程序是否正确。与 UPS 失去联系的适配器看起来也是这样。',
    unrecognised:
      '有应答，但不像使用 {{protocols}} 的 UPS。请检查端口和驱动程序是否正确。与 UPS 失去联系的适配器看起来也是这样。',
    ended: '与这台 UPS 的连接已结束。',
    commandFault: 'Mainstay 自身驱动程序的故障使此操作停止：{{what}}',
    closed: '与 {{device}} 的连接已关闭。',
    stale:
      '已有{{seconds, duration}}没有可用的应答。显示的是旧数值。如果持续如此，请检查电缆或网络，以及 UPS 是否已开机。',
    probeUnrecognised:
      '有应答，但不像是使用 {{protocols}} 的 UPS。它可能是别的设备，或使用 Mainstay 不认识的协议。与 UPS 失去联系的适配器看起来也是这样。',
    probeSilent: '对 {{protocols}} 没有任何应答。请检查电缆或地址，以及 UPS 是否已开机。',
    charge: {
      charging:
        '充电器工作时，电压反映的是充电器，而不是电池有多满。改用电池供电后会再显示。',
      noRating:
        '未作推测：设备不说明电池的额定电压',
      unfitting:
        '未作推测：{{volts}}\u00a0V 与额定的 {{rated}}\u00a0V 不符',
      lithium:
        '未作推测：锂电池的电压在快用完之前几乎不变',
      noLoad:
        '未作推测：设备不报告负载，而电压会随负载下降',
      settling:
        '暂未推测：市电中断后电压仍在稳定',
    },
    stoppedReporting: '设备已停止报告此值。',
    notAnswered: '设备太久没有应答此询问。',
    tooMany: '等待发送给这台 UPS 的命令太多。请等它们完成。',
    unconfirmed: '{{name}} 没有发送，因为需要先确认。{{effect}}',
    notOffered: '这台 UPS 不提供 {{name}}。未发送任何内容。',
    noArgument: '{{name}} 不接受参数。未发送任何内容。',
    needsArgument: '{{name}} 需要参数：{{argument}}。未发送任何内容。',
    notSettable: '这台 UPS 不允许更改 {{name}}。未发送任何内容。',
    takesOneOf: '可接受的值：{{values}}。',
    takesNumber: '可接受 {{min}} 至 {{max}} 的数字。',
    takesLength: '最多接受 {{length}} 个字符。',
    accepted: '{{what}}：UPS 已接受。',
    sent: '{{what}}：已发送。这台 UPS 不对命令作出回应。',
    refused: '{{what}}：UPS 拒绝。{{why}}',
    noReason: '它没有说明原因。',
    invalid: '{{what}}：未发送任何内容。{{why}}',
    maybeDone: '{{what}}：UPS 没有应答，因此可能已执行，也可能没有执行。',
    valueRefused: '{{what}}：UPS 拒绝了“{{wanted}}”。{{why}}',
    confirmed: '{{what}} 现在为 {{value}}；UPS 报告如此。',
    maybeChanged: '{{what}}：UPS 没有应答，因此可能已更改，也可能没有更改。',
    ignored: '{{what}}：UPS 接受了“{{wanted}}”，但报告的是 {{value}}。',
    valueSent: '{{what}}：已发送“{{wanted}}”，但 UPS 不报告它当前的值。',
    connecting: '仍在连接中。',
    unreached: '未发送任何内容，因为现在无法与这台 UPS 通信。{{why}}',
  },
};
