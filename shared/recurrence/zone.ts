const DAY_MS = 86_400_000;
/** Wall-clock time of a zone, `2026-03-15T09:00:00`: what people agree on. An instant is what machines compare. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const options = {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', options)));
  }
  return format;
}

const QUARTER_MS = 900_000;
const MOST_KEPT = 50_000;
const offsets = new Map<string, number>();

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. Clocks change on a quarter of an hour: it is asked once for each. */
function offsetMs(at: number, zone: string): number {
  const key = `${zone} ${Math.floor(at / QUARTER_MS)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offsets.set(key, (offset = offsetAsked(at, zone)));
  }
  return offset;
}

function offsetAsked(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The wall clock at an instant, as a Date whose UTC fields are the wall's: how rrule wants to be spoken to. */
export function wallOf(instant: string | number, zone: string): Date {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  return new Date(at + offsetMs(at, zone));
}

/** The instant of a wall time. A time that a clock change skips is told as if the change had not been made; one that comes twice is the first. */
export function instantOf(wall: Date, zone: string): string {
  const local = wall.getTime();
  const [early, late] = [offsetMs(local - 86_400_000, zone), offsetMs(local + 86_400_000, zone)];
  for (const offset of new Set([early, late])) if (offsetMs(local - offset, zone) === offset) return new Date(local - offset).toISOString();
  return new Date(local - early).toISOString();
}

/** The end of an instant's day by the wall clock of a zone: until then a date is kept. */
export function endOfDay(instant: string, zone: string): string {
  const midnight = wallOf(instant, zone);
  midnight.setUTCHours(0, 0, 0, 0);
  return instantOf(new Date(midnight.getTime() + DAY_MS), zone);
}
