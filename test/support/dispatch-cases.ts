import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import type { Seat } from '#shared/seat.ts';
import type { LiveWorld } from '#shared/world.ts';
import type { Give } from './order-cases.ts';
import { aFlood, placeIn } from './payloads.ts';
import { cityDuty, GONGJIANG, seatAt, SYSTEM_SEAT, TEAM, yuduDuty, YUDU, yuduLeader, ZHANGGONG } from './seats.ts';
import { anApplication } from './team-cases.ts';
import { teamSeat } from './teams.ts';

const RED = 'red-cross';
const INSURED = '2099-12-31';
const blue = seatAt('team');
const red = teamSeat(RED);
const OVERRIDE = { reason: '险情排除', override: '报送由市级统一办理' };

/** Two members of the blue team, known once it is enrolled. */
const crew: string[] = [];

/** The teams that the scenes of dispatch ask, registered as teams are: certified for the water, with members who are insured. */
export async function enrolTeams(give: Give): Promise<void> {
  crew.length = 0;
  for (const seat of [blue, red]) {
    const teamId = await give(seat, 'team.apply', anApplication({ name: seat.actor.name }));
    await give(yuduDuty, 'team.verify', { teamId });
    await give(yuduDuty, 'team.certify', { teamId, category: 'water', level: 2, certificate: { no: 'JX-1', validTo: INSURED } });
    for (const name of ['张三', '李四']) crew.push(await give(seat, 'member.save', { teamId, name, insuredUntil: INSURED }));
  }
}

const need = (incidentId: string, over: Partial<Payload<'dispatch.request'>> = {}): Payload<'dispatch.request'> => ({
  incidentId,
  capability: { category: 'water', minLevel: 3 },
  teamsNeeded: 1,
  people: 12,
  staging: { lng: 115.42, lat: 25.95, text: '贡江大桥东' },
  acceptBy: '2099-01-01T00:00:00Z',
  teamIds: [TEAM, RED],
  // Another scene may have left a team on its way.
  overrideReason: '唯一有冲锋舟的队伍',
  hazards: '水流湍急',
  contact: { post: '集结点值守', phone: '0797-6220000' },
  checkInCode: '482913',
  ...over,
});

async function asked(give: Give, over: Partial<Payload<'dispatch.request'>> = {}, exercise = false): Promise<{ incidentId: string; dispatchId: string }> {
  const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise }));
  return { incidentId, dispatchId: await give(yuduDuty, 'dispatch.request', need(incidentId, over)) };
}

async function accepted(give: Give): Promise<{ incidentId: string; dispatchId: string }> {
  const made = await asked(give);
  await give(blue, 'dispatch.accept', { dispatchId: made.dispatchId, etaMinutes: 60, people: 2, equipment: ['冲锋舟 2 艘'], text: '即刻出发' });
  await give(blue, 'dispatch.roster', { dispatchId: made.dispatchId, members: crew.slice(0, 2) });
  return made;
}

async function working(give: Give): Promise<{ incidentId: string; dispatchId: string }> {
  const made = await accepted(give);
  const { dispatchId } = made;
  await give(blue, 'dispatch.progress', { dispatchId, status: 'en_route', etaMinutes: 40, text: '已出发', at: new Date(Date.now() - 300_000).toISOString() });
  await give(blue, 'dispatch.check-in', { dispatchId, code: '482913', members: crew.slice(0, 1) });
  await give(yuduDuty, 'dispatch.check-in', { dispatchId, teamId: TEAM, members: crew.slice(1, 2) });
  await give(yuduLeader, 'dispatch.assign', { dispatchId, teamId: TEAM, zone: 'B', task: '转移群众', welfareEveryMinutes: 30 });
  await give(blue, 'dispatch.progress', { dispatchId, status: 'working' });
  return made;
}

export async function home(give: Give): Promise<{ incidentId: string; dispatchId: string }> {
  const made = await working(give);
  await give(yuduDuty, 'dispatch.release', { dispatchId: made.dispatchId, teamIds: [TEAM] });
  await give(blue, 'dispatch.progress', { dispatchId: made.dispatchId, status: 'returned' });
  return made;
}

/** Everybody goes home: the next scene finds the teams free. */
async function over(give: Give, { dispatchId }: { dispatchId: string }, ...teams: readonly Seat[]): Promise<void> {
  await give(yuduDuty, 'dispatch.cancel', { dispatchId, reason: '险情解除' });
  for (const seat of teams) await give(seat, 'dispatch.progress', { dispatchId, status: 'returned' });
}

