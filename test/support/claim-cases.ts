import type { OrderType, Payload } from '#shared/catalogue.ts';
import { hours, home } from './dispatch-cases.ts';
import type { LiveWorld } from '#shared/world.ts';
import type { Give } from './order-cases.ts';
import { cityLeader, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader } from './seats.ts';

const blue = seatAt('team');

export const ITEMS: Payload<'claim.submit'>['items'] = [
  { kind: 'labour', what: '18 人 20 小时', quantity: 360, unit: '人时', amountCny: 7200 },
  { kind: 'fuel', what: '汽油', quantity: 120, unit: '升', amountCny: 960.5 },
  { kind: 'damage', what: '三号冲锋舟修理', quantity: 1, unit: '艘', amountCny: 3500 },
];
export const ASSESSED: Payload<'claim.review'>['assessed'] = [{ amountCny: 7200 }, { amountCny: 960.5 }, { amountCny: 3000, reason: '按修理发票' }];
const payer = { kind: 'government', name: '于都县人民政府' } as const;

async function submitted(give: Give): Promise<{ claimId: string; dispatchId: string }> {
  const { dispatchId } = await home(give);
  await give(blue, 'dispatch.debrief', { dispatchId, ...hours() });
  return { claimId: await give(blue, 'claim.submit', { dispatchId, items: ITEMS }), dispatchId };
}

async function posted(give: Give): Promise<{ claimId: string; dispatchId: string }> {
  const made = await submitted(give);
  await give(yuduDuty, 'claim.review', { claimId: made.claimId, assessed: ASSESSED, payer });
  await give(yuduDuty, 'claim.post', { claimId: made.claimId });
  return made;
}

/** Time does not pass in a scene: the table says that a posting is over at once. */
async function approved(give: Give, world: LiveWorld): Promise<string> {
  const version = (world.get('rulebook', 'numbers')?.version ?? 1) + 1;
  const row = { id: 'claim.post-days', value: 1e-9, unit: 'days' as const, zh: '公示天数', en: 'Days of posting', tag: 'D' as const, source: '试验用' };
  await give(seatAt('planner'), 'rulebook.propose', { rulebookId: 'numbers', rows: [row], reason: '试验' });
  await give(cityLeader, 'rulebook.approve', { rulebookId: 'numbers', version });
  const { claimId } = await posted(give);
  await give(yuduLeader, 'claim.approve', { claimId });
  return claimId;
}

async function rejected(give: Give): Promise<string> {
  const { claimId } = await posted(give);
  await give(yuduLeader, 'claim.reject', { claimId, reason: '与任务无直接因果关系' });
  return claimId;
}

export const CLAIM_CASES: { [K in Extract<OrderType, `claim.${string}`>]: (give: Give, world: LiveWorld) => Promise<unknown> } = {
  'claim.submit': submitted,
  'claim.return': async (give) => {
    const { claimId, dispatchId } = await submitted(give);
    await give(yuduDuty, 'claim.return', { claimId, faults: [{ item: 3, reason: '缺修理发票' }] });
    await give(blue, 'claim.submit', { claimId, dispatchId, items: ITEMS.slice(0, 2), text: '修理费另行申报' });
  },
  'claim.review': posted,
  'claim.post': posted,
  'claim.object': async (give) => {
    const { claimId } = await posted(give);
    await give(blue, 'claim.object', { claimId, reason: '修理费应全额' });
    await give(yuduLeader, 'claim.review', { claimId, assessed: ITEMS.map(({ amountCny }) => ({ amountCny })), payer });
  },
  'claim.approve': approved,
  'claim.reject': rejected,
  'claim.pay': async (give, world) => {
    const claimId = await approved(give, world);
    await give(yuduDuty, 'claim.pay', { claimId, paidOn: '2026-06-01', voucher: '于财拨〔2026〕12号' });
  },
  'claim.archive': async (give) => {
    const claimId = await rejected(give);
    await give(SYSTEM_SEAT, 'claim.archive', { claimId });
  },
};
