/** Ports, devices and agents: why one cannot be opened or read, and what to do. */
export const engineTransports = {
  port: {
    missing: '没有端口 {{path}}。适配器没有插好，或名称已改变。请将其插入，或重新选择端口。',
    notSerial: '{{path}} 不是串口。请在“设备列表”中选择一个端口。',
    notOpened: '无法打开 {{path}}：{{reason}}。请拔下适配器，再重新插入。',
    denied: '您的账户无权打开 {{path}}。请允许 Mainstay 使用它，或用有权的账户启动 Mainstay。',
    deniedLinux: '您的账户无权打开 {{path}}。它属于用户组 {{group}}。请运行：{{command}}   然后注销并重新登录。',
    inUse:
      '另一个程序占用了 {{path}}，因此 Mainstay 无法读取 UPS。请关闭该程序（常见的有 NUT、apcupsd、ModemManager 或终端）。',
    inUseLinux:
      '另一个程序占用了 {{path}}，因此 Mainstay 无法读取 UPS。请关闭该程序（常见的有 NUT、apcupsd、ModemManager 或终端）。可用此命令查看：{{command}}',
    adapterMissing: '没有插入 {{adapter}}。请将它插入任意 USB 接口；会自动识别。',
    gone: '端口 {{path}} 已消失：电缆或其适配器被拔下。',
    adapter: 'USB 串口适配器 {{numbers}}',
    adapterWithSerial: 'USB 串口适配器 {{numbers}}，序列号 {{serial}}',
    anyProduct: '任意',
    ambiguous: '插入了 {{number}} 台 {{device}} 设备，而地址没有说明是哪一台。请使用 {{names}}。',
    nodeMissing: '{{path}} 不存在。UPS 没有连接，或已改用别的名称：使用编号的地址 (hid:051d:0002) 不会变化。',
    hidMissing: '没有插入 USB 设备 {{device}}。请检查 UPS 与这台电脑之间的电缆。',
    otherPort: '端口 {{port}} 上没有插入设备 {{device}}；现有 {{kin}}。',
    otherSerial: '没有插入序列号为 {{serial}} 的设备 {{device}}；现有 {{kin}}。',
    nutDriver: 'NUT 的驱动程序 {{name}}',
    powerPanel: 'CyberPower 的 PowerPanel (pwrstatd)',
    process: '{{program}}（进程 {{pid}}）',
    device: '设备',
    described: '{{name}} ({{numbers}})',
    describedAtPort: 'USB 端口 {{port}} 上的 {{name}} ({{numbers}})',
    hidDeniedMac: '此用户无权打开 {{device}}。请在“系统设置 > 隐私与安全性 > 输入监控”中允许 Mainstay。',
    hidDenied: '此用户无权打开 {{device}}。请以有权使用该设备的用户启动 Mainstay。',
    hidDeniedLinux:
      '此用户无权打开 {{device}}。请将 Mainstay 的规则放入 {{file}}（规则随 Mainstay 提供；此设备对应的行是 {{rule}}），然后运行：{{command}}。在没有桌面环境的电脑上，用户还必须属于用户组 plugdev。',
    taken: '一个现已退出的程序从系统的 HID 驱动程序手中接管了 {{device}}。要恢复，请拔下电缆，再重新插入。',
    takenLinux:
      '一个现已退出的程序从系统的 HID 驱动程序手中接管了 {{device}}。要恢复，请拔下电缆再重新插入，或运行：{{command}}。',
    takenBy:
      '{{device}} 正由 {{holder}} 使用，它已从系统的 HID 驱动程序手中接管了该设备。两者中只有一个能监视它：请停止该程序，然后拔下电缆，再重新插入。',
    takenByLinux:
      '{{device}} 正由 {{holder}} 使用，它已从系统的 HID 驱动程序手中接管了该设备。两者中只有一个能监视它：请停止该程序，然后拔下电缆再重新插入，或运行：{{command}}。',
    hidInUse: '{{device}} 正由另一个程序使用。请关闭其他监视这台 UPS 的程序。',
    hidGone: '{{device}} 已消失。',
    hidNotOpened: '无法打开 {{device}}：{{reason}}。请拔下电缆，再重新插入。',
    noDescriptor: '无法读取 {{device}} 的报告描述符，没有它就无法理解其报告：{{why}}。',
    notInRegistry: 'I/O 注册表中没有列出它',
    noDescriptorWindows:
      '无法读取 {{device}} 的报告描述符，没有它就无法理解其报告：{{why}}。为此必须允许 PowerShell 运行。',
    windowsSilent: 'Windows 没有返回任何内容',
    descriptorMissing: '{{device}} 没有提供报告描述符，没有它就无法理解其报告。请拔下电缆，再重新插入。',
    noRecorded: '{{why}}Mainstay 也没有录制过此型号的描述符。',
    recordedInstead:
      '{{why}}改用从 {{name}} 录制的描述符（{{source}}）。不同固件的描述符可能不同：请将数值与 UPS 显示屏上的对照。',
    agent: '{{host}}，端口 {{port}}',
    snmp3Silent: '{{who}} 对 SNMP 版本 3 没有应答。请检查地址、用户及其密码，以及网卡上是否启用了 SNMP 版本 3。',
    snmpSilent:
      '{{who}} 对 SNMP 版本 {{version}} 没有应答。团体名不正确时，代理不会应答：请检查团体名、地址，以及网卡上是否启用了 SNMP 版本 {{version}}。',
    snmpUnreachable: '无法访问 {{who}}（{{why}}）。请检查地址和端口，以及网卡上是否启用了 SNMP。',
    snmpGarbled: '{{who}} 有应答，但不是 SNMP 版本 {{version}}。请检查端口和版本。',
    snmpRefused: '{{who}} 拒绝了该用户（{{why}}）。请检查用户、密码以及认证和加密协议。',
    unknownHost: '找不到主机“{{host}}”（{{why}}）。请检查名称，或直接填写其地址。',
    otherPassword: '它的应答用另一个密码签名',
    otherPrivacy: '无法解密它的应答',
    wasClosed: '端口已被关闭',
    isClosed: '端口处于关闭状态',
    unplugged: '{{device}} 已被拔下。',
  },
};
