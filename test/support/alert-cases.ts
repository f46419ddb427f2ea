import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Seat } from '#shared/seat.ts';
import type { LiveWorld } from '#shared/world.ts';
import type { Give } from './order-cases.ts';
import { aFlood, placeIn } from './payloads.ts';
import { CITY, cityDuty, cityLeader, GONGJIANG, NEIGHBOUR, seatAt, SYSTEM_SEAT, YUDU, yuduDuty, yuduLeader } from './seats.ts';
import { until } from './until.ts';

type Cases<T extends string> = { [K in Extract<OrderType, T>]: (give: Give, world: LiveWorld) => Promise<unknown> };

/** Somebody who has just said the password. */
export const fresh = (seat: Seat, at = new Date().toISOString()): Seat => ({ ...seat, confirmed: { at } });

const HOUR = 3_600_000;
const ahead = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** The eight elements of ERL 64, for a flash flood in Yudu. */
export const aWarning = (over: Partial<Payload<'alert.draft'>> = {}): Payload<'alert.draft'> => ({
  hazard: 'flash-flood',
  colour: 'yellow',
  issuer: { kind: 'water', name: '于都县水利局' },
  startAt: ahead(1),
  expectedEnd: ahead(12),
  scope: { adcodes: [YUDU] },
  cautions: '小溪乡、祁禄山镇沿河村组注意山洪',
  measures: [
    { art: '66.1', text: '启动应急预案', owner: '县防汛办' },
    { art: '66.5', text: '向沿河群众发布警告' },
  ],
  ...over,
});

const drafted = (give: Give, over: Partial<Payload<'alert.draft'>> = {}): Promise<string> => give(yuduDuty, 'alert.draft', aWarning(over));

/** In force: yellow, so that one leader is enough, or by two persons. */
async function issued(give: Give, over: Partial<Payload<'alert.draft'>> = {}): Promise<string> {
  const alertId = await drafted(give, over);
  await give(fresh(yuduLeader), 'alert.approve', { alertId, revision: 1 });
  await give(yuduDuty, 'alert.issue', { alertId, revision: 1 });
  return alertId;
}

export const ALERT_CASES: Cases<`alert.${string}`> = {
  'alert.draft': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ place: placeIn(YUDU) }));
    const alertId = await drafted(give, { incidentId });
    await give(yuduLeader, 'alert.draft', aWarning({ alertId, colour: 'orange' }));
    await give(cityDuty, 'alert.draft', aWarning({ scope: { adcodes: [CITY] }, exercise: true }));
  },
  'alert.approve': async (give) => {
    const alertId = await drafted(give, { colour: 'red' });
    await give(fresh(yuduLeader), 'alert.approve', { alertId, revision: 1 });
  },
  'alert.return': async (give) => {
    const alertId = await drafted(give);
    await give(yuduLeader, 'alert.return', { alertId, revision: 1, reason: '范围过大' });
  },
  'alert.issue': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await issued(give, { incidentId, colour: 'orange', notify: [NEIGHBOUR] });
    await issued(give, { exercise: true });
    const alone = await drafted(give, { colour: 'red', scope: { adcodes: [GONGJIANG], text: '河边' } });
    await give(yuduDuty, 'alert.issue', { alertId: alone, revision: 1, breakGlass: '两位带班领导均联系不上' });
    await give(fresh(cityLeader), 'alert.approve', { alertId: alone, revision: 1 });
  },
  'alert.update': async (give) => {
    const alertId = await issued(give);
    const { incidentId: _incident, exercise: _exercise, ...content } = aWarning({ colour: 'orange', scope: { adcodes: [GONGJIANG] } });
    await give(yuduDuty, 'alert.update', { ...content, alertId, reason: '雨量增大，范围缩小' });
    await give(fresh(yuduLeader), 'alert.approve', { alertId, revision: 2 });
    await give(yuduDuty, 'alert.issue', { alertId, revision: 2 });
  },
  'alert.cancel': async (give) => {
    const alertId = await issued(give);
    await give(seatAt('township-duty'), 'alert.answer', { alertId });
    await give(yuduLeader, 'alert.cancel', { alertId, reason: '降雨结束' });
  },
  'alert.expire': async (give, world) => {
    const alertId = await issued(give, { startAt: ahead(-1), expectedEnd: new Date(Date.now() + 1_500).toISOString() });
    // By the clockwork.
    await until('it has run out', () => world.get('alert', alertId)?.status === 'expired');
  },
  'alert.archive': async (give) => {
    const alertId = await issued(give);
    await give(yuduLeader, 'alert.cancel', { alertId, reason: '误发' });
    await give(SYSTEM_SEAT, 'alert.archive', { alertId });
  },
  'alert.measure': async (give) => {
    const alertId = await issued(give);
    await give(yuduDuty, 'alert.measure', { alertId, n: 1, text: '已启动Ⅳ级响应' });
  },
  'alert.answer': async (give) => {
    const alertId = await issued(give);
    await give(seatAt('township-duty'), 'alert.answer', { alertId, text: '已通知到村' });
    await give(yuduDuty, 'alert.answer', { alertId, org: `${GONGJIANG}201`, how: 'phone', post: '村支书' });
  },
  'alert.attempt': async (give) => {
    const alertId = await issued(give);
    await give(yuduDuty, 'alert.attempt', { alertId, org: GONGJIANG, channel: 'phone', outcome: 'no-answer', post: '值班员' });
    await give(seatAt('township-duty'), 'alert.attempt', { alertId, org: `${GONGJIANG}201`, channel: 'loudspeaker', outcome: 'delivered' });
  },
  'alert.read': async (give) => {
    const alertId = await issued(give);
    await give(seatAt('village-reporter'), 'alert.read', { alertId });
  },
  'alert.climb': async (give) => {
    const alertId = await issued(give);
    await give(seatAt('township-duty'), 'alert.answer', { alertId });
    for (const rung of [1, 2, 3]) await give(SYSTEM_SEAT, 'alert.climb', { alertId, rung });
  },
};
