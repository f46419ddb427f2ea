import type { OrderType } from '#shared/catalogue.ts';
import type { LiveWorld } from '#shared/world.ts';
import { until } from './until.ts';
import type { Give } from './order-cases.ts';
import { aFlood } from './payloads.ts';
import { aPlan } from './plans.ts';
import { CITY, cityLeader, seatAt, SYSTEM_SEAT, WATER, YUDU, yuduDuty, yuduLeader } from './seats.ts';

type OfPlans = Extract<OrderType, `plan.${string}` | `response.${string}` | `task.${string}`>;

const planner = seatAt('planner');
const water = seatAt('department');
const NOTE = '根据2026年山洪灾害处置情况编制。';
const DAY = '2026-06-01';
/** Each paper has a number of its own. */
let papers = 0;

async function inReview(give: Give): Promise<string> {
  const planId = await give(planner, 'plan.draft', { content: aPlan() });
  await give(planner, 'plan.submit', { planId, consult: [WATER, YUDU] });
  await give(planner, 'plan.submit', { planId });
  return planId;
}

async function approved(give: Give): Promise<string> {
  const planId = await inReview(give);
  await give(cityLeader, 'plan.review', { planId, aspect: 'coordination', passed: true, opinion: '与省预案衔接' });
  await give(water, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '合法' });
  await give(cityLeader, 'plan.approve', { planId, approved: true, opinion: '同意' });
  return planId;
}

async function inForce(give: Give): Promise<string> {
  const planId = await approved(give);
  papers += 1;
  await give(planner, 'plan.issue', { planId, docNo: `赣市府办字〔2026〕${papers}号`, issuedAt: DAY, draftingNote: NOTE });
  return planId;
}

async function scheduled(
  give: Give,
  world: LiveWorld,
  rrule = 'FREQ=YEARLY;INTERVAL=3',
  anchor = '2020-02-29T09:00',
): Promise<{ scheduleId: string; dueAt: string }> {
  const planId = await inForce(give);
  const scheduleId = await give(planner, 'plan.schedule', { planId, purpose: 'drill', rrule, anchor, zone: 'Asia/Shanghai' });
  return { scheduleId, dueAt: world.get('schedule', scheduleId)?.dueAt ?? '' };
}

async function launched(give: Give, exercise = false): Promise<{ incidentId: string; planId: string; responseId: string }> {
  const planId = await inForce(give);
  const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise }));
  const said = { matters: '于都山洪', expectedUntil: '2099-06-02T02:00:00+08:00', measures: ['加强值守'] };
  const responseId = await give(yuduLeader, 'response.launch', { incidentId, planId, level: 'IV', ...said });
  return { incidentId, planId, responseId };
}

