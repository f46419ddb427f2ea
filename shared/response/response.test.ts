import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, cityDuty, cityLeader, ORGANISATIONS, seatAt, SYSTEM_SEAT, WATER, YUDU, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import type { FenghuoEvent, OrderType, Payload } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import type { Plan } from '#shared/plan/state.ts';
import type { Seat } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import { suggestPlans } from './suggest.ts';

const [incidentId, planId, responseId] = [idOf(1), idOf(2), idOf(3)];
const places: FenghuoEvent[] = ORGANISATIONS.map(({ readers: _r, seq: _s, rev: _v, ...organisation }) => ({ type: 'organisation.added', organisation }));
const founded = past(SYSTEM_SEAT, 'plan.found', { planId, key: 'flood', owner: CITY, content: aPlan(), on: '2026-06-01' }, { id: idOf(9) });
const flood = past(yuduDuty, 'incident.log', aFlood(), { id: incidentId });
const UNTIL = '2026-06-02T02:00:00.000Z';
const LAUNCH: Payload<'response.launch'> = { incidentId, planId, level: 'IV', matters: '于都山洪灾害应急响应', expectedUntil: UNTIL, measures: ['加强值守'] };
const ready = [...places, founded, flood];
const launched = past(yuduLeader, 'response.launch', LAUNCH, { id: responseId });
let n = 20;
const step = <T extends OrderType>(seat: Seat, type: T, payload: Payload<T>, at = NOW) => past(seat, type, payload, { id: idOf((n += 1)), at });
const task = (id: string): string => `${responseId}.${id}`;
const RULES = { archiveAfterHours: 24, climbAfterMinutes: 15 };
const NEED = {
  incidentId,
  capability: { category: 'water' },
  teamsNeeded: 1,
  staging: { lng: 115, lat: 25, text: '…' },
  acceptBy: '2099-01-01T00:00:00Z',
} as const;

describe('launching a response', () => {
  it('by its plan makes a task of each measure, with its post, its time and what it waits for', () => {
    const { world } = given(...ready, launched);
    expect(world.get('response', responseId)).toMatchObject({
      planId,
      no: 1,
      level: 'IV',
      status: 'running',
      org: YUDU,
      planTitle: { zh: '赣州市山洪灾害应急预案' },
    });
    expect(world.get('response', responseId)?.tasks).toEqual([task('meet'), task('warn'), task('shelter'), task('extra-1')]);
    expect(world.get('task', task('meet'))).toMatchObject({ dueAt: addMinutes(NOW, 30), position: { zh: '指挥长' }, state: 'open' });
    expect(world.get('task', task('warn'))).toMatchObject({ after: [task('meet')], withinMinutes: 60 });
    expect(world.get('task', task('warn'))?.dueAt).toBeUndefined();
    expect(world.get('note', `${incidentId}.2`)).toMatchObject({ entry: 'response.launched', set: { responseLevel: 'IV' } });
  });

  it('takes only the measures that were named, and leaves out that they wait for what was not', () => {
    const some = given(...ready).when(yuduLeader, 'response.launch', { ...LAUNCH, measures: ['warn'] }, responseId);
    expect(some.document('response', responseId)?.tasks).toEqual([task('warn')]);
    const { world } = given(...ready, past(yuduLeader, 'response.launch', { ...LAUNCH, measures: ['warn'] }, { id: responseId }));
    expect(world.get('task', task('warn'))).toMatchObject({ after: [], dueAt: addMinutes(NOW, 60) });
  });

  it('without one of the four elements is refused by its name', async () => {
    const { LaunchResponse } = await import('./orders.ts');
    for (const name of ['matters', 'level', 'expectedUntil', 'measures'] as const) {
      const { [name]: _missing, ...rest } = LAUNCH;
      const parsed = LaunchResponse.safeParse(rest);
      expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([name]);
    }
    expect(LaunchResponse.safeParse({ ...LAUNCH, measures: [] }).error?.issues[0]?.path).toEqual(['measures']);
    given(...ready)
      .when(yuduLeader, 'response.launch', { ...LAUNCH, expectedUntil: NOW })
      .expectRefusal('invalid', 'expectedUntil');
  });

  it('is a leader’s who answers for the incident, by a plan in force and a level that it has, once', () => {
    for (const seat of [yuduDuty, cityDuty, seatAt('department'), seatAt('auditor'), seatAt('planner')])
      given(...ready)
        .when(seat, 'response.launch', LAUNCH)
        .expectRefusal('not-permitted');
    given(...ready)
      .when(cityLeader, 'response.launch', LAUNCH)
      .expectEvents([{ org: CITY }]);
    given(...ready)
      .when(yuduLeader, 'response.launch', { ...LAUNCH, level: 'I' })
      .expectRefusal('response.no-level', 'level');
    given(...ready)
      .when(yuduLeader, 'response.launch', { ...LAUNCH, planId: idOf(77) })
      .expectRefusal('plan.unknown', 'planId');
    given(...ready, launched)
      .when(yuduLeader, 'response.launch', LAUNCH)
      .expectRefusal('response.running', 'planId');
    const gone = step(cityLeader, 'plan.retire', { planId, reason: '…' });
    given(...ready, gone)
      .when(yuduLeader, 'response.launch', LAUNCH)
      .expectRefusal('plan.not-in-force', 'planId');
  });

  it('keeps the version under which it was launched, whatever is issued later', () => {
    const { world } = given(...ready, launched, step(cityLeader, 'plan.retire', { planId, reason: '…' }));
    expect(world.get('response', responseId)).toMatchObject({ no: 1, status: 'running' });
    expect(world.get('edition', `${planId}.1`)?.content.title.zh).toBe('赣州市山洪灾害应急预案');
  });
});

