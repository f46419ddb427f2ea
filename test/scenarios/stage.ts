import type { Incident } from '#shared/incident/state.ts';
import type { Order } from '#shared/catalogue.ts';
import type { Refused } from '#shared/order.ts';
import type { Seat } from '#shared/seat.ts';
import type { Core } from '#server/core.ts';
import type { DrivenClock } from '#test/support/driven-clock.ts';
import { until as untilSeen } from '#test/support/until.ts';
import { payloadOf } from './play.ts';
import type { Step } from './step.ts';
import { minutesOf, type WallTime } from './wall-time.ts';

type Given = Pick<Order, 'type'> & { payload: unknown };

/** A core whose clock stands at a scenario's own time: everything is ordered at the minute it was given, and what comes due comes due. */
export interface Stage {
  /** Lets time go by until a wall time; what is past already stays so. */
  until(at: WallTime): Promise<void>;
  untilInstant(at: Date): Promise<void>;
  give(seat: Seat, order: Given): Promise<Record<string, string>>;
  /** Gives a step's order now. */
  order(step: Step): Promise<void>;
  /** Gives each step its own minute. */
  play(steps: readonly Step[]): Promise<void>;
  /** Plays a step that is refused, and answers with why. */
  refused(step: Step): Promise<Refused>;
  /** The id behind a name that a step gave. */
  idOf(name: string): string;
  incident(name: string): Incident;
  names: ReadonlyMap<string, string>;
}

export interface StageOptions {
  core: Core;
  clock: DrivenClock;
  /** Where the scenario's day begins. */
  anchor: Date;
  seatNamed: (username: string) => Seat;
}

const MINUTE_MS = 60_000;

export function stageOn({ core, clock, anchor, seatNamed }: StageOptions): Stage {
  const names = new Map<string, string>();

  async function give(seat: Seat, order: Given): Promise<Record<string, string>> {
    const answer = await core.orders.submit({ id: core.ids.next(), ...order }, seat);
    if (!answer.ok) throw new Error(`${order.type} was refused (${answer.code}): ${answer.message} ${JSON.stringify(answer.details ?? [])}`);
    return answer.refs;
  }

  async function untilInstant(at: Date): Promise<void> {
    await clock.advance(Math.max(0, at.getTime() - clock.now().getTime()));
    // What came due is ordered in its own turn, and written.
    await untilSeen('what came due was ordered', () => core.clockwork.overdue() === 0);
  }

  const until = (at: WallTime): Promise<void> => untilInstant(new Date(anchor.getTime() + minutesOf(at) * MINUTE_MS));
  const givenBy = (step: Step): Given => ({ type: step.type, payload: payloadOf(step, names, anchor, clock.now()) });
  const idOf = (name: string): string => names.get(name) ?? unknown(name);

  async function order(step: Step): Promise<void> {
    const refs = await give(seatNamed(step.seat), givenBy(step));
    const made = refs[step.type.split('.')[0] ?? ''];
    if (step.names !== undefined && made !== undefined) names.set(step.names, made);
  }

  return {
    names,
    give,
    until,
    untilInstant,
    order,
    idOf,
    incident: (name) => core.world.get('incident', idOf(name)) ?? unknown(name),
    async play(steps) {
      for (const step of steps) {
        await until(step.at);
        await order(step);
      }
    },
    async refused(step) {
      await until(step.at);
      const answer = await core.orders.submit({ id: core.ids.next(), ...givenBy(step) }, seatNamed(step.seat));
      if (answer.ok) throw new Error(`${step.at} ${step.seat} ${step.type} was taken.`);
      return answer;
    },
  };
}

export function unknown(name: string): never {
  throw new Error(`There is no ${name} in this scenario.`);
}
