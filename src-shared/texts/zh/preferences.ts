/** Preferences. */
export const preferences = {
  preferences: {
    look: '外观',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    language: '语言',
    languageOfSystem: '跟随系统',
    temperature: '温度',
    temperatures: { celsius: '°C', fahrenheit: '°F' },
    behaviour: '行为',
    startAtLogin: '登录时启动',
    startAtLoginHelp: 'Mainstay 启动时不显示窗口，在托盘中监视。',
    closeToTray: '关闭窗口后继续运行',
    closeToTrayHelp: '保护继续进行；点击托盘图标可重新打开窗口。',
    onlyDesktop: '仅适用于桌面应用。',
    about: '关于',
    version: 'Mainstay {{version}}，运行于 {{platform}}',
    running: '自 {{time}} 起运行',
    licence: '自由软件，采用 GNU 通用公共许可证第 2 版或更高版本。',
  },
};
