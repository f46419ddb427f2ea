import { handoverItems } from '#shared/duty/items.ts';
import { shiftIdOf } from '#shared/duty/plan.ts';
import { shiftOnPost } from '#shared/duty/state.ts';
import type { Seat } from '#shared/seat.ts';
import type { LiveWorld } from '#shared/world.ts';
import { changesIn } from '#plans/duty.ts';
import type { Happening } from './agenda.ts';
import { SEATS, STAFF, type SampleSeat } from './seats.ts';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAYS_PLANNED = 7;
const ORGS = ['360700', '360731'] as const;

/** Posts of the phone tree, with numbers that no exchange can give: a local number never begins with 0. */
const CONTACTS: Readonly<Record<(typeof ORGS)[number], readonly (readonly [post: string, unit: string, name: string, phone: string])[]>> = {
  '360700': [
    ['值班室', '赣州市应急管理局', '值班人员', '0797-0000101'],
    ['防汛抗旱值班', '赣州市水利局', '值班人员', '0797-0000102'],
    ['气象台首席', '赣州市气象局', '郭永清', '0797-0000103'],
    ['指挥中心', '赣州市消防救援支队', '值班人员', '0797-0000104'],
    ['急救调度', '赣州市急救中心', '值班人员', '0797-0000105'],
    ['总值班室', '江西省应急管理厅', '值班人员', '0791-0000106'],
  ],
  '360731': [
    ['值班室', '于都县应急管理局', '值班人员', '0797-0000201'],
    ['防汛抗旱值班', '于都县水利局', '罗春生', '0797-0000202'],
    ['镇值班室', '铁山垅镇人民政府', '赖国强', '0797-0000203'],
    ['村支部书记', '铁山垅镇山前村（示例）', '李福生', '0797-0000204'],
    ['调度室', '国网于都县供电公司', '值班人员', '0797-0000205'],
    ['急诊科', '于都县人民医院', '值班人员', '0797-0000206'],
  ],
};

interface DutyStage {
  stage: Pick<Stage, 'give'>;
  world: LiveWorld;
  seatOf: (seat: SampleSeat) => Seat;
  opensAt: Date;
}

/** When the shifts before the doors open began: the one at the post, and the one that handed over to it. */
export function changesBefore(opensAt: Date, zone: string): [before: string, last: string] {
  const now = opensAt.toISOString();
  const past = changesIn(zone, new Date(opensAt.getTime() - 36 * HOUR_MS).toISOString(), now).filter((instant) => instant <= now);
  const [before, last] = past.slice(-2);
  if (before === undefined || last === undefined) throw new Error('No shift has begun.');
  return [before, last];
}

/** The duty offices of the city and of Yudu: a week's roster, a handover at the change of shifts, a book of contacts. */
export function dutyHappenings({ stage, world, seatOf, opensAt }: DutyStage, zone: string): Happening[] {
  const [before, last] = changesBefore(opensAt, zone);
  const planAt = Date.parse(before) - 25 * MINUTE_MS;
  const instants = changesIn(zone, before, new Date(opensAt.getTime() + DAYS_PLANNED * 24 * HOUR_MS).toISOString());
  return ORGS.flatMap((org) => {
    const crews = crewsOf(org);
    // Who has the most to show is at the post when the doors open.
    const atPost = instants.indexOf(last) % 2;
    const crewOf = (i: number): Crew => (i % 2 === atPost ? crews[0] : crews[1]);
    const named = (seat: SampleSeat) => ({ id: seatOf(seat).actor.id, name: seat.name });
    const shifts = instants.slice(0, -1).map((from, i) => ({
      from,
      to: instants[i + 1],
      officers: crewOf(i).officers.map(named),
      leader: named(crewOf(i).leader),
    }));
    const [out, into] = [crewOf(0), crewOf(instants.indexOf(last))];
    const officer = (crew: Crew): Seat => seatOf(crew.officers[0] ?? crew.leader);
    return [
      { at: planAt, run: () => stage.give(officer(into), { type: 'duty.plan', payload: { shifts } }) },
      { at: planAt + MINUTE_MS, run: () => fillBook(org, officer(into)) },
      { at: Date.parse(before), run: () => stage.give(officer(out), { type: 'duty.start', payload: { shiftId: shiftIdOf(org, before) } }) },
      { at: Date.parse(last) - 2 * MINUTE_MS, run: () => handOver(org, out, into, last) },
    ];
  });

  async function fillBook(org: (typeof ORGS)[number], seat: Seat): Promise<void> {
    const saved = CONTACTS[org].map(([post, unit, name, phone], i) =>
      stage.give(seat, { type: 'contact.save', payload: { post, unit, name, phone, rank: i + 1 } }),
    );
    await Promise.all(saved);
  }

  async function handOver(org: string, out: Crew, into: Crew, at: string): Promise<void> {
    const [outgoing, incoming] = [seatOf(out.officers[0] ?? out.leader), seatOf(into.officers[0] ?? into.leader)];
    const shift = shiftOnPost(world.all('shift'), org);
    const sheet = { shiftId: shift?.id, toShiftId: shiftIdOf(org, at), text: '雨情仍在发展，请盯紧在途报送和失联人员搜救。' };
    const { handover: handoverId } = await stage.give(outgoing, { type: 'duty.hand', payload: sheet });
    const items = handoverItems(world, org).map(({ key }) => ({ key, owner: incoming.actor.id }));
    if (items.length > 0) await stage.give(incoming, { type: 'duty.take', payload: { handoverId, items } });
    await stage.give(outgoing, { type: 'duty.sign', payload: { handoverId, as: 'outgoing' } });
    await stage.give(incoming, { type: 'duty.sign', payload: { handoverId, as: 'incoming' } });
    await stage.give(seatOf(out.leader), { type: 'duty.sign', payload: { handoverId, as: 'leader' } });
  }
}

interface Crew {
  officers: readonly SampleSeat[];
  leader: SampleSeat;
}

/** Two crews that take turns: the first is that of the seats which have an account. */
function crewsOf(org: string): [Crew, Crew] {
  const at = (part: 'duty' | 'leader') => [...SEATS, ...STAFF].filter((seat) => seat.org === org && seat.role.endsWith(`-${part}`));
  const [duty, leaders] = [at('duty'), at('leader')];
  const [leader, other = leader] = leaders;
  if (!leader || !other) throw new Error(`Nobody leads at ${org}.`);
  return [
    { officers: duty.slice(0, 2), leader },
    { officers: duty.slice(2, 4), leader: other },
  ];
}
