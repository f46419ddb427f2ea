/** Text as XML and HTML may hold it: escaped, and without what XML has no way to say (control characters, halves of characters). */
export const escaped = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '').replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** `<name>text</name>`, or nothing for no text. */
export const element = (name: string, text: string | undefined): string => (text === undefined || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
