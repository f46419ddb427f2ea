import type { Incident } from '#shared/incident/state.ts';
import type { Order } from '#shared/catalogue.ts';
import type { Refused } from '#shared/order.ts';
import type { Documents, Kind, LiveWorld } from '#shared/world.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { seatOf, type Seat } from '#shared/seat.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { administrator } from '#test/support/seats.ts';
import { testCore } from '#test/support/test-core.ts';
import { until as untilSeen } from '#test/support/until.ts';
import { payloadOf } from './play.ts';
import { ORGANISATIONS, SEATS, type SampleOrganisation, type SampleSeat } from './seats.ts';
import type { Step } from './step.ts';
import { minutesOf, type WallTime } from './wall-time.ts';

/** A scenario on a server whose clock stands at the scenario's own time: everything is ordered at the minute it was given, and what comes due comes due. */
export interface OnClock {
  play(steps: readonly Step[]): Promise<void>;
  /** Plays a step that is refused, and answers with why. */
  refused(step: Step): Promise<Refused>;
  document<K extends Kind>(kind: K, id: string): Documents[K];
  /** The id behind a name that a step gave. */
  idOf(name: string): string;
  world: LiveWorld;
  /** Lets time go by until a wall time. */
  until(at: WallTime): Promise<void>;
  incident(name: string): Incident;
  /** The deadlines of a rule, as wall times of the scenario's first day. */
  due(name: string, rule: string): (Pick<ReportDeadline, 'kind' | 'late'> & { at: WallTime; met?: string })[];
  close(): Promise<void>;
}

const MIDNIGHT = new Date('2026-06-01T00:00:00+08:00');
const MINUTE_MS = 60_000;

export async function onClock(extra: { organisations?: readonly SampleOrganisation[]; seats?: readonly SampleSeat[] } = {}): Promise<OnClock> {
  const clock = drivenClock(MIDNIGHT.toISOString());
  const { core, close } = await testCore({ ports: { clock } });
  const names = new Map<string, string>();
  for (const { id: organisationId, ...rest } of [...ORGANISATIONS, ...(extra.organisations ?? [])])
    await give(administrator, { id: core.ids.next(), type: 'organisation.add', payload: { organisationId, ...rest } });
  const seats = new Map([...SEATS, ...(extra.seats ?? [])].map((seat) => [seat.username, seat]));

  async function give(seat: Seat, envelope: Pick<Order, 'id' | 'type'> & { payload: unknown }): Promise<Record<string, string>> {
    const answer = await core.orders.submit(envelope, seat);
    if (!answer.ok) throw new Error(`${envelope.type} was refused (${answer.code}): ${answer.message} ${JSON.stringify(answer.details ?? [])}`);
    return answer.refs;
  }

  const seatNamed = (username: string): Seat => {
    const { name, role, org } = seats.get(username) ?? unknown(username);
    return seatOf({ id: username, name, role, org }, core.world.get('organisation', org));
  };

  async function until(at: WallTime): Promise<void> {
    await clock.advance(MIDNIGHT.getTime() + minutesOf(at) * MINUTE_MS - clock.now().getTime());
    // What came due is ordered in its own turn, and written.
    await untilSeen('what came due was ordered', () => core.clockwork.overdue() === 0);
  }

  const refsOf = (step: Step): Promise<Record<string, string>> =>
    give(seatNamed(step.seat), { id: core.ids.next(), type: step.type, payload: payloadOf(step, names, MIDNIGHT, clock.now()) });
  const idOf = (name: string): string => names.get(name) ?? unknown(name);
  const incident = (name: string): Incident => core.world.get('incident', names.get(name) ?? '') ?? unknown(name);
  return {
    until,
    incident,
    async play(steps) {
      for (const step of steps) {
        await until(step.at);
        const refs = await refsOf(step);
        const made = refs[step.type.split('.')[0] ?? ''];
        if (step.names !== undefined && made !== undefined) names.set(step.names, made);
      }
    },
    async refused(step) {
      await until(step.at);
      const payload = payloadOf(step, names, MIDNIGHT, clock.now());
      const answer = await core.orders.submit({ id: core.ids.next(), type: step.type, payload }, seatNamed(step.seat));
      if (answer.ok) throw new Error(`${step.at} ${step.seat} ${step.type} was taken.`);
      return answer;
    },
    document: (kind, id) => core.world.get(kind, id) ?? unknown(id),
    idOf,
    world: core.world,
    due: (name, rule) =>
      (incident(name).deadlines ?? [])
        .filter((row) => row.rule === rule)
        .map(({ kind, dueAt, met, late }) => ({
          kind,
          at: wallOf(dueAt),
          ...(late ? { late } : {}),
          ...(met ? { met: met.reason ?? wallOf(met.at) } : {}),
        })),
    close,
  };
}

/** `+6 09:00`: an instant as a wall time of the scenario. */
function wallOf(instant: string): WallTime {
  const minutes = Math.round((Date.parse(instant) - MIDNIGHT.getTime()) / MINUTE_MS);
  const [day, of] = [Math.floor(minutes / 1440), minutes % 1440];
  const time = `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  return day === 0 ? time : `+${day} ${time}`;
}

function unknown(name: string): never {
  throw new Error(`There is no ${name} in this scenario.`);
}
