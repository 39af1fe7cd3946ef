/** What the examination of this computer says. */
export const engineDoctor = {
  examined: {
    settings: '设置',
    settingsWhole: '设置文件完好。',
    history: '历史',
    historyWhole: '历史文件完好。',
    folder: '数据文件夹',
    writable: '{{path}} 可写。',
    notWritable: '{{path}} 不可写，因此什么都无法保存。请将它设为可写，或将 MAINSTAY_DATA 设为其他文件夹。',
    rules: 'USB 规则',
    rulesThere: '{{folder}}/{{file}} 允许用户访问 USB UPS。',
    rulesNotNeeded: '{{file}} 未安装；以 root 身份运行时不需要它。',
    rulesMissing:
      '{{file}} 未安装，因此只有 root 能访问 USB UPS。请将 Mainstay 附带的同名文件复制到相应位置，然后运行：{{command}}。',
    hid: 'USB UPS {{place}}',
    hidReached: '可以访问 {{device}}。',
    serial: '串口',
    noSerial: '这台电脑没有串口。',
    serialOpen: '此账户可以打开 {{names}}。',
    serialNotListed: '无法列出。{{why}}',
  },
};