/** What plans say, demand again and again, and set in motion. */
export const PLAN_CASES: { [T in OfPlans]: (give: Give, world: LiveWorld) => Promise<unknown> } = {
  'plan.draft': async (give) => {
    await give(planner, 'plan.draft', { content: aPlan(), confidential: true });
    const fromPlanId = await inForce(give);
    await give(planner, 'plan.draft', { fromPlanId, title: { zh: '于都县山洪灾害应急预案', en: 'Yudu flash flood plan' } });
  },
  'plan.edit': async (give) => {
    const planId = await give(planner, 'plan.draft', { content: aPlan() });
    const put = { id: '5.2', part: 'response', title: '夜间转移', text: '夜间转移须有两条路线。' } as const;
    await give(planner, 'plan.edit', { planId, baseRevision: 1, changes: [{ in: 'clauses', put, after: '5.1' }, { set: { hazards: ['N01', 'N02'] } }] });
    await give(planner, 'plan.edit', { planId, baseRevision: 2, changes: [{ in: 'annexes', remove: 'form-1' }] });
  },
  'plan.comment': async (give) => {
    const planId = await give(planner, 'plan.draft', { content: aPlan() });
    await give(planner, 'plan.submit', { planId, consult: [WATER] });
    await give(water, 'plan.comment', { planId, clauseId: '5.1', text: '请明确水位' });
  },
  'plan.resolve': async (give, world) => {
    const planId = await give(planner, 'plan.draft', { content: aPlan() });
    await give(planner, 'plan.submit', { planId, consult: [WATER] });
    await give(water, 'plan.comment', { planId, text: '无意见' });
    const commentId = world.get('edition', `${planId}.1`)?.comments[0]?.id ?? '';
    await give(planner, 'plan.resolve', { planId, commentId, adopted: false, reply: '已阅' });
  },
  'plan.submit': inReview,
  'plan.review': async (give) => {
    const planId = await inReview(give);
    await give(cityLeader, 'plan.review', { planId, aspect: 'legality', passed: false, opinion: '引用条文有误' });
  },
  'plan.approve': async (give) => {
    await approved(give);
    const planId = await inReview(give);
    await give(cityLeader, 'plan.review', { planId, aspect: 'coordination', passed: true, opinion: '…' });
    await give(cityLeader, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '…' });
    await give(cityLeader, 'plan.approve', { planId, approved: false, opinion: '再议' });
  },
  'plan.issue': async (give) => {
    await inForce(give);
    const planId = await approved(give);
    await give(planner, 'plan.issue', { planId, docNo: '赣市府办字〔2099〕9号', issuedAt: DAY, effectiveAt: '2099-01-01', draftingNote: NOTE });
  },
  'plan.take-effect': async (give, world) => {
    const planId = await approved(give);
    papers += 1;
    const effectiveAt = new Date(Date.now() + 200).toISOString();
    await give(planner, 'plan.issue', { planId, docNo: `赣市府办字〔2026〕${papers}号`, issuedAt: DAY, effectiveAt, draftingNote: NOTE });
    await until('it is in force', () => world.get('plan', planId)?.current !== undefined);
  },
  'plan.file': async (give) => {
    const planId = await inForce(give);
    await give(cityLeader, 'plan.file', { planId, slip: 1, step: 'sent' });
    await give(planner, 'plan.file', { planId, slip: 1, step: 'received', receiptNo: '备〔2026〕3号' });
  },
  'plan.revise': async (give) => {
    const planId = await inForce(give);
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(planner, 'plan.revise', { planId, trigger: 'event', reason: '通讯录有误', incidentId });
  },
  'plan.withdraw': async (give) => {
    const planId = await inForce(give);
    await give(planner, 'plan.revise', { planId, trigger: 'other', reason: '误启动' });
    await give(planner, 'plan.withdraw', { planId, reason: '误启动' });
  },
  'plan.evaluate': async (give) => {
    const planId = await inForce(give);
    await give(planner, 'plan.evaluate', { planId });
    await give(planner, 'plan.evaluate', { planId, outcome: 'keep', opinion: '仍适用' });
  },
  'plan.retire': async (give) => {
    const planId = await inForce(give);
    await give(cityLeader, 'plan.retire', { planId, reason: '机构改革' });
  },
  'plan.found': async (give) => {
    const planId = '00000000-0000-8000-8000-00000000f001';
    await give(SYSTEM_SEAT, 'plan.found', { planId, key: 'flash-flood', owner: CITY, content: aPlan(), on: DAY });
  },
  'plan.schedule': (give, world) => scheduled(give, world, 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', '2099-03-15T09:00'),
  'plan.postpone': async (give, world) => {
    const { scheduleId } = await scheduled(give, world, 'FREQ=YEARLY', '2098-05-01T09:00');
    await give(planner, 'plan.postpone', { scheduleId, planned: '2099-04-20T09:00:00+08:00', reason: '避开汛期' });
  },
  'plan.complete': async (give, world) => {
    const { scheduleId } = await scheduled(give, world);
    await give(planner, 'plan.complete', { scheduleId, evidence: '演练总结报告' });
  },
  'plan.unschedule': async (give, world) => {
    const { scheduleId } = await scheduled(give, world);
    await give(planner, 'plan.unschedule', { scheduleId, reason: '并入综合演练' });
  },
  // What is due already is entered by the server's clockwork at once.
  'plan.remind': async (give, world) => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
    const { scheduleId } = await scheduled(give, world, 'FREQ=DAILY;INTERVAL=90', yesterday);
    await until('it was reminded of', () => world.get('schedule', scheduleId)?.reminded.includes(90) ?? false);
  },
  'plan.miss': async (give, world) => {
    const { scheduleId } = await scheduled(give, world);
    await until('it was missed', () => world.get('schedule', scheduleId)?.missed.length === 1);
  },
  'response.launch': async (give) => {
    const { incidentId } = await launched(give);
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: '响应另行解除' });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
  },
  'response.adjust': async (give) => {
    const { responseId, incidentId } = await launched(give);
    await give(yuduLeader, 'response.adjust', { responseId, level: 'III', expectedUntil: '2099-06-03T02:00:00+08:00', reason: '灾情加重' });
    await give(seatAt('city-duty'), 'incident.restrict', { incidentId, named: [], reason: '涉密' });
  },
  'response.terminate': async (give) => {
    const { responseId } = await launched(give, true);
    await give(yuduLeader, 'response.terminate', { responseId, reason: '洪水消退' });
  },
  'response.record': async (give) => {
    const { responseId } = await launched(give);
    await give(yuduDuty, 'response.record', { responseId, docNo: '于府报〔2026〕1号' });
  },
  'response.lapse': async (give, world) => {
    const planId = await inForce(give);
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    const expectedUntil = new Date(Date.now() + 300).toISOString();
    const responseId = await give(yuduLeader, 'response.launch', { incidentId, planId, level: 'III', matters: '…', expectedUntil, measures: ['call'] });
    await until('its end has passed', () => world.get('response', responseId)?.overdueAt !== undefined);
  },
  'task.assign': async (give) => {
    const { responseId } = await launched(give);
    await give(yuduDuty, 'task.assign', { taskId: `${responseId}.shelter`, to: WATER, text: '请配合' });
  },
  'task.done': async (give) => {
    const { responseId } = await launched(give);
    await give(yuduDuty, 'task.done', { taskId: `${responseId}.meet`, evidence: '会商纪要' });
    await give(yuduLeader, 'task.done', { taskId: `${responseId}.warn`, evidence: '已转移180人' });
  },
  'task.skip': async (give) => {
    const { responseId } = await launched(give);
    await give(yuduDuty, 'task.skip', { taskId: `${responseId}.extra-1`, reason: '已常态执行' });
  },
  'task.lapse': async (give, world) => {
    const { responseId } = await launched(give);
    const taskId = `${responseId}.shelter`;
    await give(yuduDuty, 'task.assign', { taskId, to: YUDU, dueAt: new Date(Date.now() + 200).toISOString() });
    await until('it is late', () => world.get('task', taskId)?.lateAt !== undefined);
  },
};
