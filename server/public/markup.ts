/** Text as XML and HTML may hold it: escaped, and without the control characters that XML 1.0 has no way to say. */
export const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- they are just what is taken out
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `<name>text</name>`, or nothing for no text. */
export const element = (name: string, text: string | undefined): string => (text === undefined || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
