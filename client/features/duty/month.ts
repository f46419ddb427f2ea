const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const DAY_MS = 86_400_000;

/** `2026-06-01` by the city's clock. */
export const dayOf = (at: string | number): string => day.format(typeof at === 'number' ? at : Date.parse(at));

export const monthOf = (at: string | number): string => dayOf(at).slice(0, 7);

export function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** The days of a month, and on which weekday it begins (0 Monday). */
export function daysOf(month: string): { dates: string[]; first: number } {
  const begin = Date.parse(`${month}-01T00:00:00Z`);
  const end = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  const dates = Array.from({ length: (end - begin) / DAY_MS }, (_, i) => new Date(begin + i * DAY_MS).toISOString().slice(0, 10));
  return { dates, first: (new Date(begin).getUTCDay() + 6) % 7 };
}

/** The instant at which a day of the city begins. */
export const startOf = (date: string): string => new Date(Date.parse(`${date}T00:00:00+08:00`)).toISOString();
