import type { PlanContent } from './content.ts';

const LEFT_OUT = '（联系方式从略）';
/** A mobile number, one with an area code, or what follows 电话 and is a number; 119, 120 and 12345 are everybody's. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const LANDLINE = /(?<!\d)[（(]?0\d{2,3}[）)]?[-— ]?\d{7,8}(?:[-转]\d{1,6})?(?!\d)/;
const NAMED = /(?<=(?:电话|传真|手机|联系方式)[：: ]{0,2})\d{6,12}(?:[-转]\d{1,6})?(?!\d)/;
const NUMBERS = new RegExp([MOBILE, LANDLINE, NAMED].map(({ source }) => source).join('|'), 'g');

export const withoutNumbers = (text: string): string => text.replaceAll(NUMBERS, LEFT_OUT);

/** The plan as it may be shown to everybody: no telephone number of anybody is in it. */
export function publicCopy(content: PlanContent): PlanContent {
  return deep(content) as PlanContent;
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return withoutNumbers(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one)]));
}
