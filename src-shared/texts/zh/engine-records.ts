/** Settings, history and recordings: files that cannot be read or written, and what becomes of them. */
export const engineRecords = {
  record: {
    tooLarge: '{{file}} 太大，不可能是录制文件。',
    notRegular: '{{file}} 不是普通文件，而是设备、管道之类，因此不予读取。请指定一个普通文件。',
    longerThan: '{{file}} 超过 {{size}}，此类文件不会这么大，因此不予读取。',
    noneInBundle: '无法重放 {{file}}：其中没有带录制数据的设备。其中有：{{known}}。',
    notInBundle: '无法重放 {{file}}：其中没有设备“{{device}}”。其中有：{{known}}。',
    noBundle: '无法重放 {{file}}：它不是支持包（{{why}}）。',
    noZip: '它不是 zip 文件',
    emptyFolder: '文件夹中既没有 .snmprec 文件，也没有问答文件或 report_descriptor.hex',
    misfit: '其中的文件无效',
    noRow: '其中没有 OID|type|value 形式的行',
    noExchange: '其中没有问答，既没有 > 和 < 行，也没有 send: 和 read: 日志',
    noRecording: '没有录制文件 {{path}}。请检查路径。',
    unreadable: '无法读取 {{path}}（{{why}}）。请将它设为可读。',
    notReplayed: '无法重放 {{file}}：{{why}}。',
    badRow: '第 {{line}} 行不是 .snmprec 录制文件的行 (OID|tag|value)。',
    badValue: '.snmprec 录制文件第 {{line}} 行的值不是 {{type}}。',
    noRows: '录制文件中没有 OID|tag|value 形式的行。',
    unknown: {
      profile: '没有配置“{{name}}”。现有：{{known}}。',
      scenario: '没有场景“{{name}}”。现有：{{known}}。',
    },
    historyUnusable:
      '无法使用历史文件 {{file}}（{{reason}}）。Mainstay 会继续运行，将历史保存在内存中，并自动重试。请检查文件夹是否可写、磁盘是否有空间，以及是否有另一个 Mainstay 在运行。',
    historyDamaged:
      '历史文件已损坏（{{why}}）。已将它保留为 {{keptAs}}，并新建了历史；更早的图表和事件只在保留的文件中。',
    empty: '文件为空',
    notDatabase: '它不是数据库',
    notHistory: '它不是 Mainstay 历史',
    newer: '它由更新版本的 Mainstay 写入，格式为 {{format}}',
    notJson: '它不是 JSON（{{why}}）',
    noObject: '其中没有对象',
    noFormat: '它没有说明格式的版本',
    neverFormat: '从未有过格式 {{format}}',
    notMigrated: '无法将它的格式 {{format}} 更新到当前版本（{{why}}）',
    unknownReason: '原因未知',
    wholeMisfit: '整体无效：{{why}}',
    partMisfit: '“{{part}}”无效：{{why}}',
    notTaken: '没有采用这些设置：{{why}}。未作任何更改。',
    settingsMissing: '缺少设置文件 {{file}}。',
    lastInForce: '{{what}}Mainstay 继续使用最后生效的设置；没有采用该文件中的任何内容。',
    defaults: 'Mainstay 已使用默认设置启动：请重新添加您的 UPS 并检查“保护”。',
    asBefore: 'Mainstay 已使用上次更改之前的设置启动：请检查一遍。',
    settingsUnusable: '无法使用设置文件 {{file}}：{{why}}。',
    keptAs: '{{what}}已将它保留为 {{file}}。',
    settingsUnreadable: '无法读取设置文件 {{about}}（{{reason}}）。不会覆盖其中的任何内容。',
    settingsStuck: '{{about}}也无法将它移走（{{reason}}）。不会覆盖其中的任何内容。',
    settingsNotWritten:
      '无法将设置写入 {{about}}（{{reason}}）。设置已生效，但如果 Mainstay 现在退出就会丢失；Mainstay 会自动重试。请检查磁盘和该文件夹的权限。',
    stoppedWithin: 'Mainstay 在这次停电期间停止，可能是因为断电；不知道停电是如何结束的。',
    unreadableParts: '历史文件的一部分已无法读取，图表中不再显示。磁盘可能正在损坏；其余内容均已保留。',
    historyNotWritten:
      '无法写入历史（{{reason}}）。图表会出现空缺；事件暂存在内存中。请在 {{file}} 所在的磁盘上腾出空间，或检查该文件是否可写；Mainstay 会在每次读数时重试。',
    historyNotWrittenDropped_other:
      '无法写入历史（{{reason}}）。图表会出现空缺；事件暂存在内存中。有 {{count}} 个事件未能保留。请在 {{file}} 所在的磁盘上腾出空间，或检查该文件是否可写；Mainstay 会在每次读数时重试。',
    historyUnreadable: '无法读取历史（{{reason}}）。重新启动 Mainstay 可能有帮助。',
    folderUnusable:
      '无法写入文件夹 {{folder}}（{{why}}）。Mainstay 仍会运行，使用其中可读取的设置，否则使用默认设置；在修复之前不会保存任何内容，并会自动重试。请在磁盘上腾出空间、将文件夹设为可写，或在 MAINSTAY_DATA 中指定其他文件夹。',
    folderOpen:
      '其他人可以写入 {{open}}，而 Mainstay 的设置就保存在那里（{{folder}}）。他们可能会更改这台计算机的保护方式，以及 Mainstay 运行的内容。请收回这项权限 (chmod go-w)，或在 MAINSTAY_DATA 中指定其他文件夹。',
    inUse:
      '另一个 Mainstay 正在使用 {{folder}}。两个同时运行会损坏历史记录。请使用已在运行的那个，或先退出它，或在 MAINSTAY_DATA 中指定其他文件夹。',
    inUseBy: {
      desktop:
        '另一个 Mainstay，即桌面程序（进程 {{pid}}），正在使用 {{folder}}。两个同时运行会损坏历史记录。请使用已在运行的那个，或先退出它，或在 MAINSTAY_DATA 中指定其他文件夹。',
      headless:
        '另一个 Mainstay，即 `mainstay serve`（进程 {{pid}}），正在使用 {{folder}}。两个同时运行会损坏历史记录。请使用已在运行的那个，或先退出它，或在 MAINSTAY_DATA 中指定其他文件夹。',
      service:
        '另一个 Mainstay，即 Mainstay 服务（进程 {{pid}}），正在使用 {{folder}}。两个同时运行会损坏历史记录。请使用已在运行的那个，或先退出它，或在 MAINSTAY_DATA 中指定其他文件夹。',
    },
  },
};
