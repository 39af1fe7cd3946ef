/** Parameters of addresses, written as forms in browsers write them; this layer has no `URLSearchParams`. */

/** The name and value of each parameter, in order. What is badly encoded is taken as it is. */
export function readQuery(query: string): readonly (readonly [name: string, value: string])[] {
  return query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const at = parameter.indexOf('=');
      return at === -1 ? [decoded(parameter), ''] : [decoded(parameter.slice(0, at)), decoded(parameter.slice(at + 1))];
    });
}

/** One parameter, so that it reads back as the same. */
export function writeParameter(name: string, value: string): string {
  return `${encoded(name)}=${encoded(value)}`;
}

/** A character in UTF-8, as far as it is one, else one byte. */
const BYTES =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}|%[0-9a-f]{2}/gi;

function decoded(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(BYTES, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return '\uFFFD';
    }
  });
}

function encoded(text: string): string {
  // Half a character cannot be written.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
