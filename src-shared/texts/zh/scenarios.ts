/** What the scenarios of the simulated UPS are about. */
export const scenarios = {
  scenario: {
    steady: '市电良好，电池充满，平安无事',
    outage: '市电中断五分钟',
    flicker: '市电三次短暂中断',
    'brown-out': '市电电压降到无法使用',
    overload: '负载超出 UPS 的承载能力',
    'worn-battery': '自检发现电池老化',
    'replaced-battery': '更换老化的电池并通过测试',
    'comm-loss': '与主机的连接中断一分钟',
    'self-test': '快速自检',
    calibration: '续航时间校准，直到电池电量低',
    bypass: '负载由旁路供电一分钟',
    fault: 'UPS 自身发生故障，持续一分钟',
    boost: '市电偏低，UPS 升压',
    trim: '市电偏高，UPS 降压',
    'low-battery': '停电时间超过电池所能支撑',
    demo: '状况不断的一天',
  },
};
