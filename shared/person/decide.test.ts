import { describe, expect, it } from 'vitest';
import { dueOf } from '#shared/clockwork.ts';
import type { Seat } from '#shared/seat.ts';
import { commit, given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityLeader, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader, ZHANGGONG } from '#test/support/seats.ts';
import { maskName, maskPhone } from './mask.ts';

const INCIDENT = idOf(1);
const PERSON = idOf(2);
const caller = { incidentId: INCIDENT, role: 'caller', name: '张三', phone: '138 1234 1234', unit: '贡江镇政府', post: '副镇长' } as const;
const flood = past(yuduDuty, 'incident.log', aFlood());
const recorded = past(yuduDuty, 'person.record', caller, { id: PERSON });
const closed = past(yuduDuty, 'incident.close', { incidentId: INCIDENT, reason: '险情排除' }, { id: idOf(3) });
const held = (until: string): PastOrder => past(yuduLeader, 'person.hold', { incidentId: INCIDENT, until, assessment: '事故调查需要' }, { id: idOf(4) });
const purged = past(yuduLeader, 'person.purge', { incidentId: INCIDENT, reason: '误录' }, { id: idOf(5) });
const archived = { type: 'incident.archived', incidentId: INCIDENT } as const;

/** When the clockwork will destroy them. */
const dueIn = ({ world }: ReturnType<typeof given>): string | undefined => {
  const custody = world.get('custody', INCIDENT);
  return custody && dueOf('custody', custody, { archiveAfterHours: 24, climbAfterMinutes: 15 })[0]?.at;
};

describe('a person', () => {
  it('is recorded masked: neither event nor document has the name or the number', () => {
    const outcome = given(flood).when(yuduDuty, 'person.record', caller);
    outcome.expectEvents([{ type: 'person.recorded', masked: { name: '张*', phone: '138****1234' }, unit: '贡江镇政府' }]);
    const person = outcome.document('person');
    expect(person).toMatchObject({ role: 'caller', masked: { name: '张*', phone: '138****1234' }, exercise: false });
    expect(JSON.stringify([person, outcome.document('note', `${INCIDENT}.2`)])).not.toMatch(/张三|1234 1234|13812341234/);
  });

  it('is recorded by whoever writes in the log, for an incident that they see', () => {
    const village = past(seatAt('village-reporter'), 'incident.log', aFlood());
    for (const role of ['village-reporter', 'township-duty', 'county-leader', 'city-duty'] as const)
      given(village)
        .when(seatAt(role), 'person.record', caller)
        .expectRefs({ person: idOf(99), incident: INCIDENT });
    given(village).when(seatAt('auditor'), 'person.record', caller).expectRefusal('not-permitted');
    given(village).when(seatAt('county-duty', ZHANGGONG), 'person.record', caller).expectRefusal('incident.unknown');
  });

  it('is shown plain to duty and leaders, with the reason in the log', () => {
    const outcome = given(flood, recorded).when(cityLeader, 'person.reveal', { personId: PERSON, reason: '回拨核实' });
    outcome.expectEvents([{ type: 'person.revealed', personId: PERSON, reason: '回拨核实', fields: ['name', 'phone'] }]);
    expect(outcome.document('person', PERSON)).toMatchObject({ reveals: 1, lastReveal: { by: { id: cityLeader.actor.id } } });
    given(flood, recorded).when(seatAt('auditor'), 'person.reveal', { personId: PERSON, reason: '…' }).expectRefusal('not-permitted');
    given(flood, recorded).when(seatAt('county-duty', ZHANGGONG), 'person.reveal', { personId: PERSON, reason: '…' }).expectRefusal('person.unknown');
  });
});

describe('the end of personal data', () => {
  it('comes 30 days after closing, by the clockwork, also when the incident has been archived', () => {
    expect(dueIn(given(flood, recorded))).toBeUndefined();
    expect(dueIn(given(flood, recorded, closed))).toBe('2026-07-01T02:00:00.000Z');
    expect(dueIn(given(flood, closed, recorded, archived))).toBe('2026-07-01T02:00:00.000Z');
  });

  it('is put off by a hold, and comes when the hold ends', () => {
    expect(dueIn(given(flood, recorded, closed, held('2026-09-01T00:00:00Z')))).toBe('2026-09-01T00:00:00.000Z');
    expect(dueIn(given(flood, recorded, closed, held('2026-06-02T00:00:00Z')))).toBe('2026-07-01T02:00:00.000Z');
    const during = given(flood, recorded, closed, held('2026-09-01T00:00:00Z'));
    during.when(SYSTEM_SEAT, 'person.purge', { incidentId: INCIDENT, reason: '期满' }).expectRefusal('person.held');
    during
      .at('2026-09-01T00:00:00Z')
      .when(SYSTEM_SEAT, 'person.purge', { incidentId: INCIDENT, reason: '期满' })
      .expectEvents([{ type: 'person.purged', persons: [PERSON] }]);
  });

  it('leaves the person counted and nothing of who it was', () => {
    const outcome = given(flood, recorded).when(yuduLeader, 'person.purge', { incidentId: INCIDENT, reason: '误录' });
    expect(outcome.document('person', PERSON)).toMatchObject({ masked: {}, unit: '贡江镇政府', purgedAt: NOW });
    expect(dueIn(given(flood, recorded, closed, purged))).toBeUndefined();
  });

  it('is for good: nothing more is shown, recorded, held or destroyed', () => {
    const after = given(flood, recorded, purged);
    after.when(yuduDuty, 'person.reveal', { personId: PERSON, reason: '…' }).expectRefusal('person.purged');
    after.when(yuduDuty, 'person.record', caller).expectRefusal('person.purged');
    after.when(yuduLeader, 'person.purge', { incidentId: INCIDENT, reason: '…' }).expectRefusal('person.purged');
    after.when(yuduLeader, 'person.hold', { incidentId: INCIDENT, until: NOW, assessment: '…' }).expectRefusal('person.purged');
  });

  it.each<[string, Seat]>([
    ['a duty officer', yuduDuty],
    ['a leader of another county', seatAt('county-leader', ZHANGGONG)],
  ])('is not for %s to bring or to put off', (_who, seat) => {
    const world = given(past(yuduDuty, 'incident.log', aFlood()), recorded);
    const code = seat === yuduDuty ? 'not-permitted' : 'incident.unknown';
    world.when(seat, 'person.purge', { incidentId: INCIDENT, reason: '…' }).expectRefusal(code);
    world.when(seat, 'person.hold', { incidentId: INCIDENT, until: NOW, assessment: '…' }).expectRefusal(code);
  });

  it('needs somebody to be recorded', () => {
    given(flood).when(yuduLeader, 'person.purge', { incidentId: INCIDENT, reason: '…' }).expectRefusal('person.none');
  });

  it('is not forgotten when the journal is folded again over what is newer', () => {
    const { world } = given(flood, recorded, closed);
    const before = world.get('custody', INCIDENT);
    commit(world, [{ type: 'incident.archived', incidentId: INCIDENT }]);
    expect(world.get('custody', INCIDENT)).toEqual(before);
    expect(world.get('person', PERSON)).toBeUndefined();
  });
});

describe('what is shown of a person', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳震华', '欧***'],
    ['李', '李*'],
  ])('of the name %s: %s', (name, shown) => expect(maskName(name)).toBe(shown));

  it.each([
    ['13812341234', '138****1234'],
    ['138 1234-1234', '138****1234'],
    ['0797-6230119', '079****0119'],
    ['6230119', '*******'],
    ['86230119', '****0119'],
    ['119', '***'],
  ])('of the number %s: %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));
});
