import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES } from '#plans/deadline.ts';
import { HOLIDAYS, TABLE_NUMBERS } from '#plans/rules.ts';
import { LADDERS } from '#plans/severity.ts';
import type { Payload } from '#shared/catalogue.ts';
import { given, past } from '#test/support/given.ts';
import { cityDuty, cityLeader, seatAt, SYSTEM_SEAT } from '#test/support/seats.ts';

const other = seatAt('city-leader', undefined, 'another-leader');
const planner = seatAt('planner');
const upgrade = { id: 'report.upgrade', value: 30, unit: 'minutes', zh: '升级报告时限', en: 'Upgrade report', tag: 'D', source: '系统默认值' } as const;
const law = { ...upgrade, id: 'law.read', tag: 'S' } as const;
const founded = past(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'numbers', rows: [upgrade, law], reason: '…' });
const change = { rulebookId: 'numbers' as const, rows: [{ ...upgrade, value: 20 }], reason: '会议纪要' };
const proposed = past(cityLeader, 'rulebook.propose', change);
const APPROVE = { rulebookId: 'numbers', version: 2 } as const;

describe('a table of rules', () => {
  it('takes from a newer version the rows that it does not have, and leaves what people changed', () => {
    const approved = past(other, 'rulebook.approve', APPROVE);
    given(founded, proposed, approved)
      .when(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'numbers', rows: [upgrade, { ...upgrade, id: 'report.new' }], reason: '…' })
      .expectEvents([{ type: 'rulebook.founded', rows: [{ id: 'report.new' }] }]);
  });

  it('takes law as a newer version reads it, and all of it while nobody has changed anything', () => {
    const read = { ...law, value: 31 };
    const brought = { rulebookId: 'numbers' as const, rows: [{ ...upgrade, value: 40 }, read], reason: '…' };
    given(founded)
      .when(SYSTEM_SEAT, 'rulebook.found', brought)
      .expectEvents([{ type: 'rulebook.founded', rows: [{ id: 'report.upgrade', value: 40 }, read] }]);
    given(founded, proposed, past(other, 'rulebook.approve', APPROVE))
      .when(SYSTEM_SEAT, 'rulebook.found', brought)
      .expectEvents([{ type: 'rulebook.founded', rows: [read] }]);
  });

  it('is changed by a leader or a planner, with a reason, and holds as before until another leader approves', () => {
    const outcome = given(founded).when(planner, 'rulebook.propose', change);
    outcome.expectEvents([{ type: 'rulebook.proposed', version: 2 }]);
    given(founded).when(cityDuty, 'rulebook.propose', change).expectRefusal('not-permitted');
    given(founded, proposed)
      .when(other, 'rulebook.approve', APPROVE)
      .expectEvents([{ type: 'rulebook.approved', version: 2 }]);
  });

  it('is never approved by who proposed, who may only take it back', () => {
    given(founded, proposed).when(cityLeader, 'rulebook.approve', APPROVE).expectRefusal('rulebook.same-person');
    given(founded, past(planner, 'rulebook.propose', change))
      .when(planner, 'rulebook.approve', APPROVE)
      .expectRefusal('rulebook.same-person');
    given(founded, proposed)
      .when(cityLeader, 'rulebook.reject', { ...APPROVE, reason: '撤回' })
      .expectEvents([{ type: 'rulebook.rejected' }]);
    given(founded, proposed).when(cityDuty, 'rulebook.approve', APPROVE).expectRefusal('not-permitted');
  });

  it('has one proposal at a time, and a decision names the one that was read', () => {
    given(founded, proposed).when(planner, 'rulebook.propose', change).expectRefusal('rulebook.proposal-open');
    given(founded, proposed)
      .when(other, 'rulebook.approve', { ...APPROVE, version: 3 })
      .expectRefusal('stale', 'version');
    given(founded).when(other, 'rulebook.approve', APPROVE).expectRefusal('stale', 'version');
  });

  it('does not change what is law, and lets nobody make a row law', () => {
    given(founded)
      .when(cityLeader, 'rulebook.propose', { ...change, rows: [{ ...law, value: 5, tag: 'D' }] })
      .expectRefusal('rulebook.law', 'rows.0.tag');
    given(founded)
      .when(cityLeader, 'rulebook.propose', { ...change, rows: [{ ...upgrade, tag: 'S' }] })
      .expectRefusal('rulebook.law', 'rows.0.tag');
  });

  it('refuses a row given twice, another unit, nothing at all and an unknown table', () => {
    given(founded)
      .when(planner, 'rulebook.propose', { ...change, rows: [...change.rows, ...change.rows] })
      .expectRefusal('invalid', 'rows.1.id');
    given(founded)
      .when(planner, 'rulebook.propose', { ...change, rows: [{ ...upgrade, unit: 'hours' }] })
      .expectRefusal('invalid', 'rows.0.unit');
    given(founded)
      .when(planner, 'rulebook.propose', { ...change, rows: [] })
      .expectRefusal('invalid', 'rows');
    given().when(planner, 'rulebook.propose', change).expectRefusal('rulebook.unknown');
  });

  it.each([
    ['report-deadlines', DEADLINE_RULES, { minutes: 45 }, 'R03P'],
    ['severity', LADDERS, { at: { 1: 40, 2: 10, 3: 3, 4: 0 } }, 'natural.dead'],
    ['holidays', HOLIDAYS, { off: false }, '2026-01-01'],
    ['numbers', TABLE_NUMBERS, { value: 45 }, 'report.upgrade'],
  ] as const)('as it is brought is changed by two persons: %s', (rulebookId, brought, change, id) => {
    const found = { rulebookId, rows: brought.slice(), reason: '…' } as unknown as Payload<'rulebook.found'>;
    const row = { ...brought.find((one) => one.id === id), ...change };
    const payload = { rulebookId, rows: [row], reason: '会议纪要' } as unknown as Payload<'rulebook.propose'>;
    const world = given(past(SYSTEM_SEAT, 'rulebook.found', found), past(planner, 'rulebook.propose', payload));
    const book = world.when(cityLeader, 'rulebook.approve', { rulebookId, version: 2 }).document('rulebook', rulebookId);
    expect(book?.rows.find((one) => one.id === id)).toEqual(row);
    expect(book?.rows).toHaveLength(brought.length);
    expect(book?.decisions).toMatchObject([{ version: 2, reason: '会议纪要', before: [{ id }] }]);
  });
});
