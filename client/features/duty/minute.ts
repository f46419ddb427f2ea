const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-06-01 08:05` by the city's clock: a duty log is exact to the minute and says the day. */
export const fullMinute = (at: string): string => format.format(Date.parse(at));

export const minuteOf = (at: string): string => fullMinute(at).slice(5);
