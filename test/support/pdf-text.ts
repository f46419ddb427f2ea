import { inflateSync } from 'node:zlib';

/** What can be read and copied from a PDF of ours, page by page: glyphs are told apart by the fonts' own tables, as a reader does it. */
export function pdfText(bytes: Uint8Array): string[] {
  const pdf = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...pdf.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]));
  const stream = (id: string): string => {
    const body = objects.get(id) ?? '';
    const packed = body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream'));
    return body.includes('FlateDecode') ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
  };
  const ref = (body: string, key: string): string => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) fonts.set(name, unicodeOf(stream(ref(objects.get(id) ?? '', 'ToUnicode'))));
  return [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body)).map((body) => shown(stream(ref(body, 'Contents')), fonts));
}

/** Glyph → character, from ranges such as `<0001> <0002> [<5c71> <6d2a>]`. */
function unicodeOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)) {
    for (const [i, [, hex = '']] of [...list.matchAll(/<([\da-f ]+)>/gi)].entries())
      glyphs.set(Number.parseInt(first, 16) + i, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
  }
  return glyphs;
}

function shown(content: string, fonts: ReadonlyMap<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined;
  let text = '';
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    else
      for (const [, hex = ''] of (array ?? '').matchAll(/<([\da-f]+)>/gi))
        for (const [glyph] of hex.matchAll(/.{4}/g)) text += font?.get(Number.parseInt(glyph, 16)) ?? '�';
  }
  return text;
}
