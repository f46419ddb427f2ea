/** China has had one offset and no clock changes since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** An instant as a field of the browser shows it, by the city's clock: `2026-06-01T02:10`. */
export const wallOf = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 16);

/** What such a field holds as an instant; nothing while it is not filled in. */
export function instantOf(wall: string): string | undefined {
  const ms = Date.parse(`${wall}Z`);
  return Number.isNaN(ms) ? undefined : new Date(ms - OFFSET_MS).toISOString();
}
