import { describe, expect, it } from 'vitest';
import { VERIFY_DAYS } from '#shared/contact/policy.ts';
import { KEPT_DAYS, LEADER_REACH_MINUTES, RELIEF_LATE_MINUTES, START_EARLY_MINUTES } from '#shared/duty/policy.ts';
import { MOST_FILES } from '#shared/file/policy.ts';
import { RETENTION_DAYS } from '#shared/person/policy.ts';
import { NumberRule } from '#shared/rulebook/tables.ts';
import { DEADLINE_RULES } from './deadline.ts';
import { bytesOf, HOLIDAYS, hoursOf, RULES } from './rules.ts';
import { LADDERS } from './severity.ts';

describe('the rules agreed beforehand', () => {
  it('each have an id of their own, words in both languages and a source', () => {
    expect(RULES.size).toBeGreaterThan(0);
    for (const [id, rule] of RULES) {
      expect(rule.id).toBe(id);
      expect(rule.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.source.length).toBeGreaterThan(10);
    }
  });

  it('are refused with a field that the shape does not have', () => {
    expect(NumberRule.safeParse({ ...RULES.get('desk.archive-after'), law: 'none' }).success).toBe(false);
  });

  it('are told in hours, whatever their unit', () => {
    expect(hoursOf('desk.archive-after')).toBe(24);
    expect(() => hoursOf('no.such-rule')).toThrow('no.such-rule');
  });

  it('are told in bytes when they are of a size', () => {
    expect(bytesOf('file.photo-size')).toBe(15 * 1024 * 1024);
    expect(() => bytesOf('file.per-incident')).toThrow('file.per-incident');
  });

  it('are those that the model holds to, which can not read them', () => {
    expect(RULES.get('file.per-incident')?.value).toBe(MOST_FILES);
    expect(RULES.get('person.destroy-after')?.value).toBe(RETENTION_DAYS);
    const duty = ['relief-late', 'start-early', 'leader-reach', 'keep'].map((id) => RULES.get(`duty.${id}`)?.value);
    expect(duty).toEqual([RELIEF_LATE_MINUTES, START_EARLY_MINUTES, LEADER_REACH_MINUTES, KEPT_DAYS]);
    expect(RULES.get('contact.verify')?.value).toBe(VERIFY_DAYS);
  });

  it('on deadlines, ladders and holidays each have an id of their own', () => {
    for (const rows of [DEADLINE_RULES, LADDERS, HOLIDAYS]) expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});
