import type { SampleOrganisation, SampleSeat } from './seats.ts';
import type { Step } from './step.ts';

const FLOOD = 'flood';
const NEED = 'boats';
export const D10 = { first: 'lantian', second: 'honghui', county: 'yudu-zhiban', leader: 'yudu-lingdao' } as const;
/** The register gives members ids of their own; these are of the sample. */
export const D10_MEMBERS = { first: '00000000-0000-7000-8000-000000000101', second: '00000000-0000-7000-8000-000000000102' } as const;
export const D10_UNLISTED = '00000000-0000-7000-8000-000000000199';

export const d10Organisations: readonly SampleOrganisation[] = [
  { id: D10.first, kind: 'team', name: '蓝天水上救援队（示例）', nameEn: 'Blue Sky (sample)', parent: '360731' },
  { id: D10.second, kind: 'team', name: '红会应急救援队（示例）', nameEn: 'Red Cross (sample)', parent: '360731' },
];
export const d10Seats: readonly SampleSeat[] = [
  { username: D10.first, name: '蓝天队领队', role: 'team', org: D10.first },
  { username: D10.second, name: '红会队领队', role: 'team', org: D10.second },
];

/** The call at 22:10: two teams are asked for one slot, and must answer by 22:40. */
export const d10Call: readonly Step[] = [
  {
    at: '22:05',
    seat: D10.county,
    type: 'incident.log',
    names: FLOOD,
    payload: {
      title: '贡江沿岸村庄被淹，群众被困',
      typeCode: 'N01.2',
      place: { adcode: '360731', text: '贡江镇沿江村', lng: 115.41, lat: 25.95 },
      casualties: { trapped: 60 },
    },
  },
  {
    at: '22:10',
    seat: D10.county,
    type: 'dispatch.request',
    names: NEED,
    payload: {
      incidentId: FLOOD,
      capability: { category: 'water', minLevel: 3 },
      teamsNeeded: 1,
      people: 18,
      staging: { lng: 115.42, lat: 25.955, text: '贡江大桥东桥头广场' },
      acceptBy: '22:40',
      teamIds: [D10.first, D10.second],
      hazards: '水流湍急，水下有断桩；夜间能见度低',
      contact: { post: '现场集结点值守', phone: '0797-6220000' },
      checkInCode: '482913',
    },
  },
];

export const d10Accept: Step = {
  at: '22:31',
  seat: D10.first,
  type: 'dispatch.accept',
  payload: { dispatchId: NEED, etaMinutes: 154, people: 18, equipment: ['冲锋舟 4 艘', '救生衣 60 件'], text: '人员集结中，23:10 出发' },
};
export const d10Second: Step = { at: '22:32', seat: D10.second, type: 'dispatch.accept', payload: { dispatchId: NEED, etaMinutes: 60, people: 10 } };

const people = Object.values(D10_MEMBERS);
export const d10Mission: readonly Step[] = [
  { at: '22:50', seat: D10.first, type: 'dispatch.roster', payload: { dispatchId: NEED, members: people } },
  { at: '23:10', seat: D10.first, type: 'dispatch.progress', payload: { dispatchId: NEED, status: 'en_route', etaMinutes: 115 } },
  { at: '23:10', seat: D10.first, type: 'dispatch.share', payload: { dispatchId: NEED, on: true } },
];
export const d10AtTheGate: Step = {
  at: '+1 01:04',
  seat: D10.county,
  type: 'dispatch.check-in',
  payload: { dispatchId: NEED, teamId: D10.first, members: [...people, D10_UNLISTED] },
};
export const d10Work: readonly Step[] = [
  { at: '+1 01:05', seat: D10.county, type: 'dispatch.check-in', payload: { dispatchId: NEED, teamId: D10.first, members: people } },
  {
    at: '+1 01:10',
    seat: D10.county,
    type: 'dispatch.assign',
    payload: { dispatchId: NEED, teamId: D10.first, zone: 'B', task: '转移沿江村三组被困群众', welfareEveryMinutes: 60 },
  },
  { at: '+1 01:20', seat: D10.first, type: 'dispatch.progress', payload: { dispatchId: NEED, status: 'working' } },
  { at: '+1 02:05', seat: D10.first, type: 'dispatch.welfare', payload: { dispatchId: NEED } },
];
export const d10Home: readonly Step[] = [
  { at: '+1 03:20', seat: D10.first, type: 'dispatch.welfare', payload: { dispatchId: NEED, text: '对讲机进水，现已换用，全员安全' } },
  { at: '+1 04:10', seat: D10.first, type: 'dispatch.log', payload: { dispatchId: NEED, text: '转移群众 57 人，B 区已清空' } },
  { at: '+1 19:00', seat: D10.county, type: 'dispatch.release', payload: { dispatchId: NEED, reason: 'B 区任务完成' } },
  { at: '+1 21:30', seat: D10.first, type: 'dispatch.progress', payload: { dispatchId: NEED, status: 'returned' } },
  {
    at: '+2 10:00',
    seat: D10.first,
    type: 'dispatch.debrief',
    payload: {
      dispatchId: NEED,
      hours: people.map((memberId) => ({ memberId, hours: 18 })),
      consumables: [{ what: '汽油', amount: 120, unit: '升' }],
      damage: [{ what: '冲锋舟', text: '三号艇底部被断桩划破' }],
      kilometres: 240,
    },
  },
];
export const d10SelfDeployed: Step = {
  at: '+1 06:00',
  seat: D10.second,
  type: 'dispatch.self-report',
  payload: { place: { adcode: '360731', text: '贡江镇沿江村', lng: 115.41, lat: 25.95 }, people: 6, text: '自行前往支援' },
};

const CLAIM = 'claim';
/** The team claims; the county checks, posts and pays. */
export const d10Claim: readonly Step[] = [
  {
    at: '+2 15:00',
    seat: D10.first,
    type: 'claim.submit',
    names: CLAIM,
    payload: {
      dispatchId: NEED,
      items: [
        { kind: 'labour', what: '误工补助，按协议', quantity: 36, unit: '人时', amountCny: 1080 },
        { kind: 'fuel', what: '汽油', quantity: 120, unit: '升', amountCny: 960 },
        { kind: 'damage', what: '三号冲锋舟修理', quantity: 1, unit: '艘', amountCny: 3500 },
      ],
    },
  },
  {
    at: '+3 09:30',
    seat: D10.county,
    type: 'claim.review',
    payload: {
      claimId: CLAIM,
      assessed: [{ amountCny: 1080 }, { amountCny: 960 }, { amountCny: 3200, reason: '按修理发票' }],
      payer: { kind: 'government', name: '于都县人民政府' },
    },
  },
  { at: '+3 10:00', seat: D10.county, type: 'claim.post', payload: { claimId: CLAIM } },
];
export const d10TooEarly: Step = { at: '+7 10:00', seat: D10.leader, type: 'claim.approve', payload: { claimId: CLAIM } };
export const d10Paid: readonly Step[] = [
  { at: '+8 10:00', seat: D10.leader, type: 'claim.approve', payload: { claimId: CLAIM } },
  { at: '+9 16:00', seat: D10.county, type: 'claim.pay', payload: { claimId: CLAIM, paidOn: '2026-06-10', voucher: '于财拨〔2026〕12号' } },
];
/** The other team had no order. */
export const d10Unpaid: Step = {
  at: '+9 17:00',
  seat: D10.second,
  type: 'claim.submit',
  payload: { dispatchId: NEED, items: [{ kind: 'transport', what: '自行前往', quantity: 80, unit: '公里', amountCny: 200 }] },
};
