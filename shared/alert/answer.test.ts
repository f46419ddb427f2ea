import { ALERT, approve, draft, inForce, issue, leader, organisations, warning } from '#test/support/alert-scene.ts';
import { describe, expect, it } from 'vitest';
import { given, idOf, past, type PastOrder } from '#test/support/given.ts';
import { CITY, GONGJIANG, NEIGHBOUR, seatAt, SYSTEM_SEAT, VILLAGE, YUDU, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';

describe('who is told', () => {
  const orgs = (it: ReturnType<typeof inForce>): Record<string, string> => Object.fromEntries([...it.world.all('callout')].map(({ org, role }) => [org, role]));

  it('is every region in the area, the level above, and whoever is to be notified', () => {
    expect(orgs(inForce({ notify: [NEIGHBOUR] }))).toEqual({ [GONGJIANG]: 'answer', [VILLAGE]: 'answer', [CITY]: 'notice', [NEIGHBOUR]: 'notice' });
  });

  it('is the nearest region above a place that has no organisation', () => {
    expect(orgs(inForce({ scope: { adcodes: [`${GONGJIANG}999`] } }))).toEqual({ [GONGJIANG]: 'answer', [CITY]: 'notice' });
  });

  it('is told again, and told that it is not meant any more, when the area changes', () => {
    const { incidentId: _i, exercise: _e, alertId: _a, ...smaller } = warning({ scope: { adcodes: [VILLAGE] } });
    const again = given(
      ...organisations,
      draft(),
      approve(),
      issue(),
      past(seatAt('village-reporter'), 'alert.answer', { alertId: ALERT }, { id: idOf(7) }),
      past(yuduDuty, 'alert.update', { ...smaller, alertId: ALERT, reason: '范围缩小' }, { id: idOf(8) }),
      past(leader, 'alert.approve', { alertId: ALERT, revision: 2 }, { id: idOf(9) }),
      past(yuduDuty, 'alert.issue', { alertId: ALERT, revision: 2 }, { id: idOf(10) }),
    );
    expect(again.world.get('callout', `${ALERT}.${VILLAGE}`)).toMatchObject({ status: 'asked', version: 2 });
    expect(again.world.get('callout', `${ALERT}.${GONGJIANG}`)).toMatchObject({ status: 'closed', closed: { why: 'out-of-scope' } });
    expect(again.world.get('alert', ALERT)).toMatchObject({ answering: { asked: 1, answered: 0 }, issued: { version: 2 } });
  });
});

describe('叫应', () => {
  it('keeps attempted, delivered, read and answered apart', () => {
    const status = (it: ReturnType<typeof inForce>): string | undefined => it.world.get('callout', `${ALERT}.${GONGJIANG}`)?.status;
    const call = (outcome: 'no-answer' | 'delivered'): PastOrder =>
      past(yuduDuty, 'alert.attempt', { alertId: ALERT, org: GONGJIANG, channel: 'phone', outcome }, { id: idOf(7) });
    const read = past(seatAt('township-duty'), 'alert.read', { alertId: ALERT }, { id: idOf(8) });
    const steps = [call('no-answer'), call('delivered'), read, past(seatAt('township-duty'), 'alert.answer', { alertId: ALERT }, { id: idOf(9) })];
    const history = [...organisations, draft(), approve(), issue()];
    expect(steps.map((_, i) => status(given(...history, ...steps.slice(0, i + 1))))).toEqual(['attempted', 'delivered', 'read', 'answered']);
    // What is late says no less.
    expect(status(given(...history, read, call('no-answer')))).toBe('read');
  });

  it('is answered once, by the organisation itself or by a voice that somebody above has heard', () => {
    const answered = given(...organisations, draft(), approve(), issue(), past(seatAt('township-duty'), 'alert.answer', { alertId: ALERT }, { id: idOf(7) }));
    answered.when(yuduDuty, 'alert.answer', { alertId: ALERT, org: GONGJIANG, how: 'phone', post: '值班员' }).expectRefusal('alert.answered');
    const open = inForce();
    open.when(yuduDuty, 'alert.answer', { alertId: ALERT, org: VILLAGE, how: 'phone', post: '村支书' }).expectRefs({ alert: ALERT });
    open.when(yuduDuty, 'alert.answer', { alertId: ALERT, org: VILLAGE }).expectRefusal('invalid', 'how');
    open.when(yuduDuty, 'alert.answer', { alertId: ALERT, org: VILLAGE, how: 'phone' }).expectRefusal('invalid', 'post');
    open.when(seatAt('village-reporter'), 'alert.answer', { alertId: ALERT, org: GONGJIANG, how: 'phone', post: '值班员' }).expectRefusal('alert.not-asked');
    open.when(zhanggongDuty, 'alert.answer', { alertId: ALERT }).expectRefusal('alert.not-asked');
    open.when(yuduDuty, 'alert.answer', { alertId: ALERT, org: CITY, how: 'phone', post: '值班员' }).expectRefusal('not-permitted');
  });

  it('climbs after ten minutes to the organisation, its leader and the office above, for those only who have not answered', () => {
    const history = [...organisations, draft(), approve(), issue(), past(seatAt('township-duty'), 'alert.answer', { alertId: ALERT }, { id: idOf(7) })];
    const climb = (rung: number): PastOrder => past(SYSTEM_SEAT, 'alert.climb', { alertId: ALERT, rung }, { id: idOf(20 + rung) });
    const climbed = given(...history, climb(1), climb(2), climb(3));
    expect(climbed.world.get('callout', `${ALERT}.${VILLAGE}`)?.climbs.map(({ to }) => to)).toEqual([`org:${VILLAGE}`, `org:${GONGJIANG}`, `org:${YUDU}`]);
    expect(climbed.world.get('callout', `${ALERT}.${GONGJIANG}`)?.climbs).toEqual([]);
    given(...history, climb(1))
      .when(SYSTEM_SEAT, 'alert.climb', { alertId: ALERT, rung: 1 })
      .expectRefusal('alert.state');
  });

  it('ends with the alert, and keeps who had answered', () => {
    const over = given(
      ...organisations,
      draft(),
      approve(),
      issue(),
      past(seatAt('township-duty'), 'alert.answer', { alertId: ALERT }, { id: idOf(7) }),
      past(yuduLeader, 'alert.cancel', { alertId: ALERT, reason: '误发' }, { id: idOf(8) }),
    );
    expect(over.world.get('callout', `${ALERT}.${GONGJIANG}`)).toMatchObject({ status: 'answered', closed: { why: 'cancelled' } });
    expect(over.world.get('callout', `${ALERT}.${VILLAGE}`)).toMatchObject({ status: 'closed' });
    over.when(seatAt('village-reporter'), 'alert.answer', { alertId: ALERT }).expectRefusal('alert.state');
  });
});
