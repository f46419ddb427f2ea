import { setTimeout as sleep } from 'node:timers/promises';
import type { Applied } from '#shared/order.ts';
import { v7 } from 'uuid';
import { apiOf } from './api.ts';
import { NAME_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Step } from './step.ts';
import { anchorFor, instantOf, minutesOf, spokenTimes } from './wall-time.ts';

export interface Played {
  step: Step;
  answer: Applied;
}

export interface PlayOptions {
  now?: () => Date;
  /** Local midnight of the scenario's day; by default the last one for which the whole scenario lies in the past. */
  anchor?: Date;
  /** Minutes of the scenario to a minute of the clock; absent: as fast as they are answered. */
  speed?: number;
  /** Incidents that earlier steps have named; what this scenario names is added. */
  names?: Map<string, string>;
  /** The same step's order keeps its id when the scenario is played again, so it is taken once. */
  orderId?: (step: Step, n: number) => string;
  played?: (played: Played) => void;
}

/** Gives a scenario's orders through the public API, each by its seat and in order. A refused order ends it: the script is wrong, or the server is. */
export async function playScenario(
  baseUrl: string,
  tokens: Readonly<Record<string, string>>,
  steps: readonly Step[],
  options: PlayOptions = {},
): Promise<Played[]> {
  const { now = () => new Date(), speed, names = new Map<string, string>(), orderId = () => v7(), played } = options;
  const first = steps[0]?.at ?? '00:00';
  const anchor = options.anchor ?? anchorFor(now(), steps.at(-1)?.at ?? first);
  const startedAt = now().getTime();
  const done: Played[] = [];
  for (const [n, step] of steps.entries()) {
    if (speed !== undefined) await sleep(Math.max(0, startedAt + ((minutesOf(step.at) - minutesOf(first)) * 60_000) / speed - now().getTime()));
    const token = tokens[step.seat];
    if (token === undefined) throw new Error(`Nobody has signed in for the seat ${step.seat}.`);
    const answer = await apiOf(baseUrl, token).order({ id: orderId(step, n), type: step.type, payload: payloadOf(step, names, anchor, now()) });
    if (!answer.ok)
      throw new Error(`${step.at} ${step.seat} ${step.type} was refused (${answer.code}): ${answer.message} ${JSON.stringify(answer.details ?? [])}`);
    // An order's own document is named by its domain: a draft makes a report, of an incident.
    const made = answer.refs[step.type.split('.')[0] ?? ''];
    if (step.names !== undefined && made !== undefined) names.set(step.names, made);
    const result = { step, answer };
    done.push(result);
    played?.(result);
  }
  return done;
}

/** What a step orders, with instants for its wall times and ids for its names. */
export function payloadOf(step: Step, names: ReadonlyMap<string, string>, anchor: Date, now: Date): Record<string, unknown> {
  const payload: Record<string, unknown> = { ...step.payload };
  for (const field of NAME_FIELDS) {
    const name = payload[field];
    if (typeof name === 'string') payload[field] = names.get(name) ?? unnamed(name);
  }
  for (const field of TIME_FIELDS) {
    const time = payload[field];
    if (typeof time === 'string') payload[field] = instantOf(time, anchor, now);
  }
  for (const field of TEXT_FIELDS) {
    const text = payload[field];
    if (typeof text === 'string') payload[field] = spokenTimes(text, anchor);
  }
  const { noticed } = payload;
  if (typeof noticed === 'object' && noticed !== null)
    payload['noticed'] = Object.fromEntries(Object.entries(noticed).map(([level, time]) => [level, instantOf(String(time), anchor, now)]));
  return payload;
}

function unnamed(name: string): never {
  throw new Error(`No step before has named ${name}.`);
}
