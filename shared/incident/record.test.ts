import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, yuduDuty, ZHANGGONG } from '#test/support/seats.ts';
import { pathsOf, sameValue, valueAt } from './record.ts';

const incidentId = idOf(1);
const LATER = '2026-06-01T05:30:00.000Z';
const logged = past(
  yuduDuty,
  'incident.log',
  aFlood({ casualties: { dead: 1 }, losses: { affected: 40 }, account: { cause: '堤身渗漏', trend: '' }, occurredAt: '2026-06-01T02:00:00Z' }),
);
const byCity = past(cityDuty, 'incident.update', { incidentId, casualties: { dead: 2 }, account: { cause: '白蚁' } }, { id: idOf(2), at: LATER });

describe('the record of an incident', () => {
  it('keeps losses and the call in words, each field for itself; an empty text is none', () => {
    const incident = given(logged, byCity).world.get('incident', incidentId);
    expect(incident).toMatchObject({ losses: { affected: 40 }, account: { cause: '白蚁' } });
    expect(given(logged).world.get('incident', incidentId)?.account).toEqual({ cause: '堤身渗漏' });
  });

  it('says of each figure, time and text when it was last given', () => {
    const incident = given(logged, byCity).world.get('incident', incidentId);
    expect(incident?.givenAt).toEqual({ dead: LATER, affected: NOW, cause: LATER, occurredAt: NOW, receivedAt: NOW });
  });

  it('has three times that are claimed and may be corrected later; when the server took each stands beside', () => {
    const corrected = given(logged)
      .at(LATER)
      .when(yuduDuty, 'incident.update', { incidentId, receivedAt: '2026-06-01T09:50:00+08:00', discoveredAt: '2026-06-01T01:40:00Z' })
      .document('incident', incidentId);
    expect(corrected).toMatchObject({
      receivedAt: '2026-06-01T01:50:00.000Z',
      discoveredAt: '2026-06-01T01:40:00.000Z',
      loggedAt: NOW,
      givenAt: { receivedAt: LATER, discoveredAt: LATER, occurredAt: NOW },
    });
    given(logged).when(yuduDuty, 'incident.update', { incidentId, receivedAt: LATER }).expectRefusal('invalid', 'receivedAt');
  });
});

describe('a figure that was told wrongly', () => {
  const takenBack = { incidentId, casualties: { dead: null, trapped: 0 }, losses: { affected: null } };

  it('is taken back to not reported, which is not 0, and the log says so', () => {
    const after = given(logged).when(yuduDuty, 'incident.update', takenBack);
    expect(after.document('incident', incidentId)).toMatchObject({ casualties: { trapped: 0 }, losses: {} });
    expect(after.document('incident', incidentId)?.casualties).not.toHaveProperty('dead');
    expect(after.document('note', `${incidentId}.2`)).toMatchObject({ set: { casualties: { dead: null, trapped: 0 }, losses: { affected: null } } });
  });

  it('is not taken back over what somebody else has said meanwhile', () => {
    given(logged, byCity)
      .when(yuduDuty, 'incident.update', { ...takenBack, seen: { 'casualties.dead': 1 } })
      .expectRefusal('stale', 'casualties.dead');
  });
});

describe('two who write the same field', () => {
  it('the second, who has not seen the first, is refused and told what it is now', () => {
    const late = given(logged, byCity).when(yuduDuty, 'incident.update', { incidentId, account: { cause: '管涌' }, seen: { 'account.cause': '堤身渗漏' } });
    late.expectRefusal('stale', 'account.cause');
  });

  it('who has seen it, or says the same, or sets another field is not', () => {
    const after = given(logged, byCity);
    after
      .when(yuduDuty, 'incident.update', { incidentId, account: { cause: '管涌' }, seen: { 'account.cause': '白蚁' } })
      .expectEvents([{ set: { account: { cause: '管涌' } } }]);
    after.when(yuduDuty, 'incident.update', { incidentId, casualties: { dead: 2 }, seen: { 'casualties.dead': 1 } }).expectEvents([{}]);
    after.when(yuduDuty, 'incident.update', { incidentId, casualties: { missing: 3 }, seen: { 'casualties.missing': null } }).expectEvents([{}]);
    after.when(yuduDuty, 'incident.update', { incidentId, title: '…', seen: { 'casualties.dead': 1 } }).expectEvents([{}]);
  });

  it('of several fields each that was changed is named', () => {
    given(logged, byCity)
      .when(yuduDuty, 'incident.update', {
        incidentId,
        casualties: { dead: 5, missing: 1 },
        place: placeIn(ZHANGGONG),
        seen: { 'casualties.dead': 1, 'casualties.missing': 4, place: placeIn(ZHANGGONG, { lng: 1 }) },
      })
      .expectRefusal('stale', 'place');
  });
});

describe('paths and values', () => {
  it('name each field of a part', () => {
    expect(pathsOf({ title: '…', casualties: { dead: 1, missing: 0 }, place: { lng: 1 } })).toEqual([
      'title',
      'casualties.dead',
      'casualties.missing',
      'place',
    ]);
  });

  it('what nobody gave is null, whatever stands around it', () => {
    expect([valueAt({}, 'account.cause'), valueAt({ account: { cause: '' } }, 'account.cause'), valueAt({ title: 'a' }, 'title.b')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are the same whatever the order of their fields', () => {
    expect(sameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect([sameValue(0, null), sameValue('1', 1), sameValue({ a: undefined }, {})]).toEqual([false, false, true]);
  });
});
