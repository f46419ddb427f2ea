import type { Casualties } from '#shared/incident/orders.ts';
import type { Losses } from '#shared/incident/record.ts';

/** Words of official reports. They are Chinese, whatever language the screen speaks. */
const DIGITS = '零一二三四五六七八九';

/** 一, 十, 十二, 二十三: as follow-ups are numbered, 1 to 99. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return String(n);
  if (n < 10) return DIGITS.charAt(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

export type WordedKind = 'initial' | 'follow-up' | 'final' | 'upgrade' | 'correction';

/** What a report is called: 初报, 续报二, 终报, or 核报 after a natural disaster. */
export function kindWord(kind: WordedKind, ordinal: number, typeCode: string): string {
  switch (kind) {
    case 'initial':
      return '初报';
    case 'follow-up':
      return `续报${chineseNumber(ordinal)}`;
    case 'final':
      return typeCode.startsWith('N') ? '核报' : '终报';
    case 'upgrade':
      // The second level that is raised has a report of its own.
      return ordinal > 1 ? `升级报告${chineseNumber(ordinal)}` : '升级报告';
    case 'correction':
      return '更正报告';
    default:
      return kind satisfies never;
  }
}

/** The four levels of ERL art. 3. */
export const LEVELS = { '1': '特别重大', '2': '重大', '3': '较大', '4': '一般' } as const;

/** China has had one offset and no clock changes since 1991. */
const wall = (iso: string): Date => new Date(Date.parse(iso) + 8 * 3_600_000);

/** 2026年6月1日, without leading zeros, as under an official paper. */
export function chineseDate(iso: string): string {
  const at = wall(iso);
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
}

/** 6月1日3时05分. */
export function chineseTime(iso: string): string {
  const at = wall(iso);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日${at.getUTCHours()}时${String(at.getUTCMinutes()).padStart(2, '0')}分`;
}

export type Figures = Casualties & Losses;
export type FigureName = keyof Figures;

/** Each figure with its word and unit, the gravest first. Money is told in units of 10,000. */
export const FIGURE_WORDS: readonly (readonly [name: FigureName, word: string, unit: string])[] = [
  ['dead', '死亡', '人'],
  ['missing', '失联', '人'],
  ['trapped', '被困', '人'],
  ['cases', '发病（中毒）', '人'],
  ['seriousInjured', '重伤', '人'],
  ['minorInjured', '轻伤', '人'],
  ['evacuated', '转移安置', '人'],
  ['affected', '受灾', '人'],
  ['housesCollapsed', '倒塌房屋', '间'],
  ['housesDamaged', '损坏房屋', '间'],
  ['cropsHa', '农作物受灾', '公顷'],
  ['burntForestHa', '过火林地', '公顷'],
  ['directLossCny', '直接经济损失', '万元'],
];

/** A figure as it is said: yuan become units of 10,000. */
export const figureValue = (name: FigureName, value: number): number => (name === 'directLossCny' ? Math.round(value / 100) / 100 : value);

/** 死亡2人、失联3人、转移安置180人. What nobody has given is not said, and 0 is. */
export function figuresSaid(figures: Figures): string[] {
  return FIGURE_WORDS.flatMap(([name, word, unit]) => {
    const value = figures[name];
    return value === undefined ? [] : [`${word}${figureValue(name, value)}${unit}`];
  });
}
