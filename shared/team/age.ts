import { today } from './category.ts';

const OF_AGE = 18;

/** The eighteenth birthday of whoever has this id number (GB 11643: digits 7 to 14 are the day of birth), while it lies ahead. An adult's says nothing. */
export function minorUntilOf(idNo: string, now: string): string | undefined {
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(idNo) ?? [];
  const of = new Date(`${Number(year) + OF_AGE}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(of.getTime())) return undefined;
  // Born on 29 February, of age on 1 March.
  const until = of.toISOString().slice(0, 10);
  return today(now) < until ? until : undefined;
}
