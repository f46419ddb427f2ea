import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import type { ReportDeadline, ReportLevel } from '#shared/report/deadline.ts';
import { reckon } from '#shared/report/reckon.ts';
import { workingDayAfter } from '#shared/report/workdays.ts';
import { DEADLINE_RULES } from './deadline.ts';
import { HOLIDAYS } from './rules.ts';

const at = (time: string, day = '2026-06-01'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const BY = { rules: DEADLINE_RULES, holidays: HOLIDAYS, upgradeMinutes: 30 };
const author = { id: 'u', name: '王', role: 'county-duty', org: '360731' } as const;

type Facts = Partial<Omit<Incident, 'received' | 'severity' | 'status'>> & { received?: Partial<Record<ReportLevel, string>>; level?: 1 | 2 | 3 | 4 | null };

/** D1: a flash flood in Yudu, as its incident stands. */
function flood({ received = { township: at('02:31'), county: at('02:40'), city: at('03:05') }, level = null, ...over }: Facts = {}): Incident {
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
    severity: level === null ? null : { value: level, standing: 'set', basis: '', by: author, at: at('03:00') },
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

const rowsOf = (incident: Incident, now = at('02:41')): ReportDeadline[] => reckon(incident, BY, now);
const due = (incident: Incident, now?: string): Record<string, string> => Object.fromEntries(rowsOf(incident, now).map(({ rule, dueAt }) => [rule, dueAt]));
const row = (incident: Incident, rule: string, now?: string): ReportDeadline | undefined => rowsOf(incident, now).find((one) => one.rule === rule);
const report = (kind: 'initial' | 'follow-up' | 'upgrade' | 'final', time: string, over: Partial<NonNullable<Incident['reports']>[number]> = {}) =>
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

describe('report deadlines', () => {
  it('of D1 are as the scenario gives them, whatever the level', () => {
    expect(due(flood())).toMatchObject({ R02P: at('02:38'), R02W: at('02:58'), R03P: at('03:10'), R03W: at('03:40'), R11: at('04:10') });
    expect(due(flood())['R12']).toBe(at('05:05'));
  });

  it('that need a level begin to apply when it is reached', () => {
    expect(due(flood())).not.toHaveProperty('R04');
    expect(due(flood({ level: 3 }))).toMatchObject({ R04: at('04:10'), R06: at('05:10') });
  });

  it('run from occurrence, not from logging: occurred 02:10, logged 03:05, due 04:10', () => {
    const late = flood({ level: 3, received: { county: at('03:05') }, receivedAt: at('03:05'), loggedAt: at('03:05') });
    expect(due(late, at('03:06'))['R04']).toBe(at('04:10'));
  });

  it('that have passed when the level is raised become a 升级报告 due half an hour later, and older flags stay', () => {
    const before = rowsOf(flood(), at('05:00'));
    expect(before.find(({ rule }) => rule === 'R11')).toMatchObject({ late: true });
    const raised = rowsOf(flood({ level: 3, deadlines: before }), at('06:00'));
    expect(raised.find(({ rule }) => rule === 'R04')).toMatchObject({ kind: 'upgrade', dueAt: at('06:30') });
    expect(raised.find(({ rule }) => rule === 'R04')?.late).toBeUndefined();
    expect(raised.find(({ rule }) => rule === 'R11')).toMatchObject({ dueAt: at('04:10'), late: true });
  });

  it('are not moved by a level raised in time', () => {
    expect(due(flood({ level: 3 }), at('03:30'))['R04']).toBe(at('04:10'));
  });

  it('that were raised stay as they were told when the level falls again, once they were late or met', () => {
    const raised = rowsOf(flood({ level: 3, deadlines: rowsOf(flood({ level: 3 })) }), at('04:11'));
    expect(raised.find(({ rule }) => rule === 'R04')).toMatchObject({ late: true });
    const lowered = rowsOf(flood({ level: 4, deadlines: raised }), at('04:30'));
    expect(lowered.find(({ rule }) => rule === 'R04')).toMatchObject({ late: true });
    expect(lowered.find(({ rule }) => rule === 'R06')).toBeUndefined();
  });

  it('are listed earliest first', () => {
    const list = rowsOf(flood({ level: 3 })).map(({ dueAt }) => dueAt);
    expect(list).toEqual([...list].sort());
  });

  it('say when a clock had to be assumed', () => {
    const { occurredAt: _unknown, ...unknown } = flood({ level: 3 });
    expect(row(unknown, 'R04')).toMatchObject({ dueAt: at('04:18'), assumed: true });
  });

  it('of a level that does not know of it are not running, and a township that has no part owes none', () => {
    const county = flood({ level: 3, received: { county: at('02:40') } });
    expect(due(county)).not.toHaveProperty('R05P');
    expect(due(county)).not.toHaveProperty('R02P');
  });

  it('of the public-health regime run from each receipt, and from when the hospital saw it (D5)', () => {
    const school = flood({ typeCode: 'H04', received: { county: at('11:30') } });
    expect(due(school)['R17C']).toBe(at('13:30'));
    expect(due(flood({ typeCode: 'H03', discoveredAt: at('13:30') }))['R16']).toBe(at('15:30'));
  });

  it('of a work accident: one hour from when its head knew (D3), and each level within two', () => {
    const tanker = flood({ typeCode: 'A02', received: { firm: at('10:00'), county: at('10:20') } });
    expect(due(tanker)).toMatchObject({ R08: at('11:00'), R09C: at('12:20') });
  });

  it('of a drill there are none', () => {
    expect(rowsOf(flood({ exercise: true }))).toEqual([]);
  });

  it('each have an id of their own', () => {
    expect(new Set(DEADLINE_RULES.map(({ id }) => id)).size).toBe(DEADLINE_RULES.length);
  });
});

describe('a deadline is met', () => {
  it('by the report of that level, in the channel that was asked for', () => {
    const phoned = flood({ reports: [report('initial', at('03:00'), { channel: 'phone' })] });
    expect(row(phoned, 'R03P')?.met).toMatchObject({ at: at('03:00') });
    expect(row(phoned, 'R03W')?.met).toBeUndefined();
    expect(row(phoned, 'R11')?.met).toBeDefined();
  });

  it('late when it was sent a minute after, and for ever: 04:11 for 04:10', () => {
    const sent = flood({ level: 3, deadlines: rowsOf(flood({ level: 3 })), reports: [report('initial', at('04:11'))] });
    expect(row(sent, 'R04', at('04:12'))).toMatchObject({ late: true, met: { at: at('04:11') } });
    const moved = { ...sent, deadlines: rowsOf(sent, at('04:12')), occurredAt: at('02:30') };
    expect(row(moved, 'R04', at('05:00'))).toMatchObject({ dueAt: at('04:30'), late: true });
  });

  it('in time on the very minute', () => {
    expect(row(flood({ level: 3, reports: [report('initial', at('04:10'))] }), 'R04', at('04:10'))?.late).toBeUndefined();
  });

  it('by a report that skipped the level, which told it on the way', () => {
    expect(row(flood({ reports: [report('initial', at('03:00'), { to: 'province' })] }), 'R11')?.met).toBeDefined();
  });

  it('by an entry in the national system, with that as its reason', () => {
    const entered = flood({ national: [{ system: 'disaster', at: at('03:30'), by: author }] });
    expect(row(entered, 'R11')?.met).toEqual({ at: at('03:30'), reason: 'national:disaster' });
    expect(row(entered, 'R03W')?.met).toBeUndefined();
  });
});

describe('a daily follow-up', () => {
  const big = (over: Facts = {}): Incident => flood({ level: 3, ...over });

  it('is due the next morning at nine, across midnight and the end of a month', () => {
    expect(due(big())['R13C']).toBe(at('09:00'));
    const evening = big({ occurredAt: at('22:30', '2026-06-30'), loggedAt: at('22:40', '2026-06-30'), receivedAt: at('22:40', '2026-06-30') });
    expect(due(evening, at('22:41', '2026-06-30'))['R13C']).toBe(at('09:00', '2026-07-01'));
  });

  it('is due again the day after it was sent, and ends when the situation is stable', () => {
    const first = rowsOf(big());
    const sent = big({ deadlines: first, reports: [report('follow-up', at('08:55'))] });
    const days = rowsOf(sent, at('08:56')).filter(({ rule }) => rule === 'R13C');
    expect(days.map(({ dueAt, met }) => [dueAt, met !== undefined])).toEqual([
      [at('09:00'), true],
      [at('09:00', '2026-06-02'), false],
    ]);
    const stable = { ...sent, deadlines: rowsOf(sent, at('08:56')), circumstances: { stableAt: at('20:00') } };
    expect(rowsOf(stable, at('20:01')).filter(({ rule, met }) => rule === 'R13C' && !met)).toEqual([]);
  });

  it('that was missed stays late, and the next is due all the same; a long silence makes up each day once', () => {
    const missed = big({ deadlines: rowsOf(big()) });
    const later = rowsOf(missed, at('10:00', '2026-06-03')).filter(({ rule }) => rule === 'R13C');
    expect(later.map(({ dueAt, late }) => [dueAt, late === true])).toEqual([
      [at('09:00'), true],
      [at('09:00', '2026-06-02'), true],
      [at('09:00', '2026-06-03'), true],
      [at('09:00', '2026-06-04'), false],
    ]);
  });
});

describe('working days', () => {
  it('skip weekends and holidays and count a worked Saturday: 2026-09-21 and twenty are 2026-10-26', () => {
    expect(workingDayAfter('2026-09-21', 20, HOLIDAYS)).toBe('2026-10-26');
    expect(workingDayAfter('2026-09-21', 20, [])).toBe('2026-10-19');
  });

  it('decide on the 核报: the second after the situation is stable, to the end of that day', () => {
    const stable = flood({ circumstances: { stableAt: at('15:00', '2026-09-30') } });
    expect(due(stable, at('16:00', '2026-09-30'))['R14C']).toBe(at('00:00', '2026-10-10'));
  });
});

describe('a casualty figure that changes after the report', () => {
  const crash = (over: Facts = {}): Incident => flood({ typeCode: 'A04', reports: [report('initial', at('03:00'))], ...over });

  it('is to be told within the window, and no longer after it', () => {
    expect(row(crash({ givenAt: { dead: at('12:00', '2026-06-06') } }), 'R10F', at('12:01', '2026-06-06'))).toMatchObject({
      dueAt: at('13:00', '2026-06-06'),
      kind: 'follow-up',
    });
    expect(row(crash({ givenAt: { dead: at('12:00', '2026-06-09') } }), 'R10F', at('12:01', '2026-06-09'))).toBeUndefined();
    expect(row(crash(), 'R10F')).toBeUndefined();
  });
});
