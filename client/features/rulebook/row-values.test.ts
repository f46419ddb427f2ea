import { describe, expect, it } from 'vitest';
import { DeadlineRule, Holiday } from '#shared/rulebook/tables.ts';
import { rowOf, valuesOf } from './row-values.ts';

const rule = DeadlineRule.parse({
  id: 'R03P',
  from: 'county',
  to: 'city',
  channel: 'phone',
  minutes: 30,
  clock: 'received',
  hazards: ['N'],
  exceptHazards: ['N01.6'],
  minSeverity: null,
  kind: 'initial',
  source: '凭记忆',
  tag: 'R',
  zh: '电话报告',
  en: 'By phone',
});

describe('the form of a row', () => {
  it('gives back the row that it was given, with what it does not show', () => {
    expect(DeadlineRule.parse(rowOf('report-deadlines', valuesOf(rule), rule))).toEqual(rule);
    const day = Holiday.parse({ id: '2026-10-10', off: false, zh: '调休', en: 'Worked', tag: 'R', source: '通知' });
    expect(Holiday.parse(rowOf('holidays', valuesOf(day), day))).toEqual(day);
  });

  it('puts one way of saying how long in the place of another', () => {
    const daily = DeadlineRule.parse(rowOf('report-deadlines', { ...valuesOf(rule), limitKind: 'daily', limit: '09:30', minSeverity: 3 }, rule));
    expect(daily).toMatchObject({ daily: '09:30', minSeverity: 3 });
    expect(daily).not.toHaveProperty('minutes');
  });

  it('takes away what was emptied, and the row that starts a clock with the clock', () => {
    const emptied = rowOf(
      'report-deadlines',
      { ...valuesOf(rule), exceptHazards: [], only: undefined, withinDays: null, sourceEn: '' },
      { ...rule, withinDays: 3 },
    );
    expect(Object.keys(DeadlineRule.parse(emptied)).sort()).toEqual(
      Object.keys(rule)
        .filter((field) => field !== 'exceptHazards')
        .sort(),
    );
    const after = DeadlineRule.parse({ ...rule, clock: 'after', after: 'R02P' });
    expect(DeadlineRule.parse(rowOf('report-deadlines', valuesOf(after), after))).toEqual(after);
    expect(DeadlineRule.parse(rowOf('report-deadlines', { ...valuesOf(after), clock: 'received' }, after))).toEqual(rule);
    expect(DeadlineRule.safeParse({ ...rule, clock: 'after' }).success).toBe(false);
  });

  it('puts a rule out of force and back', () => {
    const off = rowOf('report-deadlines', { ...valuesOf(rule), switchedOff: true }, rule);
    expect(off).toMatchObject({ suspended: true });
    expect(rowOf('report-deadlines', { ...valuesOf(DeadlineRule.parse(off)), switchedOff: false }, DeadlineRule.parse(off))).not.toHaveProperty('suspended');
  });
});
