import type { Payload } from '#shared/catalogue.ts';
import { seatOf, type Seat } from '#shared/seat.ts';
import type { Happening } from './agenda.ts';
import { FLOOD } from './d1-morning.ts';
import type { Stage } from './stage.ts';
import { minutesOf, type WallTime } from './wall-time.ts';

/** The team that somebody may sit at, and one that has answered already. Both are samples, with mobile numbers that nobody can have. */
export const DEMO_TEAM = 'yudu-lantian';
const OTHER = 'yudu-honghui';
const INSURED = '2099-12-31';

interface SampleTeam {
  id: string;
  facts: Payload<'team.apply'>;
  members: readonly (readonly [name: string, phone: string, insuredUntil?: string])[];
}

const TEAMS: readonly SampleTeam[] = [
  {
    id: DEMO_TEAM,
    facts: {
      org: '360731',
      name: '于都蓝天应急救援队（示例）',
      leader: { name: '蓝天队队长', phone: '10000000101' },
      base: { adcode: '360731', text: '贡江镇渡江大道救援基地', lng: 115.42, lat: 25.95 },
      categories: [{ category: 'water', selfLevel: 2 }, { category: 'mountain' }],
      equipment: [
        { kind: '冲锋舟', count: 4 },
        { kind: '救生衣', count: 60 },
      ],
      vehicles: [
        { kind: '皮卡', seats: 5 },
        { kind: '越野车', seats: 7 },
      ],
      rangeKm: 200,
      responseMinutes: 30,
    },
    members: [
      ['刘建军', '10000000101', INSURED],
      ['谢小明', '10000000102', INSURED],
      ['曾伟', '10000000103', INSURED],
      ['钟志强', '10000000104', INSURED],
      ['赖文华', '10000000105', INSURED],
      ['黄春生', '10000000106', INSURED],
      ['肖艳', '10000000107', INSURED],
      ['邱国平', '10000000108', INSURED],
      ['易新民', '10000000109'],
    ],
  },
  {
    id: OTHER,
    facts: {
      org: '360731',
      name: '于都红十字应急救援队（示例）',
      leader: { name: '红十字队队长', phone: '10000000201' },
      base: { adcode: '360731', text: '贡江镇红军大道', lng: 115.4, lat: 25.96 },
      categories: [{ category: 'water' }, { category: 'medical' }],
      equipment: [{ kind: '橡皮艇', count: 2 }],
      vehicles: [{ kind: '救护车', seats: 6 }],
      rangeKm: 120,
      responseMinutes: 25,
    },
    members: [
      ['王海', '10000000201', INSURED],
      ['张丽', '10000000202', INSURED],
      ['陈勇', '10000000203', INSURED],
      ['李平', '10000000204', INSURED],
      ['吴斌', '10000000205', INSURED],
      ['孙杰', '10000000206', INSURED],
    ],
  },
];

const seatOfTeam = ({ id, facts: { leader } }: SampleTeam): Seat =>
  seatOf({ id: `leader@${id}`, name: leader.name, role: 'team', org: id, team: id }, undefined);

/** The register as it is before the rain, and the call to the flood that waits for an answer when the doors open. */
export function teamHappenings(stage: Stage, officer: () => Seat, anchor: Date): Happening[] {
  const at = (time: WallTime): number => anchor.getTime() + minutesOf(time) * 60_000;
  return [
    { at: at('00:05'), run: () => register(stage, officer) },
    { at: at('09:04'), run: () => call(stage, officer, at) },
  ];
}

async function register(stage: Stage, officer: () => Seat): Promise<void> {
  for (const team of TEAMS) {
    const { id: teamId, facts, members } = team;
    await stage.give(seatOfTeam(team), { type: 'team.apply', payload: facts });
    await stage.give(officer(), { type: 'team.verify', payload: { teamId } });
    await stage.give(officer(), {
      type: 'team.certify',
      payload: { teamId, category: 'water', level: 2, certificate: { no: `示例-${teamId}`, validTo: INSURED } },
    });
    for (const [name, phone, insuredUntil] of members)
      await stage.give(seatOfTeam(team), { type: 'member.save', payload: { teamId, name, phone, ...(insuredUntil === undefined ? {} : { insuredUntil }) } });
  }
}

async function call(stage: Stage, officer: () => Seat, at: (time: WallTime) => number): Promise<void> {
  const { dispatch: dispatchId = '' } = await stage.give(officer(), {
    type: 'dispatch.request',
    payload: {
      incidentId: stage.idOf(FLOOD),
      capability: { category: 'water', minLevel: 3 },
      teamsNeeded: 2,
      people: 8,
      staging: { lng: 115.53, lat: 25.71, text: '铁山垅镇中心小学操场' },
      acceptBy: new Date(at('11:30')).toISOString(),
      teamIds: TEAMS.map(({ id }) => id),
      hazards: '水流湍急，水下有断桩、倒伏树木；上游山塘可能泄水，听三声长哨立即上岸。',
      contact: { post: '铁山垅镇集结点', phone: '0797-6220000' },
      text: '沿溪下游搜寻失联人员，请带冲锋舟、救生衣、水下探测设备。',
      checkInCode: '482913',
    },
  });
  const other = TEAMS.find(({ id }) => id === OTHER);
  if (other)
    await stage.give(seatOfTeam(other), { type: 'dispatch.accept', payload: { dispatchId, etaMinutes: 70, people: 5, text: '5人、橡皮艇2艘，即刻出发' } });
}
