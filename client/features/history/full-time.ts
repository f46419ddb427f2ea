const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** `2026-06-01 02:10:07` by the city's clock: of the past, the whole date is said. */
export const fullTime = (at: number | string): string => format.format(typeof at === 'number' ? at : Date.parse(at));
