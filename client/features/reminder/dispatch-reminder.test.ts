import { expect, it } from 'vitest';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, SYSTEM_SEAT, yuduDuty } from '#test/support/seats.ts';
import { aMember, aTeam, teamSeat } from '#test/support/teams.ts';
import { reminderOfDispatch, reminderOfMission } from './dispatch-reminder.ts';

const BLUE = 'blue';
const dispatchId = idOf(2);
const acceptBy = addMinutes(NOW, 30);
const staging = { lng: 115.4, lat: 25.9, text: '…' };
const need = { incidentId: idOf(1), capability: { category: 'water' as const }, teamsNeeded: 1, staging, acceptBy, teamIds: [BLUE], checkInCode: '482913' };
const asked = [past(yuduDuty, 'incident.log', aFlood()), past(yuduDuty, 'dispatch.request', need, { id: dispatchId })];

it('a need that nobody has accepted in time is news where it was stated, once its time is up', () => {
  const { world } = given(aTeam(BLUE), ...asked, past(SYSTEM_SEAT, 'dispatch.lapse', { dispatchId, acceptBy }, { id: idOf(3), at: acceptBy }));
  const dispatch = world.get('dispatch', dispatchId) ?? expect.unreachable();
  expect(reminderOfDispatch(dispatch, yuduDuty.actor, NOW)).toMatchObject({ kind: 'unfilled', title: '梅江水位上涨', red: false });
  expect(reminderOfDispatch(dispatch, cityDuty.actor, NOW)).toBeUndefined();
  expect(reminderOfDispatch(dispatch, yuduDuty.actor, addMinutes(NOW, 31))).toBeUndefined();
  expect(reminderOfDispatch({ ...dispatch, state: 'filled' }, yuduDuty.actor, NOW)).toBeUndefined();
});

it('people who do not say that they are well are a red alarm, once for each time that they are missed', () => {
  const blue = teamSeat(BLUE);
  const n = (id: number) => ({ id: idOf(id) });
  const { world } = given(
    aTeam(BLUE),
    aMember(idOf(9), BLUE),
    ...asked,
    past(blue, 'dispatch.accept', { dispatchId, etaMinutes: 5, people: 1 }, n(4)),
    past(blue, 'dispatch.roster', { dispatchId, members: [idOf(9)] }, n(5)),
    past(blue, 'dispatch.check-in', { dispatchId, code: '482913', members: [idOf(9)] }, n(6)),
    past(yuduDuty, 'dispatch.assign', { dispatchId, teamId: BLUE, zone: 'B', task: '…', welfareEveryMinutes: 30 }, n(7)),
    past(SYSTEM_SEAT, 'dispatch.welfare-missed', { dispatchId, teamId: BLUE, since: NOW }, { id: idOf(8), at: addMinutes(NOW, 30) }),
  );
  const mission = world.get('mission', `${dispatchId}.${BLUE}`) ?? expect.unreachable();
  const of = (viewer = yuduDuty.actor, since = NOW) => reminderOfMission(mission, world.get('dispatch', dispatchId), viewer, since);
  expect(of()).toMatchObject({ kind: 'welfare', title: 'blue · B', red: true, incidentId: idOf(1) });
  expect([of(cityDuty.actor), of(yuduDuty.actor, addMinutes(NOW, 31))]).toEqual([undefined, undefined]);
  expect(reminderOfMission({ ...mission, welfare: { everyMinutes: 30, lastAt: NOW } }, world.get('dispatch', dispatchId), yuduDuty.actor, NOW)).toBeUndefined();
});