describe('the tasks of a response', () => {
  const meet = step(yuduDuty, 'task.done', { taskId: task('meet'), evidence: '会商纪要' }, addMinutes(NOW, 20));

  it('one that waits for another is done after it, and its clock runs from then', () => {
    given(...ready, launched)
      .when(yuduDuty, 'task.done', { taskId: task('warn'), evidence: '…' })
      .expectRefusal('task.waits', `task/${task('meet')}`);
    const { world } = given(...ready, launched, meet);
    expect(world.get('task', task('warn'))?.dueAt).toBe(addMinutes(NOW, 80));
    expect(world.get('task', task('meet'))).toMatchObject({ state: 'done', outcome: '会商纪要' });
    given(...ready, launched, meet)
      .when(yuduDuty, 'task.skip', { taskId: task('meet'), reason: '…' })
      .expectRefusal('task.state', 'taskId');
  });

  it('are done by who launched, or by whom they were assigned to, who sees no more than the task', () => {
    const assigned = step(yuduDuty, 'task.assign', { taskId: task('shelter'), to: '360702', text: '请支援' });
    const zhanggong = seatAt('county-duty', '360702');
    given(...ready, launched)
      .when(zhanggong, 'task.done', { taskId: task('shelter'), evidence: '…' })
      .expectRefusal('task.unknown', 'taskId');
    given(...ready, launched, assigned)
      .when(zhanggong, 'task.done', { taskId: task('shelter'), evidence: '已开放2处' })
      .expectEvents([{ type: 'task.done' }]);
    given(...ready, launched, assigned)
      .when(zhanggong, 'task.done', { taskId: task('meet'), evidence: '…' })
      .expectRefusal('task.unknown');
    given(...ready, launched)
      .when(cityDuty, 'task.done', { taskId: task('shelter'), evidence: '…' })
      .expectRefusal('not-permitted');
    given(...ready, launched)
      .when(seatAt('department', WATER), 'task.assign', { taskId: task('shelter'), to: YUDU })
      .expectRefusal('not-permitted');
  });

  it('that are late are entered once by the clockwork', () => {
    const { world } = given(...ready, launched);
    const meeting = world.get('task', task('meet'));
    expect(meeting && dueOf('task', meeting, RULES)).toMatchObject([{ at: addMinutes(NOW, 30) }]);
    const late = step(SYSTEM_SEAT, 'task.lapse', { taskId: task('meet'), dueAt: addMinutes(NOW, 30) }, addMinutes(NOW, 30));
    const after = given(...ready, launched, late);
    const marked = after.world.get('task', task('meet'));
    expect(marked?.lateAt).toBe(addMinutes(NOW, 30));
    expect(marked && dueOf('task', marked, RULES)).toEqual([]);
    given(...ready, launched)
      .when(yuduLeader, 'task.lapse', { taskId: task('meet'), dueAt: addMinutes(NOW, 30) })
      .expectRefusal('not-permitted');
  });
});

