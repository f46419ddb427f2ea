import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, GONGJIANG, ORGANISATIONS, seatAt, YUDU, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import type { FenghuoEvent } from '#shared/catalogue.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { absorbed } from './absorbed.ts';
import { openObligations } from './obligations.ts';

const [a, b, c] = [idOf(1), idOf(2), idOf(3)];
const places: FenghuoEvent[] = ORGANISATIONS.map(({ readers: _readers, seq: _seq, rev: _rev, ...organisation }) => ({
  type: 'organisation.added',
  organisation,
}));
const SOURCE = { channel: 'village', unit: '上欧村' } as const;
const first = past(
  seatAt('township-duty'),
  'incident.log',
  aFlood({ place: placeIn(GONGJIANG), source: SOURCE, occurredAt: '2026-06-01T01:10:00Z', casualties: { missing: 3 } }),
  {
    id: a,
    at: '2026-06-01T01:35:00.000Z',
  },
);
const second = past(cityDuty, 'incident.log', aFlood({ source: { channel: 'phone' }, occurredAt: '2026-06-01T01:20:00Z', casualties: { dead: 2 } }), { id: b });
const merge = { incidentId: a, intoIncidentId: b, reason: '同一起山洪' };
const merged = past(cityDuty, 'incident.merge', merge, { id: idOf(4) });

describe('merging two records of the same', () => {
  it('the merged one is closed and points to the one in which it goes on', () => {
    const { world } = given(first, second, merged);
    expect(world.get('incident', a)).toMatchObject({ status: 'closed', mergedInto: b, closedFor: '同一起山洪', entries: 2 });
    expect(world.get('incident', b)).toMatchObject({ status: 'open', entries: 2 });
  });

  it('the kept one keeps both sources, all readers, and the figures that only one of them had: missing is not dead', () => {
    const kept = given(first, second, merged).world.get('incident', b);
    expect(kept?.sources).toMatchObject([
      { incidentId: b, source: { channel: 'phone' }, loggedBy: { org: '360700' } },
      { incidentId: a, source: SOURCE, loggedBy: { org: GONGJIANG }, occurredAt: '2026-06-01T01:10:00.000Z' },
    ]);
    expect(kept?.casualties).toEqual({ dead: 2, missing: 3 });
    expect(kept?.readers).toEqual(expect.arrayContaining([`org:${GONGJIANG}`, `org:${YUDU}`, 'org:360700']));
  });

  it('the earliest clocks hold, so that no deadline is won by merging', () => {
    const kept = given(first, second, merged).world.get('incident', b);
    expect(kept).toMatchObject({ occurredAt: '2026-06-01T01:10:00.000Z', receivedAt: '2026-06-01T01:35:00.000Z' });
    expect(kept?.received).toMatchObject({ township: { at: '2026-06-01T01:35:00.000Z' }, city: { at: NOW } });
  });

  it('of a rule that asks both, the earlier time holds; what was late stays late and what was met is met', () => {
    const row = (dueAt: string, more: Partial<ReportDeadline> = {}): ReportDeadline => ({
      rule: 'R04',
      kind: 'initial',
      from: 'county',
      to: 'city',
      channel: 'any',
      startedAt: NOW,
      dueAt,
      assumed: false,
      ...more,
    });
    const { world } = given(first, second);
    const [one, other] = [world.get('incident', a), world.get('incident', b)];
    if (!one || !other) throw new Error('both are there');
    const { deadlines } = absorbed(
      { ...other, deadlines: [row('2026-06-01T04:00:00.000Z', { met: { at: '2026-06-01T03:00:00.000Z' } })] },
      { ...one, deadlines: [row('2026-06-01T03:10:00.000Z', { late: true }), row('2026-06-01T02:00:00.000Z', { rule: 'R02' })] },
    );
    expect(deadlines).toMatchObject([{ rule: 'R02' }, { rule: 'R04', dueAt: '2026-06-01T03:10:00.000Z', late: true, met: { at: '2026-06-01T03:00:00.000Z' } }]);
  });

  it('a merge into a merged one follows to the end, and never into itself', () => {
    const third = past(yuduDuty, 'incident.log', aFlood(), { id: c });
    const world = given(first, second, third, merged);
    world.when(cityDuty, 'incident.merge', { incidentId: c, intoIncidentId: a, reason: '…' }).expectEvents([
      { type: 'incident.merged', incidentId: c, intoIncidentId: b },
      { type: 'incident.absorbed', incidentId: b, fromIncidentId: c },
    ]);
    world.when(cityDuty, 'incident.merge', { incidentId: b, intoIncidentId: a, reason: '…' }).expectRefusal('incident.circle', 'intoIncidentId');
    world.when(cityDuty, 'incident.merge', { ...merge, intoIncidentId: c }).expectRefusal('incident.merged');
    given(first, second).when(cityDuty, 'incident.merge', { incidentId: b, intoIncidentId: b, reason: '…' }).expectRefusal('incident.circle');
  });

  it('parts of the merged one are parts of the kept one, but what the kept one is a part of', () => {
    const site = past(cityDuty, 'incident.log', aFlood(), { id: c });
    const link = past(cityDuty, 'incident.link', { incidentId: c, parentIncidentId: a }, { id: idOf(5) });
    const under = past(cityDuty, 'incident.link', { incidentId: b, parentIncidentId: c }, { id: idOf(6) });
    expect(given(first, second, site, link, merged).world.get('incident', c)?.parentId).toBe(b);
    expect(given(first, second, site, link, merged).world.get('incident', b)?.children).toEqual([c]);
    const inside = given(first, second, site, link, under, merged).world;
    expect(inside.get('incident', c)).not.toHaveProperty('parentId');
    expect(inside.get('incident', b)?.parentId).toBe(c);
  });

  it('an instruction that is still to be carried out goes on with the kept one', () => {
    const give = past(yuduLeader, 'instruction.give', { incidentId: a, text: '全力搜救', to: GONGJIANG }, { id: idOf(7) });
    const { world } = given(...places, first, second, give, merged);
    expect(world.get('instruction', idOf(7))?.incidentId).toBe(b);
    const kept = world.get('incident', b);
    expect(kept && openObligations(world, kept)).toMatchObject([{ kind: 'instruction', to: GONGJIANG }]);
    expect(world.get('incident', a)?.holds ?? []).toEqual([]);
  });

  it('is said by duty, of what is open, of the same mode and not restricted', () => {
    given(first, second).when(seatAt('city-leader'), 'incident.merge', merge).expectRefusal('not-permitted');
    const drill = past(cityDuty, 'incident.log', aFlood({ exercise: true }), { id: b });
    given(first, drill).when(cityDuty, 'incident.merge', merge).expectRefusal('incident.other-mode');
    const restrict = past(cityDuty, 'incident.restrict', { incidentId: b, named: [], reason: '…' }, { id: idOf(8) });
    given(first, second, restrict).when(cityDuty, 'incident.merge', merge).expectRefusal('incident.restricted');
    const closed = past(cityDuty, 'incident.close', { incidentId: b, reason: '…' }, { id: idOf(8) });
    given(first, second, closed).when(cityDuty, 'incident.merge', merge).expectRefusal('incident.closed');
  });
});

