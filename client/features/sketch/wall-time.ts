const OFFSET_MS = 8 * 3_600_000;

/** What a field of date and time holds, by the city's clock: `2026-06-01T18:00`. */
export const wallTimeOf = (iso: string | undefined): string => (iso === undefined ? '' : new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(0, 16));

/** The instant that it means; undefined while nothing whole is typed. */
export const instantOf = (wallTime: string): string | undefined => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) ? `${wallTime}:00+08:00` : undefined);
