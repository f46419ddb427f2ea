/** A report as an official paper, ready to be laid out: every word of it is decided. */
export interface Paper {
  exercise: boolean;
  /** Nobody has approved it (yet), so it must not be taken for what was reported. */
  unapproved: boolean;
  /** The sending office, in red over the line and in black under the text. */
  office: string;
  /** What kind of paper it is, in red: 突发事件信息. */
  head: string;
  year: string;
  signer: string | undefined;
  /** What stands over the red line, left and right, where it is not the paper's number and who signs it. */
  line?: readonly [left: string, right: string];
  /** An address at which the paper can be checked; in a PDF also as a picture that a phone reads. */
  check?: string;
  /** Of lines rather than of prose: they are not spread over the width. */
  ragged?: true;
  /** Absent where what kind of paper it is says it already. */
  title?: string;
  /** Absent of what is to whom it may concern. */
  addressee?: string;
  paragraphs: readonly Paragraph[];
  date: string;
  /** Small print at the end: what stands left and what right, line by line. */
  imprint: readonly (readonly [left: string, right: string])[];
}

export interface Paragraph {
  /** 一、 and （一） have fonts of their own. */
  style: 'heading' | 'subheading' | 'text';
  text: string;
}

const HEADING = /^[一二三四五六七八九十]{1,3}、[^。；]{1,30}$/;
const SUBHEADING = /^（[一二三四五六七八九十]{1,3}）[^。；]{1,30}$/;
/** What neither Word's XML nor a font has. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b\ufeff\ufffe\uffff]/gu;

export const printable = (text: string): string => text.replaceAll(UNPRINTABLE, '').trim();

const NUMERALS = '[一二三四五六七八九十]{1,3}';
/** The four ranks of parts as GB/T 9704 writes them, 一、（一）1.（1）, whatever marks they were typed with. */
const RANKS: readonly (readonly [typed: RegExp, written: string])[] = [
  [new RegExp(`^(${NUMERALS})[.．]\\s*`), '$1、'],
  [new RegExp(`^[(（]\\s*(${NUMERALS})\\s*[)）][、.．]?\\s*`), '（$1）'],
  [/^(\d{1,2})[、．.](?!\d)\s*/, '$1.'],
  [/^[(（]\s*(\d{1,2})\s*[)）][、.．]?\s*/, '（$1）'],
];

const ranked = (line: string): string => RANKS.reduce((said, [typed, written]) => said.replace(typed, written), line);

/** A text with one paragraph a line. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => ranked(printable(line)))
    .filter((line) => line !== '')
    .map((line) => ({ style: HEADING.test(line) ? 'heading' : SUBHEADING.test(line) ? 'subheading' : 'text', text: line }));
}

/** What stands across every page: a drill must never be taken for real, nor a draft for a report. */
export function watermarkOf({ exercise, unapproved }: Paper): string | undefined {
  if (exercise) return '演练';
  return unapproved ? '送审稿' : undefined;
}

/** What stands at the top left of the first page, where the urgency of a paper stands. */
export const markOf = ({ exercise, unapproved }: Paper): string => [exercise ? '演练' : '', unapproved ? '送审稿' : ''].filter(Boolean).join('　');

/** What stands over the red line: the number, which is written in by hand, and who signs. */
export function lineOf({ line, year, signer }: Paper): { left: string; right: string; name: string } {
  if (line) return { left: line[0], right: line[1], name: '' };
  return { left: `〔${year}〕　　号`, right: '签发人：', name: signer ?? '　　　' };
}
