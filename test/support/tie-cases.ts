import type { OrderType } from '#shared/catalogue.ts';
import type { Give } from './order-cases.ts';
import { aFlood, placeIn } from './payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, SYSTEM_SEAT, yuduDuty, YUDU, yuduLeader, ZHANGGONG } from './seats.ts';

type Tie = 'incident.merge' | 'incident.link' | 'incident.unlink' | 'incident.transfer' | 'incident.escalate' | Extract<OrderType, `instruction.${string}`>;

const SOURCE = { channel: 'phone', unit: '贡江镇政府' } as const;

/** What ties incidents to each other, and leaders to them. */
export const TIE_CASES: { [T in Tie]: (give: Give) => Promise<unknown> } = {
  'incident.merge': async (give) => {
    const storm = await give(cityDuty, 'incident.log', aFlood({ typeCode: 'N02.2' }));
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ source: SOURCE, casualties: { dead: 1 } }));
    const site = await give(yuduDuty, 'incident.log', aFlood());
    await give(cityDuty, 'incident.link', { incidentId, parentIncidentId: storm });
    await give(yuduDuty, 'incident.link', { incidentId: site, parentIncidentId: incidentId });
    await give(yuduLeader, 'instruction.give', { incidentId, text: '立即核实', to: GONGJIANG });
    const kept = await give(cityDuty, 'incident.log', aFlood({ casualties: { missing: 3 }, occurredAt: '2026-06-01T02:10:00+08:00' }));
    await give(cityDuty, 'incident.merge', { incidentId, intoIncidentId: kept, reason: '同一起' });
    const third = await give(yuduDuty, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    await give(cityDuty, 'incident.merge', { incidentId: third, intoIncidentId: incidentId, reason: '同一起' });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    const late = await give(yuduDuty, 'incident.log', aFlood());
    await give(cityDuty, 'incident.merge', { incidentId: late, intoIncidentId: incidentId, reason: '同一起' });
  },
  'incident.link': async (give) => {
    const parentIncidentId = await give(cityDuty, 'incident.log', aFlood({ typeCode: 'N02.2' }));
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(cityDuty, 'incident.link', { incidentId, parentIncidentId });
  },
  'incident.unlink': async (give) => {
    const parentIncidentId = await give(yuduDuty, 'incident.log', aFlood({ typeCode: 'N02.2', exercise: true }));
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    await give(yuduDuty, 'incident.link', { incidentId, parentIncidentId });
    await give(yuduLeader, 'incident.close', { incidentId: parentIncidentId, reason: '台风过境', override: '子事件另行处置' });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId: parentIncidentId });
    await give(yuduDuty, 'incident.unlink', { incidentId, reason: '与台风无关' });
  },
  'incident.transfer': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'incident.note', { incidentId, text: '实为章贡区境内' });
    await give(yuduDuty, 'incident.transfer', { incidentId, to: ZHANGGONG, reason: '不属本县' });
    await give(seatAt('county-duty', ZHANGGONG), 'incident.receive', { incidentId });
    await give(seatAt('county-duty', ZHANGGONG), 'incident.transfer', { incidentId, to: 'water-bureau', reason: '职责在水利部门' });
  },
  'incident.escalate': async (give) => {
    const incidentId = await give(seatAt('township-duty'), 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    await give(seatAt('township-duty'), 'incident.escalate', { incidentId, reason: '情况紧急' });
    await give(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(GONGJIANG), skipTo: 'city' }));
  },
  'instruction.give': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(cityLeader, 'instruction.give', { incidentId, text: '全力搜救', to: YUDU, dueAt: '2099-06-01T06:00:00+08:00' });
    await give(cityDuty, 'instruction.give', { incidentId, text: '请章贡区支援', to: ZHANGGONG, onBehalfOf: '分管副市长' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: '批示另行督办' });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
  },
  'instruction.pass': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    const instructionId = await give(cityLeader, 'instruction.give', { incidentId, text: '转移群众', to: GONGJIANG });
    await give(yuduDuty, 'instruction.pass', { instructionId, text: '请即办' });
    const other = await give(cityLeader, 'instruction.give', { incidentId, text: '转移群众', to: YUDU });
    await give(yuduDuty, 'instruction.pass', { instructionId: other, to: GONGJIANG });
    await give(cityDuty, 'incident.restrict', { incidentId, named: [], reason: '涉密' });
  },
  'instruction.acknowledge': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const instructionId = await give(cityLeader, 'instruction.give', { incidentId, text: '核实伤亡', to: YUDU });
    await give(yuduDuty, 'instruction.acknowledge', { instructionId });
  },
  'instruction.done': async (give) => {
    const instructionId = await acknowledged(give);
    await give(yuduDuty, 'instruction.done', { instructionId, text: '已核实' });
  },
  'instruction.report': async (give) => {
    const instructionId = await acknowledged(give);
    await give(yuduDuty, 'instruction.done', { instructionId, text: '已核实' });
    await give(yuduDuty, 'instruction.report', { instructionId, text: '死亡 0 人，失联 2 人' });
  },
  'instruction.climb': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    const instructionId = await give(cityLeader, 'instruction.give', { incidentId, text: '请章贡区支援', to: ZHANGGONG });
    await give(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 1 });
    await give(SYSTEM_SEAT, 'instruction.climb', { instructionId, rung: 2 });
  },
};

async function acknowledged(give: Give): Promise<string> {
  const incidentId = await give(yuduDuty, 'incident.log', aFlood());
  const instructionId = await give(cityLeader, 'instruction.give', { incidentId, text: '核实伤亡', to: YUDU });
  await give(yuduDuty, 'instruction.acknowledge', { instructionId });
  return instructionId;
}