export const hours = () => ({ hours: [{ memberId: crew[0] ?? '', hours: 9 }], consumables: [{ what: '汽油', amount: 60, unit: '升' }], kilometres: 80 });

/** Needs and missions, each order in a scene of its own. */
export const DISPATCH_CASES: { [T in Extract<OrderType, `dispatch.${string}`>]: (give: Give, world: LiveWorld) => Promise<unknown> } = {
  'dispatch.request': async (give) => {
    const { incidentId } = await asked(give, {}, true);
    await give(yuduDuty, 'dispatch.request', need(incidentId, { capability: { category: 'diving' }, teamIds: [RED], text: '水下搜寻' }));
    const real = await give(cityDuty, 'incident.log', aFlood());
    const { teamIds: _named, overrideReason: _why, ...ranked } = need(real, { askAtOnce: 2 });
    await give(cityDuty, 'dispatch.request', ranked);
    await give(cityDuty, 'incident.update', { incidentId: real, place: placeIn(ZHANGGONG) });
    await give(cityDuty, 'incident.restrict', { incidentId: real, named: [], reason: '涉密' });
  },
  'dispatch.confirm': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    const { teamIds, overrideReason, ...asking } = need(incidentId);
    const dispatchId = await give(seatAt('township-duty'), 'dispatch.request', asking);
    await give(yuduDuty, 'dispatch.confirm', { dispatchId, teamIds, overrideReason });
    await give(yuduDuty, 'dispatch.cancel', { dispatchId, reason: '险情解除' });
    const ranked = await give(seatAt('township-duty'), 'dispatch.request', asking);
    await give(yuduLeader, 'dispatch.confirm', { dispatchId: ranked, acceptBy: '2099-02-01T00:00:00Z' });
    await give(yuduDuty, 'dispatch.cancel', { dispatchId: ranked, reason: '险情解除' });
  },
  'dispatch.appraise': async (give) => {
    const { dispatchId } = await home(give);
    await give(yuduDuty, 'dispatch.appraise', { dispatchId, teamId: TEAM, score: 5, text: '处置得力' });
    await give(blue, 'dispatch.debrief', { dispatchId, ...hours() });
    await give(blue, 'dispatch.appraise', { dispatchId, score: 4 });
  },
  'dispatch.offer': async (give) => {
    const { dispatchId } = await asked(give, { teamIds: [TEAM] });
    await give(yuduLeader, 'dispatch.offer', { dispatchId, teamIds: [RED], overrideReason: '需两支队伍备选' });
    await give(blue, 'dispatch.decline', { dispatchId, reason: '队员在外地' });
    await give(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [TEAM], overrideReason: '再次询问' });
  },
  'dispatch.accept': async (give) => {
    const { dispatchId } = await accepted(give);
    await give(blue, 'dispatch.decline', { dispatchId, reason: '车辆故障' });
    await give(red, 'dispatch.accept', { dispatchId, etaMinutes: 20, people: 2 });
    await over(give, { dispatchId }, red);
  },
  'dispatch.decline': async (give) => {
    const { dispatchId } = await asked(give);
    await give(red, 'dispatch.decline', { dispatchId, reason: '船只送修' });
  },
  'dispatch.progress': home,
  'dispatch.roster': async (give) => over(give, await accepted(give), blue),
  'dispatch.check-in': async (give) => over(give, await working(give), blue),
  'dispatch.assign': async (give) => {
    const { dispatchId } = await working(give);
    await give(yuduDuty, 'dispatch.assign', { dispatchId, teamId: TEAM, zone: 'C', task: '巡堤' });
    await over(give, { dispatchId }, blue);
  },
  'dispatch.welfare': async (give) => {
    const { dispatchId } = await working(give);
    await give(blue, 'dispatch.welfare', { dispatchId, text: '全员安全' });
    await over(give, { dispatchId }, blue);
  },
  'dispatch.welfare-missed': async (give, world) => {
    const { dispatchId } = await working(give);
    const since = world.get('mission', missionId(dispatchId, TEAM))?.welfare?.lastAt ?? '';
    await give(SYSTEM_SEAT, 'dispatch.welfare-missed', { dispatchId, teamId: TEAM, since });
    await give(blue, 'dispatch.welfare', { dispatchId });
    await over(give, { dispatchId }, blue);
  },
  'dispatch.log': async (give) => {
    const { dispatchId } = await working(give);
    await give(blue, 'dispatch.log', { dispatchId, text: '转移 12 人', at: '2026-06-01T02:15:00+08:00' });
    await over(give, { dispatchId }, blue);
  },
  'dispatch.share': async (give) => {
    const { dispatchId } = await working(give);
    await give(blue, 'dispatch.share', { dispatchId, on: true });
    await give(blue, 'dispatch.share', { dispatchId, on: false });
    await give(blue, 'dispatch.share', { dispatchId, on: true });
    await over(give, { dispatchId }, blue);
  },
  'dispatch.release': async (give) => {
    await home(give);
    const { incidentId, dispatchId } = await working(give);
    const kept = await give(cityDuty, 'incident.log', aFlood());
    await give(cityDuty, 'incident.merge', { incidentId, intoIncidentId: kept, reason: '同一起' });
    await give(cityDuty, 'dispatch.release', { dispatchId, reason: '任务完成' });
    await give(blue, 'dispatch.progress', { dispatchId, status: 'returned' });
  },
  'dispatch.cancel': async (give) => {
    await over(give, await accepted(give), blue);
  },
  'dispatch.extend': async (give) => {
    const { dispatchId } = await asked(give);
    await give(yuduDuty, 'dispatch.extend', { dispatchId, acceptBy: '2099-02-01T00:00:00+08:00', teamsNeeded: 2 });
  },
  'dispatch.stand-down': async (give) => {
    const { dispatchId } = await asked(give);
    await give(yuduDuty, 'dispatch.stand-down', { dispatchId, teamIds: [RED], reason: '力量已足' });
  },
  'dispatch.remind': async (give) => {
    const { dispatchId } = await asked(give);
    await give(yuduDuty, 'dispatch.remind', { dispatchId, teamIds: [TEAM], text: '请尽快答复' });
    await give(SYSTEM_SEAT, 'dispatch.remind', { dispatchId });
  },
  'dispatch.escalate': async (give, world) => {
    const incidentId = await give(cityDuty, 'incident.log', aFlood());
    const { teamIds: _named, overrideReason: _why, ...ranked } = need(incidentId);
    const dispatchId = await give(cityDuty, 'dispatch.request', { ...ranked, askAtOnce: 1 });
    for (const { teamId, answerBy } of world.get('dispatch', dispatchId)?.offers ?? [])
      await give(SYSTEM_SEAT, 'dispatch.escalate', { dispatchId, teamId, answerBy });
  },
  'dispatch.lapse': async (give) => {
    await asked(give, { acceptBy: new Date(Date.now() + 1000).toISOString() });
    await sleep(1500);
  },
  'dispatch.debrief': async (give) => {
    const { incidentId, dispatchId } = await home(give);
    await give(yuduLeader, 'incident.close', { incidentId, ...OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    // What it took is known later.
    await give(blue, 'dispatch.debrief', { dispatchId, ...hours(), damage: [{ what: '冲锋舟', text: '船底撕裂' }] });
  },
  'dispatch.self-report': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'dispatch.self-report', { incidentId, teamId: RED, place: placeIn(YUDU), people: 6, text: '自行到场' });
    await give(blue, 'dispatch.self-report', { place: placeIn(YUDU), people: 4, text: '自行前往' });
  },
  'dispatch.self-leave': async (give) => {
    const mission = await give(blue, 'dispatch.self-report', { place: placeIn(YUDU), people: 4, text: '自行前往' });
    await give(blue, 'dispatch.self-leave', { missionId: mission, text: '已返回' });
  },
  'dispatch.archive': async (give) => {
    const mission = await give(blue, 'dispatch.self-report', { place: placeIn(YUDU), people: 4, text: '自行前往' });
    await give(SYSTEM_SEAT, 'dispatch.archive', { missionId: mission });
  },
  'dispatch.certify': async (give) => {
    const { dispatchId } = await home(give);
    await give(blue, 'dispatch.debrief', { dispatchId, ...hours() });
    await give(blue, 'dispatch.certify', { dispatchId, teamId: TEAM, memberId: crew[0] ?? '', code: '0123456789ABCDEF' });
  },
};
