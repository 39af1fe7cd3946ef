/** JSON of files that hold secrets. */

/**
 * Reads it. Throws `SyntaxError` as JavaScript does, without the piece of the text that its message would repeat: that
 * may be a password, and the message goes to problems, logs and bundles.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    // V8: Unexpected token 'x', ..."the text arou"... is not valid JSON
    throw new SyntaxError(said.replace(/(?: '.{1,2}')?, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/su, ''));
  }
}
