/**
 * Measures of GB/T 9704-2012 in points: A4, 37 mm above, 28 mm left, a type area of 156 by 225 mm,
 * text of size 3 (16 pt), 22 lines a page of 28 characters each.
 */
const MM = 72 / 25.4;
export const MARGINS = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM } as const;
export const TEXT_WIDTH = 156 * MM;
export const LINE_PITCH = 28;
/** Sizes 小初, 一号, 二号, 三号, 四号. */
export const SIZE = { head: 36, office: 26, title: 22, text: 16, small: 14 } as const;
export const RED = 'E60012';
export const WATERMARK = 'C9B8E8';
/** The page's number stands 7 mm under the text. */
export const FOLIO_GAP = 7 * MM;

/** How far the office's name and the date stand from the right edge: the date begins two characters after the name, nothing nearer than two characters. */
export function signatureIndents(office: string, date: string): { office: number; date: number } {
  const em = SIZE.text;
  const officeWidth = widthOf(office, em);
  const dateWidth = widthOf(date, em);
  const dateIndent = Math.max(2 * em, 2 * em + officeWidth - 2 * em - dateWidth);
  return { office: Math.max(2 * em, dateIndent + dateWidth + 2 * em - officeWidth), date: dateIndent };
}

/** A Chinese character is as wide as it is high, a digit half of that. */
const widthOf = (text: string, em: number): number => [...text].reduce((width, char) => width + (/[\u0020-\u007e]/.test(char) ? em / 2 : em), 0);
