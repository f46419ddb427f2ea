/** China has one offset and no summer time. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A wall time of a scenario: `02:18`, `+1 09:00` the day after, or `-12min`, so long before the moment it is sent. */
export type WallTime = string;

/** The last local midnight such that a scenario which ends at this wall time is over: what people claim lies in the past. */
export function anchorFor(now: Date, last: WallTime): Date {
  const today = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const over = now.getTime() - minutesOf(last) * MINUTE_MS;
  const daysBack = Math.max(0, Math.ceil((today - over) / DAY_MS));
  return new Date(today - daysBack * DAY_MS);
}

export function instantOf(time: WallTime, anchor: Date, now: Date): string {
  const before = /^-(\d+)min$/.exec(time);
  const ms = before ? now.getTime() - Number(before[1]) * MINUTE_MS : anchor.getTime() + minutesOf(time) * MINUTE_MS;
  return new Date(ms).toISOString();
}

/** Minutes since the scenario's first midnight. */
export function minutesOf(time: WallTime): number {
  const match = /^(?:\+(\d+) )?(\d\d):(\d\d)$/.exec(time);
  if (!match) throw new Error(`${time} is not a wall time such as 02:18 or +1 09:00.`);
  return Number(match[1] ?? 0) * 1440 + Number(match[2]) * 60 + Number(match[3]);
}

/** `03:58`, so many minutes after a wall time of the same day. */
export function wallAfter(time: WallTime, minutes: number): WallTime {
  const total = minutesOf(time) + minutes;
  return `${pad(Math.floor(total / 60))}:${pad(total % 60)}`;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The times that a text names, moved to where the scenario's day begins: from local midnight on they are those that are written. */
export function spokenTimes(text: string, anchor: Date): string {
  const shift = Math.round(((anchor.getTime() + OFFSET_MS) % DAY_MS) / MINUTE_MS);
  if (shift === 0) return text;
  return text.replaceAll(/(?<![\d.])(\d{1,2})时(?:(\d{2})分)?/g, (_all, hour: string, minute?: string) => {
    const at = (Number(hour) * 60 + Number(minute ?? 0) + shift) % 1440;
    const [h, m] = [Math.floor(at / 60), at % 60];
    return `${h}时${m === 0 && minute === undefined ? '' : `${pad(m)}分`}`;
  });
}
