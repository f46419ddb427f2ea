import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { LiveWorld } from '#shared/world.ts';
import type { Give } from './order-cases.ts';
import { CITY, cityLeader, seatAt, SYSTEM_SEAT, YUDU, yuduDuty, yuduLeader } from './seats.ts';
import { until } from './until.ts';

type Cases<T extends string> = { [K in Extract<OrderType, T>]: (give: Give, world: LiveWorld) => Promise<unknown> };

export const LEADER = { name: '王五', phone: '13712345678' } as const;

/** What a team says when it applies to Yudu. */
export const anApplication = (over: Partial<Payload<'team.apply'>> = {}): Payload<'team.apply'> => ({
  org: YUDU,
  name: '蓝天救援队',
  leader: LEADER,
  base: { adcode: '360731100', text: '贡江镇', lng: 115.41, lat: 25.95 },
  categories: [{ category: 'water', selfLevel: 2 }, { category: 'medical' }],
  equipment: [{ kind: '冲锋舟', count: 4 }],
  vehicles: [{ kind: '皮卡', plate: '赣B12345', seats: 5 }],
  rangeKm: 200,
  responseMinutes: 30,
  ...over,
});

/** The days that papers are valid through: far ahead, or past whenever the test runs. */
const AHEAD = '2099-12-31';
const WATER = { no: 'GZ-0101', validTo: AHEAD } as const;

let teams = 0;
/** Each scene has a team of its own: an application is made once. */
async function applied(give: Give, org: string = YUDU) {
  teams += 1;
  const team = seatAt('team', `team-${teams}`);
  return { team, teamId: await give(team, 'team.apply', anApplication({ org })) };
}

async function registered(give: Give, org: string = YUDU) {
  const there = await applied(give, org);
  await give(org === CITY ? cityLeader : yuduDuty, 'team.verify', { teamId: there.teamId });
  return there;
}

/** A member with an id number that exists nowhere. */
export const aMember = { name: '赵六', phone: '13612345678', idNo: '360731199001010012', blood: 'AB' } as const;

export const TEAM_CASES: Cases<`team.${string}` | `member.${string}`> = {
  'team.apply': async (give) => {
    await applied(give);
    await applied(give, CITY);
    await give(yuduDuty, 'team.apply', anApplication({ teamId: `entered-${teams}` }));
  },
  'team.update': async (give) => {
    const { team, teamId } = await registered(give);
    await give(team, 'team.update', { teamId, name: '于都蓝天救援队', leader: { name: '马六', phone: '13512345678' } });
    await give(yuduLeader, 'team.update', { teamId, categories: [{ category: 'diving' }], agreement: WATER });
  },
  'team.verify': (give) => registered(give, CITY),
  'team.return': async (give) => {
    const { team, teamId } = await applied(give);
    await give(yuduDuty, 'team.return', { teamId, faults: [{ path: 'members', reason: '2 名队员未投保' }] });
    await give(team, 'team.apply', anApplication({ name: '蓝天' }));
  },
  'team.suspend': async (give) => {
    const { teamId } = await registered(give);
    await give(cityLeader, 'team.suspend', { teamId, reason: '违反现场纪律' });
  },
  'team.reinstate': async (give) => {
    const { teamId } = await registered(give);
    await give(yuduLeader, 'team.suspend', { teamId, reason: '整改' });
    await give(yuduLeader, 'team.reinstate', { teamId, reason: '整改完成' });
  },
  'team.revoke': async (give) => {
    const { teamId } = await registered(give);
    await give(yuduLeader, 'team.revoke', { teamId, reason: '已注销' });
  },
  'team.certify': async (give) => {
    const { teamId } = await registered(give);
    await give(yuduDuty, 'team.certify', { teamId, category: 'water', level: 2, certificate: WATER });
  },
  'team.availability': async (give) => {
    const { team, teamId } = await registered(give);
    await give(team, 'team.availability', { teamId, weekly: [{ rule: 'FREQ=WEEKLY;BYDAY=SA,SU', anchor: '2026-06-06T08:00', minutes: 600 }] });
    await give(team, 'team.availability', { teamId, onHolidays: 'ready', override: { ready: false, until: '2099-01-01T08:00:00+08:00' } });
    await give(team, 'team.availability', { teamId, override: null });
    await give(yuduDuty, 'team.availability', { teamId, onDuty: false, daysOff: [{ from: '2026-10-01', to: '2026-10-07', text: '国庆' }] });
  },
  'team.expire': async (give, world) => {
    const { teamId } = await registered(give);
    await give(yuduDuty, 'team.update', { teamId, agreement: { no: '协-1', validTo: '2020-01-01' } });
    // The clockwork orders at once what is long past.
    await until('the team has expired', () => world.get('team', teamId)?.status === 'expired');
  },
  'team.warn': async (give) => {
    const { teamId } = await registered(give);
    await give(yuduDuty, 'team.certify', { teamId, category: 'water', level: 2, certificate: WATER });
    await give(SYSTEM_SEAT, 'team.warn', { teamId, of: 'water', validTo: AHEAD, days: 60 });
  },
  'team.honour': async (give) => {
    const { team, teamId } = await registered(give);
    const memberId = await give(team, 'member.save', { teamId, ...aMember });
    await give(yuduLeader, 'team.honour', { teamId, title: '抗洪抢险先进集体', issuer: '于都县人民政府', on: '2026-01-10' });
    await give(yuduDuty, 'team.honour', { teamId, memberId, title: '优秀志愿者', issuer: '于都县应急管理局', on: '2026-01-10', text: '连续值守' });
    await give(team, 'member.save', { teamId, memberId, phone: '13812349997' });
  },
  'team.reveal': async (give) => {
    const { team, teamId } = await registered(give);
    await give(team, 'team.reveal', { teamId });
    await give(yuduDuty, 'team.reveal', { teamId, reason: '电话催促答复' });
  },
  'member.warn': async (give) => {
    const { team, teamId } = await registered(give);
    const memberId = await give(team, 'member.save', { teamId, ...aMember, insuredUntil: AHEAD, notForFire: true });
    await give(SYSTEM_SEAT, 'member.warn', { memberId, of: 'insurance', validTo: AHEAD, days: 30 });
    await give(yuduDuty, 'member.save', { teamId, memberId, phone: '13812349998' });
  },
  'member.save': async (give) => {
    const { team, teamId } = await registered(give);
    const memberId = await give(team, 'member.save', { teamId, ...aMember, insuredUntil: AHEAD, certificates: [{ kind: '潜水', no: 'P-1' }] });
    await give(yuduDuty, 'member.save', { teamId, memberId, phone: '13812349999' });
    const other = await registered(give, CITY);
    await give(other.team, 'member.save', { teamId: other.teamId, ...aMember });
  },
  'member.leave': async (give) => {
    const { team, teamId } = await registered(give);
    const memberId = await give(team, 'member.save', { teamId, ...aMember, insuredUntil: AHEAD });
    await give(team, 'member.leave', { memberId, reason: '退队' });
  },
  'member.reveal': async (give) => {
    const { team, teamId } = await registered(give);
    const memberId = await give(team, 'member.save', { teamId, ...aMember });
    await give(team, 'member.reveal', { memberIds: [memberId] });
    await give(cityLeader, 'member.reveal', { memberIds: [memberId], reason: '核对保险' });
  },
};
