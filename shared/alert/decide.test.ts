import { describe, expect, it } from 'vitest';
import { aWarning, fresh } from '#test/support/alert-cases.ts';
import { aFlood } from '#test/support/payloads.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { CITY, cityDuty, cityLeader, ORGANISATIONS, seatAt, WATER, YUDU, yuduDuty, yuduLeader, ZHANGGONG, zhanggongDuty } from '#test/support/seats.ts';
import type { Payload } from '#shared/catalogue.ts';
import type { There } from '#test/support/given.ts';
import { addMinutes } from '#shared/time.ts';

const there: There[] = ORGANISATIONS.map((doc) => ({ kind: 'organisation', doc }));
const ALERT = idOf(1);
const warning = (over: Partial<Payload<'alert.draft'>> = {}): Payload<'alert.draft'> =>
  aWarning({ startAt: addMinutes(NOW, 60), expectedEnd: addMinutes(NOW, 720), ...over });
const draft = (over: Partial<Payload<'alert.draft'>> = {}, seat = yuduDuty): PastOrder => past(seat, 'alert.draft', warning(over), { id: ALERT });
const leader = fresh(yuduLeader, NOW);
const approve = (seat = leader, at = NOW): PastOrder => past(seat, 'alert.approve', { alertId: ALERT, revision: 1 }, { id: idOf(2), at });
const issue = (over: Partial<Payload<'alert.issue'>> = {}): PastOrder =>
  past(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1, ...over }, { id: idOf(3) });
const inForce = (over: Partial<Payload<'alert.draft'>> = {}) => given(...there, draft(over), approve(), issue());

describe('a draft', () => {
  it('may lack what is not known yet, and is refused an approval until all eight elements are there, each named', () => {
    const { startAt: _start, cautions: _cautions, ...some } = warning();
    given(...there, past(yuduDuty, 'alert.draft', some, { id: ALERT }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.incomplete', 'startAt');
  });

  it('of the weather comes from a met station, named by its own signal', () => {
    const rain = given(...there, draft({ hazard: 'rainstorm', issuer: { kind: 'government', name: '于都县应急局' } }));
    rain.when(leader, 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefusal('alert.incomplete', 'issuer.kind');
    given(...there, draft({ hazard: 'rainstorm', issuer: { kind: 'met', name: '于都县气象台', signal: '2026-117' } }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('speaks for its own region only', () => {
    given(...there)
      .when(yuduDuty, 'alert.draft', warning({ scope: { adcodes: [ZHANGGONG] } }), ALERT)
      .expectRefusal('alert.out-of-area', 'scope.adcodes');
    given(...there)
      .when(cityDuty, 'alert.draft', warning({ scope: { adcodes: [ZHANGGONG, YUDU] } }), ALERT)
      .expectRefs({ alert: ALERT });
  });

  it('is for duty, leaders, and departments in their own line', () => {
    for (const seat of [seatAt('township-duty'), seatAt('village-reporter'), seatAt('team'), seatAt('auditor'), seatAt('neighbour')])
      given(...there)
        .when(seat, 'alert.draft', warning())
        .expectRefusal('not-permitted');
    given(...there)
      .when(seatAt('department'), 'alert.draft', warning({ scope: { adcodes: [CITY] } }), ALERT)
      .expectRefs({ alert: ALERT });
    given(...there)
      .when(seatAt('department'), 'alert.draft', warning({ hazard: 'cyber' }))
      .expectRefusal('not-permitted');
  });

  it('is seen by its own authority and those above, by nobody else', () => {
    given(...there, draft())
      .when(zhanggongDuty, 'alert.return', { alertId: ALERT, revision: 1, reason: '无关' })
      .expectRefusal('alert.unknown');
  });
});

describe('an orange or red alert', () => {
  const red = { colour: 'red' } as const;

  it('is approved by somebody else than whoever had a hand in it', () => {
    given(...there, draft(red, yuduLeader))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.same-person');
    given(...there, draft(red, yuduLeader), past(yuduDuty, 'alert.draft', { ...warning(red), alertId: ALERT }, { id: idOf(9) }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 2 })
      .expectRefusal('alert.same-person');
    given(...there, draft({}, yuduLeader))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('is approved by somebody who has just said the password', () => {
    given(...there, draft(red))
      .when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.confirm-first');
    given(...there, draft(red))
      .at(addMinutes(NOW, 16))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.confirm-first');
    given(...there, draft())
      .when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('loses its approval by an edit, and after a quarter of an hour', () => {
    given(...there, draft(red), approve(), past(yuduDuty, 'alert.draft', { ...warning(red), cautions: '全县', alertId: ALERT }, { id: idOf(9) }))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 2 })
      .expectRefusal('alert.not-approved');
    given(...there, draft(red), approve())
      .at(addMinutes(NOW, 16))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.approval-expired');
    given(...there, draft(red), approve())
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefs({ alert: ALERT });
  });

  it('is not approved as something that it no longer says', () => {
    given(...there, draft(red), past(yuduDuty, 'alert.draft', { ...warning(red), alertId: ALERT }, { id: idOf(9) }))
      .when(leader, 'alert.approve', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.changed', 'revision');
  });

  it('is not issued on the word of somebody who is no leader any more', () => {
    const staff: There = { kind: 'staff', doc: { id: yuduLeader.actor.id, role: 'county-duty', org: YUDU, readers: [], seq: 1, rev: 1 } };
    given(...there, draft(red), approve(), staff)
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.approval-void');
  });

  it('can be issued without an approval, loudly, and is approved afterwards by somebody else', () => {
    given(...there, draft(red))
      .when(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 1 })
      .expectRefusal('alert.not-approved');
    const broken = given(...there, draft(red), issue({ breakGlass: '带班领导均联系不上' }));
    expect(broken.world.get('alert', ALERT)?.issued).toMatchObject({ breakGlass: '带班领导均联系不上' });
    broken.when(fresh(cityLeader, NOW), 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefs({ alert: ALERT });
  });

  it('is taken down to blue by two persons as well, and taken back by a leader', () => {
    const { incidentId: _i, exercise: _e, alertId: _a, ...blue } = warning({ colour: 'blue' });
    const down = given(
      ...there,
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
  const water = given(...there, past(seatAt('department', WATER), 'alert.draft', warning({ scope: { adcodes: [YUDU] } }), { id: ALERT }));
  expect(water.world.get('alert', ALERT)).toMatchObject({ org: WATER, home: CITY, status: 'draft' });
  water.when(fresh(cityLeader, NOW), 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefs({ alert: ALERT });
  water.when(yuduLeader, 'alert.approve', { alertId: ALERT, revision: 1 }).expectRefusal('alert.unknown');
});

it('an alert does not name an incident that is restricted', () => {
  const secret = past(yuduDuty, 'incident.log', aFlood(), { id: idOf(50) });
  const restricted = past(yuduDuty, 'incident.restrict', { incidentId: idOf(50), named: [], reason: '涉密' }, { id: idOf(51) });
  given(...there, secret, restricted)
    .when(yuduDuty, 'alert.draft', warning({ incidentId: idOf(50) }))
    .expectRefusal('incident.restricted', 'incidentId');
});
