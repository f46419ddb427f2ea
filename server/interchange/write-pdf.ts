import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { FOLIO_GAP, LINE_PITCH, MARGINS, RED, signatureIndents, SIZE, TEXT_WIDTH, WATERMARK } from './layout.ts';
import { lineOf, markOf, watermarkOf, type Paper, type Paragraph } from './paper.ts';

const FONTS = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const FONT = 'hans';
/** How high a line of this font is by itself, in sizes. */
const NATURAL_LINE = 1;

pdfmake.setFonts({ [FONT]: { normal: path.join(FONTS, 'NotoSansHans-Regular.otf'), bold: path.join(FONTS, 'NotoSansHans-Bold.otf') } });
// A paper is made of its own words and of these fonts, and of nothing that it may name.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => file.startsWith(FONTS));

/** The paper as a PDF with its font in it: it looks the same everywhere. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(definitionOf(paper)).getBuffer());
}

function definitionOf(paper: Paper): TDocumentDefinitions {
  const watermark = watermarkOf(paper);
  return {
    pageSize: 'A4',
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    info: { title: paper.title ?? paper.head, author: paper.office, subject: markOf(paper), creator: 'Fenghuo' },
    defaultStyle: { font: FONT, fontSize: SIZE.text, lineHeight: pitch(LINE_PITCH, SIZE.text) },
    ...(watermark === undefined
      ? {}
      : { watermark: { text: watermark, font: FONT, bold: true, fontSize: 150, color: `#${WATERMARK}`, opacity: 0.35, angle: -45 } }),
    footer: folio,
    // A heading is never the last line of a page.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) => headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    content: [...head(paper), ...body(paper), ...check(paper), imprint(paper)],
  };
}

/** The factor by which a line of this size becomes so high. */
const pitch = (points: number, size: number): number => points / (size * NATURAL_LINE);

function folio(page: number): Content {
  return {
    text: `— ${page} —`,
    fontSize: SIZE.small,
    alignment: page % 2 === 1 ? 'right' : 'left',
    margin: [MARGINS.left + SIZE.small, FOLIO_GAP, MARGINS.right + SIZE.small, 0],
  };
}

function head(paper: Paper): Content[] {
  const red = { color: `#${RED}`, bold: true, alignment: 'center' as const };
  const { left, right, name } = lineOf(paper);
  return [
    { text: markOf(paper) || ' ', bold: true, margin: [0, 0, 0, SIZE.small] },
    { text: paper.office, ...red, fontSize: SIZE.office, lineHeight: pitch(44, SIZE.office) },
    { text: paper.head, ...red, fontSize: SIZE.head, characterSpacing: 3, lineHeight: pitch(60, SIZE.head), margin: [0, 0, 0, LINE_PITCH] },
    {
      columns: [
        { text: left, width: '*' },
        { text: `${right}${name}`, width: 'auto', alignment: 'right' },
      ],
      margin: [SIZE.text, 0, SIZE.text, 4],
    },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 1.5, lineColor: `#${RED}` }], margin: [0, 0, 0, LINE_PITCH] },
    ...(paper.title === undefined ? [] : [title(paper.title)]),
  ];
}

const title = (text: string): Content => ({
  text,
  bold: true,
  alignment: 'center',
  fontSize: SIZE.title,
  lineHeight: pitch(36, SIZE.title),
  margin: [0, 0, 0, LINE_PITCH],
});

/** A longer last paragraph may be parted; the name and the date then follow by themselves. */
const LONGEST_KEPT = 300;

/** The last paragraph and its headings stay with the name and the date: a page with nothing but those may be put under any text. */
function body(paper: Paper): Content[] {
  const end = keptFrom(paper.paragraphs);
  const paragraphs = paper.paragraphs.map((one) => paragraph(one, paper.ragged));
  const addressee = paper.addressee === undefined ? [] : [`${paper.addressee}：`];
  return [...addressee, ...paragraphs.slice(0, end), { stack: [...paragraphs.slice(end), ...signature(paper)], unbreakable: true }];
}

function keptFrom(paragraphs: readonly Paragraph[]): number {
  const last = paragraphs.at(-1);
  if (!last || last.text.length > LONGEST_KEPT) return paragraphs.length;
  return paragraphs.slice(0, -1).findLastIndex(({ style }) => style === 'text') + 1;
}

const paragraph = ({ style, text }: Paragraph, ragged?: true): Content => ({
  text,
  bold: style === 'heading',
  leadingIndent: 2 * SIZE.text,
  alignment: style === 'text' && !ragged ? 'justify' : 'left',
  ...(style === 'text' ? {} : { headlineLevel: 1 }),
});

function signature({ office, date }: Paper): Content[] {
  const indents = signatureIndents(office, date);
  const at = (text: string, right: number, above = 0): Content => ({ text, alignment: 'right', margin: [0, above, right, 0] });
  return [at(office, indents.office, LINE_PITCH), at(date, indents.date)];
}

const check = ({ check: address }: Paper): Content[] =>
  address === undefined
    ? []
    : [
        {
          margin: [0, LINE_PITCH / 2, 0, 0],
          columnGap: SIZE.small,
          unbreakable: true,
          columns: [
            { qr: address, fit: 80, width: 'auto' },
            { text: `核验网址：\n${address}`, fontSize: SIZE.small, lineHeight: 1.2, margin: [0, SIZE.small, 0, 0] },
          ],
        },
      ];

function imprint({ imprint: lines }: Paper): Content {
  const body = lines.map(([left, right]) => [left, { text: right, alignment: 'right' as const }]);
  return {
    margin: [0, LINE_PITCH, 0, 0],
    fontSize: SIZE.small,
    lineHeight: 1,
    unbreakable: true,
    table: { widths: ['*', '*'], body },
    layout: {
      hLineWidth: (i) => (i === 0 || i === lines.length ? 1 : 0.7),
      vLineWidth: () => 0,
      paddingLeft: () => SIZE.small,
      paddingRight: () => SIZE.small,
      paddingTop: () => 6,
      paddingBottom: () => 8,
    },
  };
}
