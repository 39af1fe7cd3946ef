/** An outage that goes on: what happens next. */
export const outage = {
  outlook: {
    title: '接下来会发生什么',
    off: '保护已关闭：不会关机，并且不知道电池还能支撑多久。',
    offLasts: '保护已关闭：不会关机。电池预计还能支撑 {{time}}。',
    unknown: '根据这台 UPS 报告的内容，无法预测触发条件何时成立；一旦成立，Mainstay 就会执行操作。',
    nothing: '预计在电池耗尽之前（大约 {{time}} 后）不会有触发条件执行操作。',
    beginsNow: '倒计时现在开始（{{why}}）。',
    toldAt: '如果市电不恢复，大约 {{time}} 后：{{text}}',
    byOther: '{{name}} 比这台 UPS 先作出决定：大约在 {{moment}} 执行最后一步。',
    byOtherNow: '{{name}} 已触发最后一步；这台 UPS 不再有后续操作。',
    endsAt: '市电已恢复；若保持稳定，{{time}}后结束。',
    counting: {
      shutdown: '这台电脑将在 {{moment}} 关机。{{reason}}',
      hibernate: '这台电脑将在 {{moment}} 休眠。{{reason}}',
      sleep: '这台电脑将在 {{moment}} 睡眠。{{reason}}',
      command: '您的命令将在 {{moment}} 运行。{{reason}}',
    },
    practice: {
      shutdown: '若非演练，这台电脑会在 {{moment}} 关机。{{reason}}',
      hibernate: '若非演练，这台电脑会在 {{moment}} 休眠。{{reason}}',
      sleep: '若非演练，这台电脑会在 {{moment}} 睡眠。{{reason}}',
      command: '若非演练，您的命令会在 {{moment}} 运行。{{reason}}',
    },
    waiting: {
      shutdown: '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；这台电脑将在大约 {{moment}} 关机。',
      hibernate: '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；这台电脑将在大约 {{moment}} 休眠。',
      sleep: '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；这台电脑将在大约 {{moment}} 睡眠。',
      command: '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；您的命令将在大约 {{moment}} 运行。',
    },
    wouldWait: {
      shutdown:
        '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；若非演练，这台电脑会在大约 {{moment}} 关机。',
      hibernate:
        '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；若非演练，这台电脑会在大约 {{moment}} 休眠。',
      sleep: '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；若非演练，这台电脑会在大约 {{moment}} 睡眠。',
      command:
        '如果市电不恢复，倒计时将在大约 {{time}} 后开始（{{why}}）；若非演练，您的命令会在大约 {{moment}} 运行。',
    },
    why: {
      timeOnBattery: '电池供电达到 {{time}} 时',
      charge: '电量低于 {{percent}}% 时',
      runtime: '剩余时间少于 {{time}} 时',
      lowBattery: 'UPS 报告电池电量低时',
      plan: '剩余时间刚好够关机时',
    },
    step: {
      lost: '市电于 {{time}} 中断。',
      countdown: '倒计时已开始。',
      empty: '电池耗尽。',
    },
    estimates: '以后的时间是按当前负载估算的；Mainstay 只根据读数执行操作。',
    chart: '本次停电的电量',
    chartLabel: '本次停电的电量：从 {{from}} 到目前的 {{now}}。表格中有具体数值。',
    measured: '实测',
    expected: {
      learned: '预计：根据 Mainstay 学到的数据',
      reported: '预计：根据 UPS 报告的剩余时间',
      observed: '预计：若按本次停电的趋势继续',
    },
    acts: '低于 {{percent}}% 时执行',
    warns: '低于 {{percent}}% 时警告',
    low: 'UPS：低于 {{percent}}% 为低',
    now: '现在',
    time: '时间',
    noCharge: 'UPS 不报告电量，因此无法绘制曲线。',
  },
};