describe('closing with obligations open', () => {
  const link = past(cityDuty, 'incident.link', { incidentId: b, parentIncidentId: a }, { id: idOf(5) });
  const give = past(seatAt('city-leader'), 'instruction.give', { incidentId: a, text: '全力搜救', to: YUDU }, { id: idOf(7) });
  const owing = given(...places, first, second, link, give);

  it('is refused, and each of them named', () => {
    const close = owing.when(cityDuty, 'incident.close', { incidentId: a, reason: '结束' });
    close.expectRefusal('incident.obligations-open', `instruction/${idOf(7)}`);
    owing.when(cityDuty, 'incident.close', { incidentId: a, reason: '结束' }).expectRefusal('incident.obligations-open', `incident/${b}`);
  });

  it('a leader closes it all the same and says why; duty does not', () => {
    owing.when(cityDuty, 'incident.close', { incidentId: a, reason: '结束', override: '…' }).expectRefusal('not-permitted', 'override');
    const closed = owing.when(seatAt('city-leader'), 'incident.close', { incidentId: a, reason: '结束', override: '批示另行督办' });
    closed.expectEvents([{ override: '批示另行督办', open: [{ kind: 'instruction' }, { kind: 'child', id: b }] }]);
    expect(closed.document('incident', a)).toMatchObject({ status: 'closed', override: { reason: '批示另行督办' } });
  });

  it('an override that nothing needed is not kept', () => {
    const closed = given(first).when(seatAt('city-leader'), 'incident.close', { incidentId: a, reason: '结束', override: '…' });
    expect(closed.document('incident', a)).not.toHaveProperty('override');
  });
});
