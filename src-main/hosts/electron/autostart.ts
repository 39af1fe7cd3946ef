/**
 * The text of a file that starts a program with the session (freedesktop.org, Desktop Entry Specification). The words of
 * Exec are quoted as its section "The Exec key" asks.
 */
export function autostartEntry(words: readonly string[]): string {
  // Twice: `\` escapes inside the quotes, and every `\` of a string value is itself written `\\`; `%` would be a field code.
  const quoted = words.map(
    (word) =>
      `"${word
        .replace(/(["`$\\])/g, '\\$1')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`,
  );
  return `[Desktop Entry]\nType=Application\nName=Mainstay\nComment=Watches the UPS\nExec=${quoted.join(' ')}\nTerminal=false\n`;
}
