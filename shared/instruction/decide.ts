import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { inMode } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { climbedSince, ladderOf } from './climb.ts';
import type { Addressee } from './events.ts';
import { isBelow, isUnanswered, mayAcknowledge, mayFinish, mayInstruct, mayPass, mayReportBack } from './policy.ts';
import type { Instruction } from './state.ts';

export type InstructionOrder = Extract<Order, { type: `instruction.${string}` }>;
type Payload<T extends InstructionOrder['type']> = Extract<InstructionOrder, { type: T }>['payload'];

export function decideGive(world: World, incident: Incident, order: Payload<'instruction.give'>, id: string, actor: Actor, now: string): Decided {
  if (!mayInstruct(actor)) refuse('not-permitted', 'Only a leader gives instructions, or a duty officer records one for a leader.');
  if (!isLeader(actor) && order.onBehalfOf === undefined)
    refuse('instruction.whose', 'Say the post of the leader who has given it.', [{ path: 'onBehalfOf', message: 'is missing' }]);
  if (incident.status === 'closed') refuse('incident.closed', `Incident ${incident.number} is closed.`);
  const target = addressee(world, order.to, actor.org);
  const dueAt = order.dueAt === undefined ? undefined : normaliseInstant(order.dueAt);
  if (dueAt !== undefined && dueAt <= now) refuse('invalid', 'dueAt has passed.', [{ path: 'dueAt', message: 'has passed' }]);
  const { text, onBehalfOf } = order;
  const event = {
    ...nextEntry(incident),
    type: 'instruction.given',
    instructionId: id,
    incidentNumber: incident.number,
    text,
    to: named(target),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    exercise: incident.exercise,
    alsoReadBy: inMode([`org:${target.id}`], incident.exercise),
  } as const;
  return { events: [event], refs: { instruction: id, incident: incident.id } };
}

/** What follows from an order about an instruction that was given. */
export function decideInstruction(
  world: World,
  instruction: Instruction,
  order: Exclude<InstructionOrder, { type: 'instruction.give' }>,
  actor: Actor,
): Decided {
  const incident = world.get('incident', instruction.incidentId);
  if (!incident) return refuse('instruction.unknown', 'The incident of this instruction is gone.');
  const about = { ...nextEntry(incident), instructionId: instruction.id };
  const refs = { instruction: instruction.id, incident: incident.id };
  const target = world.get('organisation', instruction.to.org);
  switch (order.type) {
    case 'instruction.pass':
      return { events: [{ ...about, type: 'instruction.passed', ...passed(world, instruction, order.payload, actor) }], refs };
    case 'instruction.acknowledge':
      inState(isUnanswered(instruction), instruction);
      permitted(mayAcknowledge(actor, instruction));
      return { events: [{ ...about, type: 'instruction.acknowledged' }], refs };
    case 'instruction.done':
      inState(instruction.status === 'acknowledged', instruction);
      permitted(mayFinish(actor, instruction));
      return { events: [{ ...about, type: 'instruction.done', text: order.payload.text }], refs };
    case 'instruction.report':
      inState(instruction.status === 'done', instruction);
      permitted(mayReportBack(actor, instruction, target));
      return { events: [{ ...about, type: 'instruction.reported', text: order.payload.text }], refs };
    case 'instruction.climb': {
      const { rung } = order.payload;
      if (actor.role !== 'system') refuse('not-permitted', 'Instructions climb by the clockwork.');
      const room = target && ladderOf(target)[rung - 1];
      inState(isUnanswered(instruction) && rung > climbedSince(instruction), instruction);
      if (room === undefined) return refuse('instruction.state', 'There is no level above.');
      const alsoReadBy = [...new Set([...instruction.alsoReadBy, ...inMode([room], instruction.exercise)])];
      return { events: [{ ...about, type: 'instruction.climbed', rung, to: room, alsoReadBy }], refs };
    }
    default:
      return order satisfies never;
  }
}

function passed(
  world: World,
  instruction: Instruction,
  order: Payload<'instruction.pass'>,
  actor: Actor,
): { to?: Addressee; text?: string; alsoReadBy: readonly string[] } {
  inState(instruction.status !== 'done' && instruction.status !== 'reported', instruction);
  permitted(mayPass(actor, instruction, world.get('organisation', instruction.to.org)));
  const target = order.to === undefined ? undefined : addressee(world, order.to, actor.org);
  if (!target && actor.org === instruction.to.org) refuse('invalid', 'Say to whom it is handed on.', [{ path: 'to', message: 'is missing' }]);
  if (target?.id === actor.org) refuse('invalid', 'It can not be handed on to oneself.', [{ path: 'to', message: 'is the same' }]);
  const more = target ? inMode([`org:${target.id}`], instruction.exercise) : [];
  return {
    ...(target ? { to: named(target) } : {}),
    ...(order.text === undefined ? {} : { text: order.text }),
    alsoReadBy: [...new Set([...instruction.alsoReadBy, ...more])],
  };
}

function addressee(world: World, id: string, from: string): Organisation {
  const target = world.get('organisation', id);
  if (!target) return refuse('organisation.unknown', 'There is no such organisation.', [{ path: 'to', message: 'unknown organisation' }]);
  if (!isBelow(target, from))
    refuse('instruction.not-below', 'Instructions go to an organisation of your own or below.', [{ path: 'to', message: 'is not below' }]);
  return target;
}

const named = ({ id, name }: Organisation): Addressee => ({ org: id, name });

function permitted(may: boolean): void {
  if (!may) refuse('not-permitted', 'This seat has no part in this instruction.');
}

function inState(fits: boolean, { status }: Instruction): void {
  if (!fits) refuse('instruction.state', `The instruction is ${status} already or not yet that far.`);
}
