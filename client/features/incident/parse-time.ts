/** What a person typed for a time: an instant, nothing, or something that can't be read. */
export type TypedTime = { kind: 'none' } | { kind: 'instant'; iso: string } | { kind: 'unreadable' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNREADABLE: TypedTime = { kind: 'unreadable' };

/**
 * `0210` and `2:10` are today (yesterday if that has not come yet), `-15` is 15 minutes ago, `-1:30` an hour and a half,
 * `昨0210` yesterday, `11-22 14:05` that day of this year or, if it has not come yet, of the last.
 */
export function parseTypedTime(text: string, nowMs: number, offsetMinutes = 480): TypedTime {
  const typed = text.trim().replaceAll('：', ':').replaceAll('－', '-');
  if (typed === '') return { kind: 'none' };
  const past = /^-(?:(\d{1,2}):(\d{2})|(\d{1,4}))$/.exec(typed);
  if (past) return ago(Number(past[1] ?? 0) * 60 + Number(past[2] ?? past[3]), nowMs);
  const clock = /^(?:(昨天?|y)\s*|(\d{1,2})[-/.月](\d{1,2})日?\s+)?(\d{1,2}):?(\d{2})$/i.exec(typed);
  if (!clock) return UNREADABLE;
  const [, yesterday, month, day, hour, minute] = clock;
  const today = new Date(nowMs + offsetMinutes * MINUTE);
  const at = (year: number, m: number, d: number): number => Date.UTC(year, m, d, Number(hour), Number(minute)) - offsetMinutes * MINUTE;
  if (Number(hour) > 23 || Number(minute) > 59) return UNREADABLE;
  if (month === undefined || day === undefined) {
    const ms = at(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
    return instant(yesterday === undefined && ms <= nowMs ? ms : ms - DAY);
  }
  const [m, d] = [Number(month) - 1, Number(day)];
  const year = at(today.getUTCFullYear(), m, d) <= nowMs ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const real = new Date(Date.UTC(year, m, d));
  return real.getUTCMonth() === m && real.getUTCDate() === d ? instant(at(year, m, d)) : UNREADABLE;
}

function ago(minutes: number, nowMs: number): TypedTime {
  return instant(Math.floor(nowMs / MINUTE) * MINUTE - minutes * MINUTE);
}

function instant(ms: number): TypedTime {
  return { kind: 'instant', iso: new Date(ms).toISOString() };
}
