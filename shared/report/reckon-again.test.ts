import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { at, BY, due, flood, lapsed, report, row, rowsOf, type Facts } from '#test/support/deadlines.ts';
import { workingDayAfter } from './workdays.ts';

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

  it('goes on when the situation is not stable after all, and nothing was owed while it was held to be', () => {
    const first = rowsOf(big());
    const stable = big({ deadlines: first, circumstances: { stableAt: at('08:00') } });
    const quiet = rowsOf(stable, at('08:00'));
    expect(quiet.filter(({ rule }) => rule === 'R13C')).toEqual([]);
    const again = big({ deadlines: quiet, circumstances: { unsettledAt: at('10:00', '2026-06-04') } });
    expect(rowsOf(again, at('10:00', '2026-06-04')).filter(({ rule }) => rule === 'R13C')).toMatchObject([{ dueAt: at('09:00', '2026-06-05') }]);
    const missed = rowsOf(big({ deadlines: lapsed(first, 'R13C') }), at('09:01'));
    const kept = rowsOf(big({ deadlines: missed, circumstances: { stableAt: at('20:00') } }), at('20:00'));
    const rows = rowsOf(big({ deadlines: kept, circumstances: { unsettledAt: at('08:00', '2026-06-04') } }), at('08:00', '2026-06-04'));
    expect(rows.filter(({ rule }) => rule === 'R13C').map(({ dueAt, late }) => [dueAt, late === true])).toEqual([
      [at('09:00'), true],
      [at('09:00', '2026-06-04'), false],
    ]);
  });

  it('that was missed stays late, and the next is due all the same; a long silence makes up each day once', () => {
    const missed = big({ deadlines: lapsed(rowsOf(big()), 'R13C') });
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
    expect(workingDayAfter('2026-09-21', 20, BY.holidays)).toBe('2026-10-26');
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

  it('while one is open, a later change neither hides it nor moves it; one report meets it', () => {
    const first = crash({ givenAt: { dead: at('12:00') } });
    const again = crash({ givenAt: { dead: at('12:50') }, deadlines: rowsOf(first, at('12:00')) });
    const open = rowsOf(again, at('12:50')).filter(({ rule }) => rule === 'R10F');
    expect(open.map(({ dueAt }) => dueAt)).toEqual([at('13:00')]);
    const told = { ...again, deadlines: rowsOf(again, at('12:50')), reports: [...(again.reports ?? []), report('follow-up', at('12:55'))] };
    expect(row(told, 'R10F', at('12:55'))).toMatchObject({ dueAt: at('13:00'), met: { at: at('12:55') } });
  });
});
