import { describe, expect, it } from 'vitest';
import { deadlinesOf, DEADLINE_RULES, type DeadlineFacts } from './deadline.ts';

const at = (time: string): string => new Date(`2026-06-01T${time}:00+08:00`).toISOString();

/** D1: a flash flood in Yudu. */
const FLOOD: DeadlineFacts = {
  typeCode: 'N01.2',
  severity: null,
  occurredAt: at('02:10'),
  discoveredAt: at('02:18'),
  receivedAt: { township: at('02:31'), county: at('02:40'), city: at('03:05') },
};

const due = (facts: DeadlineFacts): Record<string, string> => Object.fromEntries(deadlinesOf(facts).map(({ rule, dueAt }) => [rule.id, dueAt]));

describe('report deadlines', () => {
  it('of D1 are as the scenario gives them, whatever the level', () => {
    expect(due(FLOOD)).toMatchObject({ R02P: at('02:38'), R02W: at('02:58'), R03P: at('03:10'), R03W: at('03:40'), R11: at('04:10') });
  });

  it('that need a level begin to apply when it is reached', () => {
    expect(due(FLOOD)).not.toHaveProperty('R04');
    expect(due({ ...FLOOD, severity: 3 })).toMatchObject({ R04: at('04:10'), R06: at('05:10') });
  });

  it('run from occurrence, not from logging: occurred 02:10, logged 03:05, due 04:10', () => {
    const facts = { ...FLOOD, severity: 3 as const, receivedAt: { county: at('03:05') } };
    expect(due(facts)['R04']).toBe(at('04:10'));
  });

  it('that have passed when the level is raised become a 升级报告 due half an hour later', () => {
    const raised = deadlinesOf({ ...FLOOD, severity: 3, raisedAt: at('06:00') });
    const r04 = raised.find(({ rule }) => rule.id === 'R04');
    expect(r04).toMatchObject({ dueAt: at('06:30'), upgrade: true });
    expect(raised.find(({ rule }) => rule.id === 'R11')).toMatchObject({ dueAt: at('04:10'), upgrade: false });
  });

  it('are not moved by a level raised in time', () => {
    expect(due({ ...FLOOD, severity: 3, raisedAt: at('03:30') })['R04']).toBe(at('04:10'));
  });

  it('are listed earliest first', () => {
    const list = deadlinesOf({ ...FLOOD, severity: 3 }).map(({ dueAt }) => dueAt);
    expect(list).toEqual([...list].sort());
  });

  it('say when a clock had to be assumed', () => {
    const { occurredAt: _unknown, ...facts } = FLOOD;
    expect(deadlinesOf({ ...facts, severity: 3 }).find(({ rule }) => rule.id === 'R04')).toMatchObject({ dueAt: at('04:18'), assumed: true });
  });

  it('of a level that has not received it are not running', () => {
    expect(due({ ...FLOOD, severity: 3, receivedAt: { county: at('02:40') } })).not.toHaveProperty('R05P');
  });

  it('of the public-health regime run from each receipt (D5)', () => {
    expect(due({ typeCode: 'H04', severity: 4, receivedAt: { county: at('11:30') } })['R17C']).toBe(at('13:30'));
  });

  it('each have an id of their own', () => {
    expect(new Set(DEADLINE_RULES.map(({ id }) => id)).size).toBe(DEADLINE_RULES.length);
  });
});
