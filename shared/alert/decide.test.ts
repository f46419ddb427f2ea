import { ALERT, approve, draft, inForce, issue, leader, organisations, warning } from '#test/support/alert-scene.ts';
import { describe, expect, it } from 'vitest';
import { fresh } from '#test/support/alert-cases.ts';
import { aFlood } from '#test/support/payloads.ts';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { CITY, cityDuty, cityLeader, seatAt, WATER, YUDU, yuduDuty, yuduLeader, ZHANGGONG, zhanggongDuty } from '#test/support/seats.ts';
import type { There } from '#test/support/given.ts';
import { addMinutes } from '#shared/time.ts';

describe('a draft', () => {
  it('may lack what is not known yet, and is refused an approval until all eight elements are there, each named', () => {
    const { startAt: _start, cautions: _cautions, ...some } = warning();
    given(...organisations, past(yuduDuty, 'alert.draft', some, { id: ALERT }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.incomplete', 'startAt');
  });

  it('of the weather comes from a met station, named by its own signal', () => {
    const rain = given(...organisations, draft({ hazard: 'rainstorm', issuer: { kind: 'government', name: '于都县应急局' } }));
    rain.when(leader, 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefusal('alert.incomplete', 'issuer.kind');
    given(...organisations, draft({ hazard: 'rainstorm', issuer: { kind: 'met', name: '于都县气象台', signal: '2026-117' } }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('speaks for its own region only', () => {
    given(...organisations)
      .when(yuduDuty, 'alert.draft', warning({ scope: { adcodes: [ZHANGGONG] } }), ALERT)
      .expectRefusal('alert.out-of-area', 'scope.adcodes');
    given(...organisations)
      .when(cityDuty, 'alert.draft', warning({ scope: { adcodes: [ZHANGGONG, YUDU] } }), ALERT)
      .expectRefs({ alert: ALERT });
  });

  it('is for duty, leaders, and departments in their own line', () => {
    for (const seat of [seatAt('township-duty'), seatAt('village-reporter'), seatAt('team'), seatAt('auditor'), seatAt('neighbour')])
      given(...organisations)
        .when(seat, 'alert.draft', warning())
        .expectRefusal('not-permitted');
    given(...organisations)
      .when(seatAt('department'), 'alert.draft', warning({ scope: { adcodes: [CITY] } }), ALERT)
      .expectRefs({ alert: ALERT });
    given(...organisations)
      .when(seatAt('department'), 'alert.draft', warning({ hazard: 'cyber' }))
      .expectRefusal('not-permitted');
  });

  it('is seen by its own authority and those above, by nobody else', () => {
    given(...organisations, draft())
      .when(zhanggongDuty, 'alert.return', { alertId: ALERT, revision: 1, reason: '无关' })
      .expectRefusal('alert.unknown');
  });
});

describe('an orange or red alert', () => {
  const red = { colour: 'red' } as const;

  it('is approved by somebody else than whoever had a hand in it', () => {
    given(...organisations, draft(red, yuduLeader))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.same-person');
    given(...organisations, draft(red, yuduLeader), past(yuduDuty, 'alert.draft', { ...warning(red), alertId: ALERT }, { id: idOf(9) }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 2 })
      .expectRefusal('alert.same-person');
    given(...organisations, draft({}, yuduLeader))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('is approved by somebody who has just said the password', () => {
    given(...organisations, draft(red))
      .when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.confirm-first');
    given(...organisations, draft(red))
      .at(addMinutes(NOW, 16))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.confirm-first');
    given(...organisations, draft())
      .when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('loses its approval by an edit, and after a quarter of an hour', () => {
    given(...organisations, draft(red), approve(), past(yuduDuty, 'alert.draft', { ...warning(red), cautions: '全县', alertId: ALERT }, { id: idOf(9) }))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 2 })
      .expectRefusal('alert.not-approved');
    given(...organisations, draft(red), approve())
      .at(addMinutes(NOW, 16))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.approval-expired');
    given(...organisations, draft(red), approve())
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('is not approved as something that it no longer says', () => {
    given(...organisations, draft(red), past(yuduDuty, 'alert.draft', { ...warning(red), alertId: ALERT }, { id: idOf(9) }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.changed', 'revision');
  });

  it('is not issued on the word of somebody who is no leader any more', () => {
    const staff: There = { kind: 'staff', doc: { id: yuduLeader.actor.id, role: 'county-duty', org: YUDU, readers: [], seq: 1, rev: 1 } };
    given(...organisations, draft(red), approve(), staff)
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.approval-void');
  });

  it('can be issued without an approval, loudly, and is approved afterwards by somebody else', () => {
    given(...organisations, draft(red))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.not-approved');
    const broken = given(...organisations, draft(red), issue({ breakGlass: '带班领导均联系不上' }));
    expect(broken.world.get('alert', ALERT)?.issued).toMatchObject({ breakGlass: '带班领导均联系不上' });
    broken.when(fresh(cityLeader, NOW), 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefs({ alert: ALERT });
  });

  it('is taken down to blue by two persons as well, and taken back by a leader', () => {
    const { incidentId: _i, exercise: _e, alertId: _a, ...blue } = warning({ colour: 'blue' });
    const down = given(
      ...organisations,
      draft(red),
      approve(),
      issue(),
      past(yuduLeader, 'alert.update', { ...blue, alertId: ALERT, reason: '雨停' }, { id: idOf(8) }),
    );
    down.when(leader, 'alert.approve', { alertId: ALERT, revision: 2 }).expectRefusal('alert.same-person');
    inForce(red).when(yuduDuty, 'alert.cancel', { alertId: ALERT, reason: '雨停' }).expectRefusal('not-permitted');
    inForce(red).when(yuduLeader, 'alert.cancel', { alertId: ALERT, reason: '雨停' }).expectRefs({ alert: ALERT });
    inForce().when(yuduDuty, 'alert.cancel', { alertId: ALERT, reason: '雨停' }).expectRefs({ alert: ALERT });
  });
});

it('a department speaks for the region that it belongs to', () => {
  const water = given(...organisations, past(seatAt('department', WATER), 'alert.draft', warning({ scope: { adcodes: [YUDU] } }), { id: ALERT }));
  expect(water.world.get('alert', ALERT)).toMatchObject({ org: WATER, home: CITY, status: 'draft' });
  water.when(fresh(cityLeader, NOW), 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefs({ alert: ALERT });
  water.when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefusal('alert.unknown');
});

it('an alert does not name an incident that is restricted', () => {
  const secret = past(yuduDuty, 'incident.log', aFlood(), { id: idOf(50) });
  const restricted = past(yuduDuty, 'incident.restrict', { incidentId: idOf(50), named: [], reason: '涉密' }, { id: idOf(51) });
  given(...organisations, secret, restricted)
    .when(yuduDuty, 'alert.draft', warning({ incidentId: idOf(50) }))
    .expectRefusal('incident.restricted', 'incidentId');
});
