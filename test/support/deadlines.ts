import type { Incident } from '#shared/incident/state.ts';
import type { ReportDeadline, ReportLevel } from '#shared/report/deadline.ts';
import { reckon } from '#shared/report/reckon.ts';
import { DEADLINE_RULES } from '#plans/deadline.ts';
import { HOLIDAYS } from '#plans/rules.ts';

export const at = (time: string, day = '2026-06-01'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
export const BY = { rules: DEADLINE_RULES, holidays: HOLIDAYS, upgradeMinutes: 30 };
export const author = { id: 'u', name: '王', role: 'county-duty', org: '360731' } as const;

export type Facts = Partial<Omit<Incident, 'received' | 'severity' | 'status'>> & {
  received?: Partial<Record<ReportLevel, string>>;
  level?: 1 | 2 | 3 | 4 | null;
  leveledAt?: string;
};

/** D1: a flash flood in Yudu, as its incident stands. */
export function flood({
  received = { township: at('02:31'), county: at('02:40'), city: at('03:05') },
  level = null,
  leveledAt = at('02:40'),
  ...over
}: Facts = {}): Incident {
  return {
    id: 'flood',
    seq: 1,
    rev: 1,
    readers: [],
    number: 'GZ20260601-0001',
    title: '山洪',
    typeCode: 'N01.2',
    place: { adcode: '360731101', text: '山前村', lng: 115, lat: 25 },
    occurredAt: at('02:10'),
    discoveredAt: at('02:18'),
    receivedAt: at('02:40'),
    loggedAt: at('02:40'),
    casualties: {},
    severity: level === null ? null : { value: level, standing: 'set', basis: '', by: author, at: leveledAt },
    exercise: false,
    org: '360731',
    loggedBy: author,
    entries: 1,
    lastEntryAt: at('02:40'),
    status: 'open',
    received: Object.fromEntries(Object.entries(received).map(([key, instant]) => [key, { at: instant, by: author }])),
    ...over,
  };
}

export const rowsOf = (incident: Incident, now = at('02:41')): ReportDeadline[] => reckon(incident, BY, now);
export const due = (incident: Incident, now?: string): Record<string, string> =>
  Object.fromEntries(rowsOf(incident, now).map(({ rule, dueAt }) => [rule, dueAt]));
export const row = (incident: Incident, rule: string, now?: string): ReportDeadline | undefined => rowsOf(incident, now).find((one) => one.rule === rule);
export const report = (kind: 'initial' | 'follow-up' | 'upgrade' | 'final', time: string, over: Partial<NonNullable<Incident['reports']>[number]> = {}) =>
  ({
    id: `${kind}${time}`,
    kind,
    ordinal: 0,
    channel: 'written',
    from: 'county',
    org: '360731',
    to: 'city',
    at: time,
    figures: { casualties: {} },
    ...over,
  }) as const;

/** As the clockwork leaves it when its time has passed unmet. */
export const lapsed = (rows: ReportDeadline[], rule: string): ReportDeadline[] =>
  rows.map((one) => (one.rule === rule && !one.met ? { ...one, late: true } : one));
