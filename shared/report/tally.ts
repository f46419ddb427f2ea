import type { Incident } from '#shared/incident/state.ts';
import { isOutside } from './policy.ts';
import { REPORT_LEVELS, type ReportDeadline, type ReportLevel } from './deadline.ts';

/** How reports of one way and kind were kept: `due` is all of them but those that somebody said need not be made. */
export interface Tally {
  from: ReportLevel;
  to: ReportLevel;
  kind: ReportDeadline['kind'];
  due: number;
  onTime: number;
  /** Made after its time, or recorded after it. */
  late: number;
  /** Its time has passed and nothing is recorded. */
  over: number;
  /** Its time is still to come. */
  open: number;
  waived: number;
}

export type Kept = 'onTime' | 'late' | 'over' | 'open' | 'waived';

/** What has become of one deadline. Whatever was said of it since, what was late is counted as late. */
export function keptOf({ from, met, late, dueAt }: Pick<ReportDeadline, 'from' | 'met' | 'late' | 'dueAt'>, now: string): Kept {
  if (!met) return late || dueAt < now ? 'over' : 'open';
  if (late) return 'late';
  // Of somebody outside a reason says that it was made there.
  return met.reason === undefined || met.reason.startsWith('national:') || isOutside(from) ? 'onTime' : 'waived';
}

const KINDS: readonly ReportDeadline['kind'][] = ['initial', 'upgrade', 'follow-up', 'final'];

/** Deadlines counted by who reports to whom and by kind, from the bottom up. */
export function tallyOf(incidents: Iterable<Pick<Incident, 'deadlines'>>, now: string): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { deadlines = [] } of incidents) {
    for (const row of deadlines) {
      const { from, to, kind } = row;
      const key = `${from} ${to} ${kind}`;
      const tally = tallies.get(key) ?? { from, to, kind, due: 0, onTime: 0, late: 0, over: 0, open: 0, waived: 0 };
      const kept = keptOf(row, now);
      tally[kept] += 1;
      if (kept !== 'waived') tally.due += 1;
      tallies.set(key, tally);
    }
  }
  const place = ({ from, to, kind }: Tally): number[] => [REPORT_LEVELS.indexOf(from), REPORT_LEVELS.indexOf(to), KINDS.indexOf(kind)];
  return [...tallies.values()].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x.map((n, i) => n - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

/** The whole of a tally. */
export function wholeOf(tallies: readonly Tally[]): Omit<Tally, 'from' | 'to' | 'kind'> {
  const whole = { due: 0, onTime: 0, late: 0, over: 0, open: 0, waived: 0 };
  for (const tally of tallies) for (const name of ['due', 'onTime', 'late', 'over', 'open', 'waived'] as const) whole[name] += tally[name];
  return whole;
}
