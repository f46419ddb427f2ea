/** Names of places that a dictionary reads otherwise than the people there. */
export const PLACE_READINGS: Readonly<Record<string, string>> = { 于都: 'yú dū' };

/**
 * Whether a text is said by what was typed: `ganxian`, `gx`, `gxian` and `ganx` all say 赣县. `readings` has the sound of each
 * character, without tone; what is not Chinese stands for itself. Characters in between are not skipped.
 */
export function saidBy(readings: readonly string[], typed: string): boolean {
  if (typed === '') return true;
  return readings.some((_, start) => runs(readings, start, typed));
}

function runs(readings: readonly string[], at: number, rest: string): boolean {
  const reading = readings[at];
  if (reading === undefined) return false;
  // The last sound may be half typed.
  if (reading.startsWith(rest)) return true;
  return partsOf(reading).some((part) => rest.startsWith(part) && runs(readings, at + 1, rest.slice(part.length)));
}

/** What a character is typed by, the longest first: its sound, `zh` of `zhang`, its first letter. */
function partsOf(reading: string): string[] {
  return [...new Set([reading, ...(/^[zcs]h/.test(reading) ? [reading.slice(0, 2)] : []), reading.slice(0, 1)])];
}
