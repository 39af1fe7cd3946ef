/** What protection decides, and why: triggers, countdowns, orders, notices, the preview. */
export const engineProtection = {
  decision: {
    shortened: '倒计时短于设定值，因为电池支撑不了那么久。',
    willAct: {
      shutdown: 'Mainstay 将在{{seconds, duration}}后将这台电脑关机。',
      hibernate: 'Mainstay 将在{{seconds, duration}}后让这台电脑休眠。',
      sleep: 'Mainstay 将在{{seconds, duration}}后让这台电脑睡眠。',
      command: 'Mainstay 将在{{seconds, duration}}后运行您的命令。',
    },
    wouldAct: {
      shutdown: '演练：{{seconds, duration}}后 Mainstay 只会作记录，不会真的将这台电脑关机。',
      hibernate: '演练：{{seconds, duration}}后 Mainstay 只会作记录，不会真的让这台电脑休眠。',
      sleep: '演练：{{seconds, duration}}后 Mainstay 只会作记录，不会真的让这台电脑睡眠。',
      command: '演练：{{seconds, duration}}后 Mainstay 只会作记录，不会真的运行您的命令。',
    },
    tooShort: '电池支撑不到倒计时和关机全部完成。',
    cutShort: '{{reason}}倒计时缩短为{{seconds, duration}}。',
    stop: {
      off: '保护已被关闭。',
      notFed: '这台 UPS 不再为这台电脑供电。',
      trigger: '它的触发条件已被关闭。',
      withdrawn: '请求已撤回。',
      mains: '市电恢复。',
      enough: '又有足够的 UPS 能供电。',
    },
    slept: '倒计时开始后，这台电脑曾进入睡眠；现在重新判断。',
    returned: '市电已恢复，无需执行任何操作。',
    stopped: '关机倒计时已停止：{{why}}',
    beganAndStopped: '关机倒计时开始后又停止：{{why}}{{reason}}',
    personAsked: '由用户发起。',
    requested: '{{from}} 请求这台电脑关机：{{reason}}',
    scheduled: '已设定在 {{time}} 关机。',
    noLongerHolds: '启动倒计时的触发条件不再成立。',
    actsNow: {
      shutdown: '{{reason}}Mainstay 现在将把这台电脑关机。',
      hibernate: '{{reason}}Mainstay 现在将让这台电脑休眠。',
      sleep: '{{reason}}Mainstay 现在将让这台电脑睡眠。',
      command: '{{reason}}Mainstay 现在将运行您的命令。',
    },
    acted: {
      shutdown: 'Mainstay 开始将这台电脑关机。',
      hibernate: 'Mainstay 开始让这台电脑休眠。',
      sleep: 'Mainstay 开始让这台电脑睡眠。',
      command: 'Mainstay 运行了您的命令。',
    },
    wouldHaveActed: {
      shutdown: '演练：Mainstay 本应将这台电脑关机。',
      hibernate: '演练：Mainstay 本应让这台电脑休眠。',
      sleep: '演练：Mainstay 本应让这台电脑睡眠。',
      command: '演练：Mainstay 本应运行您的命令。',
    },
    confirmed: '{{name}} 正由电池供电：市电已中断。',
    confirmedWhy: '电池供电时间已超过判定延迟。',
    over: '{{name}} 的市电已恢复并稳定，此前由电池供电{{seconds, duration}}。',
    overWhy: '市电已持续足够长的时间，可视为稳定。',
    lostOnBattery:
      '{{name}} 由电池供电时通信中断。Mainstay 认为它仍由电池供电：正在进行的倒计时会继续，这段时间计入电池供电时间。',
    lost: '与 {{name}} 的通信中断。不会因此关机，但在通信恢复之前，这台 UPS 无法保护这台电脑。',
    lostWhy: '通信中断。',
    resumed: '这台电脑曾睡眠，或 Mainstay 未在运行，持续了{{seconds, duration}}。各 UPS 此前报告的内容不再有效。',
    resumedWhy: '旧的读数不再有效。',
    missed: '错过了定于 {{when}} 的关机：当时电脑正在睡眠、时钟被调整，或正在进行其他操作。',
    missedText: '{{reason}}之后不会补做。',
    quietByPerson: '不会因此关机，因为用户已将其停止。',
    carriedBy: '只要 {{names}} 能为这台电脑供电，就不会因此关机。',
    notice: {
      noUps:
        '没有 UPS 为这台电脑供电，因此停电时不会关机。请在“设备列表”中添加您的 UPS，或在那里标记为这台电脑供电的 UPS。',
      simulatedOnly: '只有一台模拟 UPS：无论它发生什么，都只是演练。请在“设备列表”中添加您自己的 UPS。',
      supplies:
        '规则要求有 {{needed}} 台 UPS 能供电，而只有 {{there}} 台能做到：其中任何一台失效，Mainstay 就会执行操作。请在“保护”中更改所需的数量。',
      lostOnBattery:
        '{{name}} 由电池供电时通信中断。Mainstay 认为它仍由电池供电：正在进行的倒计时会继续，并在这里计时。请检查它的电缆。',
      lost: '与 {{name}} 的通信已中断。不会因此关机，但在通信恢复之前发现不了停电。请检查它的电缆。',
      powerDoubt:
        '无法确定 {{name}} 是否在用电池：{{signs}}。在这些迹象一致之前，不会因此关机。请查看市电是否正常；若一直如此，请检修 UPS。',
      testStuck:
        '{{name}} 报告正在测试电池已有{{seconds, estimate}}。如果并没有在测试，说明该状态卡住了；停电仍会照常判定。',
      noTrigger:
        '没有为 {{name}} 设置“执行”的触发条件：停电时 Mainstay 只发出警告，直到电池耗尽。请在“保护”中将一个条件设为“执行”，例如“电池供电时间”。',
      noStatus: '{{name}} 无法单独保护这台电脑：它不报告是否由电池供电。请在“设备列表”中检查它的驱动程序。',
      noValues:
        '{{name}} 无法单独保护这台电脑：它不报告规则所需的任何数值。请打开“电池供电时间”，它由 Mainstay 自己计时。',
      fault: '{{name}} 在市电供电时报告：{{fault}}。停电时它可能无法为这台电脑供电。请拔下一些设备，或送去检修。',
      plan: '按当前负载，{{name}} 约能支撑{{seconds, estimate}}；关机连同倒计时需要{{needed, duration}}。停电时 Mainstay 会立即执行操作并缩短倒计时。请拔下一些设备、缩短倒计时或更换电池。',
    },
    spent: {
      low: '余量太少，不能等待：{{name}} 报告电池电量低。',
      charge: '余量太少，不能等待：{{name}} 的电池电量为 {{charge}}%。',
      time: '余量太少，不能等待：电池大约还能支撑{{seconds, estimate}}，而关机需要{{needed, duration}}。',
    },
    aboutToCut: '{{name}} 即将切断供电。',
    noCountdown: '规则没有为倒计时留出时间。',
    unknownTime: '不知道电池能支撑多久。',
    cannotPostpone:
      '电池大约还能支撑{{seconds, estimate}}。若推迟{{more, duration}}，关机需要{{needed, duration}}（含余量）。',
    tooLate: '为时已晚：最后一步已经执行，无法撤销。',
    noneRunning: '没有正在进行的倒计时，因此没有可停止或推迟的内容。',
    refused: '已拒绝。{{why}}倒计时继续。',
    off: '保护已关闭：Mainstay 不会关机。请先打开保护。',
    practice: '由于这是演练，最后一步只作记录。',
    goingDown: '现在开始关机。',
    noRequests: '规则不接受其他电脑的请求。未执行任何操作。',
    onlyTold: '只发出了通知：规则不会根据请求执行操作。',
    countdownBegins: '倒计时开始。',
    personStopped: '用户停止了关机倒计时。',
    countdownStopped: '倒计时已停止。',
    countdownStoppedForNow: '倒计时已停止。启动它的条件在市电恢复过之前不会再启动倒计时；其他触发条件仍然可以。',
    personPostponed: '用户将关机推迟了{{seconds, duration}}；将在{{left, duration}}后关机。',
    postponed: '关机已推迟；将在{{left, duration}}后进行。',
    plan: {
      live: '{{name}} 大约还能支撑{{seconds, estimate}}；关机需要{{needed, duration}}。',
      lost: '根据通信中断前的最后报告，{{name}} 大约还能支撑{{seconds, estimate}}；关机需要{{needed, duration}}。',
      liveWithCountdown: '{{name}} 大约还能支撑{{seconds, estimate}}；关机连同倒计时需要{{needed, duration}}。',
      lostWithCountdown:
        '根据通信中断前的最后报告，{{name}} 大约还能支撑{{seconds, estimate}}；关机连同倒计时需要{{needed, duration}}。',
    },
    preview: {
      mainsLost: '{{name}} 的市电中断。',
      empty: '电池耗尽；这台电脑断电。',
      command: '运行您的命令，最长{{seconds, duration}}。',
      practice: {
        shutdown: '演练：Mainstay 只记录此时本应将这台电脑关机。',
        hibernate: '演练：Mainstay 只记录此时本应让这台电脑休眠。',
        sleep: '演练：Mainstay 只记录此时本应让这台电脑睡眠。',
        command: '演练：Mainstay 只记录此时本应运行您的命令。',
      },
      acts: {
        shutdown: 'Mainstay 将把这台电脑关机。',
        hibernate: 'Mainstay 将让这台电脑休眠。',
        sleep: 'Mainstay 将让这台电脑睡眠。',
        command: 'Mainstay 将运行您的命令。',
      },
      upsOff: '这台电脑已关机；如果 UPS 支持，会命令它切断输出。',
      upsOn: '市电恢复后，UPS 重新供电。',
    },
    doubtfulLowComesAndGoes: '{{name}} 一再报告电池电量低，其间又说不低。若持续更久，Mainstay 才会相信。',
    doubtfulCharge:
      '{{name}} 突然报告电量为 {{charge}}\u00a0%。没有电池会放得这么快，只有持续 {{seconds, duration}} Mainstay 才会相信。',
    doubtfulRuntime:
      '{{name}} 突然报告剩余 {{runtime, duration}}，而电量充足。没有电池会放得这么快，只有持续 {{seconds, duration}} Mainstay 才会相信。',
    powerDoubt:
      '无法确定 {{name}} 是否在用电池：{{signs}}。在这些迹象一致之前，Mainstay 不会因此关机。请查看市电是否正常。',
    powerDoubtWhy: '关于电力来源的迹象互相矛盾。',
    sign: {
      statusMains: '它说在用市电',
      statusBattery: '它说在用电池',
      statusBoth: '它说同时在用市电和电池',
      discharging: '它说电池正在放电',
      charging: '它说电池正在充电',
      inputAway: '其输入端没有市电',
      inputThere: '其输入端有市电',
      batteryFalls: '其电池电量在下降',
      batteryRises: '其电池电量在上升',
    },
    confirmedBySigns: '无论状态怎么说，{{name}} 正在用电池：{{signs}}。',
    confirmedAddedUp: '{{name}} 的市电时有时无：累计用电池 {{seconds, duration}}。在市电稳定之前，时间会一直累加。',
    lostInDoubt:
      '{{name}} 刚说在用电池就失去了联系。没有人知道它是否仍在用电池；不会因此关机。请查看市电是否正常，并检查连接线。',
    stillLost:
      '与 {{name}} 失去联系已有 {{seconds, estimate}}；失去联系时它在用电池。Mainstay 认为它仍在用电池。请查看市电是否正常，并检查连接线。',
    actsAtOnce: {
      shutdown: 'Mainstay 现在关闭这台电脑。',
      hibernate: 'Mainstay 现在让这台电脑休眠。',
      sleep: 'Mainstay 现在让这台电脑睡眠。',
      command: 'Mainstay 现在运行你的命令。',
    },
    wouldActAtOnce: {
      shutdown: '演练：Mainstay 现在会关闭这台电脑。只会记录下来。',
      hibernate: '演练：Mainstay 现在会让这台电脑休眠。只会记录下来。',
      sleep: '演练：Mainstay 现在会让这台电脑睡眠。只会记录下来。',
      command: '演练：Mainstay 现在会运行你的命令。只会记录下来。',
    },
    cutToNow: '{{reason}} 倒计时现在结束。',
    overload: '过载',
    wordlessAlarm: '没有说明的告警',
    doubtful:
      '{{name}} 报告电池电量低，而电量为 {{charge}}%。这自相矛盾，因此只有持续{{seconds, duration}}，Mainstay 才会采信。',
    doubtfulWithRuntime:
      '{{name}} 报告电池电量低，而电量为 {{charge}}%，剩余时间为{{runtime, duration}}。这自相矛盾，因此只有持续{{seconds, duration}}，Mainstay 才会采信。',
    trigger: {
      request: '{{name}} 预告强制关机：另一台电脑提出了请求。',
      lowBattery: '{{name}} 报告电池电量低。',
      charge: '{{name}} 的电池电量为 {{charge}}%；限值为 {{limit}}%。',
      runtime: '{{name}} 的剩余时间为{{runtime, duration}}；限值为{{limit, duration}}。',
      fault: '{{name}} 正由电池供电，并报告无法继续供电：{{fault}}。',
      timeOnBattery: '{{name}} 已由电池供电{{seconds, duration}}；限值为{{limit, duration}}。',
    },
    feed: {
      notFed: '这台 UPS 不为这台电脑供电。',
      disabled: '这台 UPS 已在 Mainstay 中停用。',
      simulated: '这台 UPS 是模拟的，有真实 UPS 时不算数。',
      unread: '还没有从这台 UPS 读取到任何数据。',
      zeroRuntime: '这台 UPS 在电量充足时报告剩余时间为 0，可见它不知道自己能支撑多久。',
      missing: {
        status: '这台 UPS 不报告是否由电池供电。',
        charge: '这台 UPS 不报告电池电量。',
        runtime: '这台 UPS 不报告剩余时间。',
      },
      missingBecause: {
        status: '这台 UPS 不报告是否由电池供电：{{reason}}。',
        charge: '这台 UPS 不报告电池电量：{{reason}}。',
        runtime: '这台 UPS 不报告剩余时间：{{reason}}。',
      },
    },
    fault: 'Mainstay 自身的故障干扰了保护：{{what}}。请不要依赖它，并报告此问题。',
    after: {
      unknownLength: '不知道关机用了多长时间：没有保留系统日志，或此账户无权读取。',
      down: '关机用时{{seconds, duration}}。',
      broken:
        '系统日志在{{seconds, duration}}后中断，没有结束行：可能在关机完成之前就断电了。请检查“保护”中的关机所需时间。',
      begun: '这台电脑由 Mainstay 关机。{{reason}}',
      notAsked: '没有要求任何 UPS 切断输出。',
      notCut:
        '{{names}} 没有按要求切断输出：还没来得及切断，这台电脑就重新启动了。请不要指望 UPS 能让这台电脑重新开机。',
      maybeCut:
        '已要求 {{names}} 切断输出。关机的电脑只有在重新来电时才会自行启动：如果没有人按过电源按钮，说明 UPS 已照做。',
      cut: '{{names}} 已按要求切断输出。',
      offBriefly: '电脑关闭了不到一分钟。',
      off: '电脑关闭了{{seconds, estimate}}。',
    },
    notKept:
      '无法将保护的状态保存到磁盘（{{why}}）。保护会继续；但如果 Mainstay 在停电期间被强行终止，就会从头开始。请在磁盘上腾出空间。',
  },
};