describe('a response that goes on', () => {
  it('with another level brings that level’s measures beside its own', () => {
    const up = given(...ready, launched).when(yuduLeader, 'response.adjust', {
      responseId,
      level: 'III',
      expectedUntil: '2026-06-03T02:00:00Z',
      reason: '灾情加重',
    });
    const response = up.document('response', responseId);
    expect(response).toMatchObject({ level: 'III', expectedUntil: '2026-06-03T02:00:00.000Z', changes: [{ level: 'III', reason: '灾情加重' }] });
    expect(response?.tasks).toContain(task('call'));
    given(...ready, launched)
      .when(yuduDuty, 'response.adjust', { responseId, level: 'III', reason: '…' })
      .expectRefusal('not-permitted');
  });

  it('past its expected end is marked once, and extended or ended', () => {
    const over = step(SYSTEM_SEAT, 'response.lapse', { responseId, what: 'expected-end' }, UNTIL);
    const { world } = given(...ready, launched, over);
    const response = world.get('response', responseId);
    expect(response?.overdueAt).toBe(UNTIL);
    expect(response && dueOf('response', response, RULES).map(({ rule }) => rule)).toEqual(['response.lapse.npc-record']);
    const longer = given(...ready, launched, over)
      .at(UNTIL)
      .when(yuduLeader, 'response.adjust', { responseId, expectedUntil: '2026-06-03T02:00:00Z', reason: '雨仍在下' });
    expect(longer.document('response', responseId)?.overdueAt).toBeUndefined();
  });

  it('ended, it lets go of its tasks, and new teams are sent only after another launch; before any launch they are', () => {
    const ended = step(yuduLeader, 'response.terminate', { responseId, reason: '洪水消退' });
    const after = given(...ready, launched, ended);
    expect(after.world.get('task', task('meet'))?.state).toBe('ended');
    after.when(yuduDuty, 'dispatch.request', NEED).expectRefusal('response.ended');
    given(...ready)
      .when(yuduDuty, 'dispatch.request', NEED)
      .expectEvents([{ type: 'dispatch.requested' }]);
    given(...ready, launched)
      .when(yuduDuty, 'dispatch.request', NEED)
      .expectEvents([{ type: 'dispatch.requested' }]);
    const again = past(yuduLeader, 'response.launch', LAUNCH, { id: idOf(4) });
    given(...ready, launched, ended, again)
      .when(yuduDuty, 'dispatch.request', NEED)
      .expectEvents([{ type: 'dispatch.requested' }]);
    after.when(yuduLeader, 'response.terminate', { responseId, reason: '…' }).expectRefusal('response.ended', 'responseId');
  });

  it('keeps its incident open until it is ended', () => {
    const closing = given(...ready, launched).when(yuduDuty, 'incident.close', { incidentId, reason: '…' });
    closing.expectRefusal('incident.obligations-open', `response/${responseId}`);
  });

  it('is recorded by the Standing Committee within five working days, of a drill never', () => {
    const { world } = given(...ready, launched);
    const response = world.get('response', responseId);
    expect(response?.record).toEqual({ due: '2026-06-08' });
    expect(response && dueOf('response', response, RULES)).toMatchObject([{ at: UNTIL }, { at: '2026-06-08T16:00:00.000Z' }]);
    expect(response && dueOf('response', { ...response, exercise: true }, RULES)).toHaveLength(1);
    const recorded = given(...ready, launched).when(yuduDuty, 'response.record', { responseId, docNo: '于府报〔2026〕1号' });
    expect(recorded.document('response', responseId)?.record).toMatchObject({ at: NOW, docNo: '于府报〔2026〕1号' });
  });
});

describe('the plan that is suggested', () => {
  const head = given(...ready).world.get('plan', planId) as Plan;
  const incident = { typeCode: 'N01.2', place: aFlood().place, severity: null, org: YUDU } as const;
  const graded = (value: 1 | 2 | 3 | 4) =>
    ({ ...incident, severity: { value, standing: 'set', basis: '', by: { id: '', name: '', role: 'city-leader', org: CITY }, at: NOW } }) as const;

  it('is for its class before one for all, one’s own before one above, and not one for other classes or elsewhere', () => {
    const overall = { ...head, id: 'overall', kind: 'overall', hazards: [] } as const;
    const own = { ...head, id: 'own', owner: YUDU, above: [CITY] };
    const fire = { ...head, id: 'fire', hazards: ['N06'] };
    const elsewhere = { ...head, id: 'elsewhere', owner: '360702', above: [CITY] };
    expect(suggestPlans([overall, head, fire, elsewhere, own], incident, YUDU).map((one) => one.planId)).toEqual(['own', planId, 'overall']);
    const { current: _none, ...draft } = head;
    expect(suggestPlans([draft, { ...head, status: 'abolished' }, { ...head, key: 'township-template' }], incident, YUDU)).toEqual([]);
  });

  it('with the level that answers to the severity, the next higher where it lacks one, its lowest where nobody has graded it', () => {
    const levelOf = (one: Parameters<typeof suggestPlans>[1]) => suggestPlans([head], one, YUDU)[0];
    expect(levelOf(incident)).toMatchObject({ level: 'IV', reasons: [{ code: 'hazard', typeCode: 'N01' }, { code: 'above' }, { code: 'no-severity' }] });
    expect(levelOf(graded(3))).toMatchObject({ level: 'III', reasons: [{}, {}, { code: 'severity', severity: 3 }] });
    expect(levelOf(graded(1))).toMatchObject({ level: 'III', reasons: [{}, {}, { code: 'nearest-level', severity: 1 }], conditions: ['2个以上县区发生山洪'] });
  });
});
