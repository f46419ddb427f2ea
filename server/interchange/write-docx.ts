import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IBordersOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ISpacingProperties,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { FOLIO_GAP, LINE_PITCH, MARGINS, RED, signatureIndents, SIZE, TEXT_WIDTH, WATERMARK } from './layout.ts';
import { lineOf, markOf, watermarkOf, type Paper, type Paragraph as Text } from './paper.ts';

/** Fonts that an official's computer has; a program without them takes its own for Chinese. */
const FANGSONG = '仿宋_GB2312';
const FONTS = { title: '方正小标宋简体', text: FANGSONG, heading: '黑体', subheading: '楷体_GB2312', folio: '宋体' } as const;
const LATIN = 'Times New Roman';
const EXACT = { line: 20 * LINE_PITCH, lineRule: LineRuleType.EXACT } as const;

const twips = (points: number): number => Math.round(points * 20);
const font = (name: string) => ({ ascii: LATIN, hAnsi: LATIN, eastAsia: name, cs: name });

/** The paper as a Word file, for whoever has to change, number or seal it. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title ?? paper.head,
    creator: paper.office,
    description: markOf(paper),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font(FANGSONG), size: SIZE.text * 2, language: { eastAsia: 'zh-CN', value: 'zh-CN' } }, paragraph: { spacing: EXACT } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: {
              top: twips(MARGINS.top),
              bottom: twips(MARGINS.bottom),
              left: twips(MARGINS.left),
              right: twips(MARGINS.right),
              footer: twips(MARGINS.bottom - FOLIO_GAP - SIZE.small),
            },
          },
        },
        headers: { default: header(paper), even: header(paper) },
        footers: { default: folio(AlignmentType.RIGHT), even: folio(AlignmentType.LEFT) },
        children: [...head(paper), ...body(paper), ...signature(paper), ...check(paper), imprint(paper)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function header(paper: Paper): Header {
  const text = watermarkOf(paper);
  return new Header({
    children: [
      new Paragraph({ children: text === undefined ? [] : [new TextWatermark({ text, font: '黑体', color: `#${WATERMARK}`, width: 130 * text.length })] }),
    ],
  });
}

function folio(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const indent = { left: twips(SIZE.small), right: twips(SIZE.small) };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ...font(FONTS.folio), ascii: FONTS.folio, hAnsi: FONTS.folio },
            size: SIZE.small * 2,
          }),
        ],
      }),
    ],
  });
}

const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text, ...options });
const line = (text: string, { run: how, ...options }: Omit<IParagraphOptions, 'run'> & { run?: IRunOptions } = {}): Paragraph =>
  new Paragraph({ spacing: EXACT, ...options, children: [run(text, how)] });
const blank = (): Paragraph => line('');

/** Everything down to the red line: mark, office, what it is, number and who signs. */
function head(paper: Paper): Paragraph[] {
  const red = { font: font(FONTS.title), color: RED };
  const { left, right, name } = lineOf(paper);
  const tall = (points: number): ISpacingProperties => ({ line: twips(points), lineRule: LineRuleType.EXACT });
  return [
    line(markOf(paper), { spacing: { ...EXACT, after: twips(SIZE.small) }, run: { font: font(FONTS.heading) } }),
    line(paper.office, { alignment: AlignmentType.CENTER, spacing: tall(44), run: { ...red, size: SIZE.office * 2 } }),
    line(paper.head, { alignment: AlignmentType.CENTER, spacing: tall(60), run: { ...red, size: SIZE.head * 2, characterSpacing: 60 } }),
    blank(),
    new Paragraph({
      spacing: EXACT,
      tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH - SIZE.text) }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } },
      children: [run(`　${left}`), run(`\t${right}`), run(name, { font: font(FONTS.subheading) })],
    }),
    blank(),
    ...(paper.title === undefined
      ? []
      : [
          line(paper.title, { alignment: AlignmentType.CENTER, spacing: tall(36), keepNext: true, run: { font: font(FONTS.title), size: SIZE.title * 2 } }),
          blank(),
        ]),
  ];
}

function body({ addressee, paragraphs, ragged }: Paper): Paragraph[] {
  return [...(addressee === undefined ? [] : [line(`${addressee}：`)]), ...paragraphs.map((one, i) => paragraph(one, i === paragraphs.length - 1, ragged))];
}

/** A heading stays with what follows, and the last paragraph with the name and the date. */
const paragraph = ({ style, text }: Text, last: boolean, ragged?: true): Paragraph =>
  line(text, {
    indent: { firstLine: twips(2 * SIZE.text) },
    alignment: ragged ? AlignmentType.LEFT : AlignmentType.BOTH,
    keepNext: last || style !== 'text',
    widowControl: true,
    run: { font: font(FONTS[style]) },
  });

const check = ({ check: address }: Paper): Paragraph[] =>
  address === undefined ? [] : [blank(), line(`核验网址：${address}`, { run: { size: SIZE.small * 2 } })];

/** No seal: the name and the date alone. */
function signature({ office, date }: Paper): Paragraph[] {
  const indents = signatureIndents(office, date);
  const at = (right: number) => ({ alignment: AlignmentType.RIGHT, indent: { right: twips(right) } });
  return [line('', { keepNext: true }), line(office, { ...at(indents.office), keepNext: true }), line(date, { ...at(indents.date), keepNext: true }), blank()];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const BORDERS: IBordersOptions & Record<string, unknown> = {
  top: THICK,
  bottom: THICK,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: THIN,
  insideVertical: NO_LINE,
};

function imprint({ imprint: lines }: Paper): Table {
  const cell = (text: string, alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): TableCell =>
    new TableCell({
      borders: { left: NO_LINE, right: NO_LINE },
      width: { size: 50, type: WidthType.PERCENTAGE },
      margins: { left: 0, right: 0 },
      children: [line(text, { alignment, indent: { [alignment]: twips(SIZE.small) }, run: { size: SIZE.small * 2 } })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: [twips(TEXT_WIDTH / 2), twips(TEXT_WIDTH / 2)],
    borders: BORDERS,
    rows: lines.map(([left, right]) => new TableRow({ cantSplit: true, children: [cell(left, AlignmentType.LEFT), cell(right, AlignmentType.RIGHT)] })),
  });
}
