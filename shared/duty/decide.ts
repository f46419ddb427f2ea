import type { Order } from '#shared/catalogue.ts';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { decideHand, decideResume, decideSign, decideTake } from './hand-over.ts';
import { lineOf } from './line.ts';
import { decideAnswer, decideCancel, decidePlan, decideSwap } from './plan.ts';
import { isOnPost, LEADER_REACH_MINUTES, mayCheck, mayStart, mayWrite, RELIEF_LATE_MINUTES, START_EARLY_MINUTES } from './policy.ts';
import { shiftOnPost, type Shift } from './state.ts';

type DutyOrder = Extract<Order, { type: `duty.${string}` }>;
type Payload<T extends DutyOrder['type']> = Extract<DutyOrder, { type: T }>['payload'];

export function decideDuty(world: World, order: DutyOrder, actor: Actor, now: string): Decided {
  const { id } = order;
  switch (order.type) {
    case 'duty.plan':
      return decidePlan(world, order.payload, actor, now);
    case 'duty.cancel':
      return decideCancel(shiftOf(world, order.payload.shiftId), order.payload, actor);
    case 'duty.swap':
      return decideSwap(world, shiftOf(world, order.payload.shiftId), order.payload, actor);
    case 'duty.answer':
      return decideAnswer(world, shiftOf(world, order.payload.shiftId), order.payload, actor);
    case 'duty.start':
      return decideStart(world, shiftOf(world, order.payload.shiftId), id, actor, now);
    case 'duty.note':
      return decideNoteDuty(world, order.payload, id, actor, now);
    case 'duty.correct':
      return decideCorrectDuty(world, order.payload, actor);
    case 'duty.check':
      return decideCheck(shiftOf(world, order.payload.shiftId), order.payload, id, actor);
    case 'duty.hand':
      return decideHand(world, shiftOf(world, order.payload.shiftId), shiftOf(world, order.payload.toShiftId), order.payload, id, actor);
    case 'duty.take':
      return decideTake(world, order.payload, actor);
    case 'duty.resume':
      return decideResume(world, order.payload, id, actor);
    case 'duty.sign':
      return decideSign(world, order.payload, id, actor);
    case 'duty.alarm':
      return decideAlarm(world, shiftOf(world, order.payload.shiftId), id, actor, now);
    case 'duty.archive':
      return decideArchiveShift(shiftOf(world, order.payload.shiftId), actor, now);
    default:
      return order satisfies never;
  }
}

export function shiftOf(world: World, id: string): Shift {
  return world.get('shift', id) ?? refuse('duty.unknown', 'There is no such shift.', [{ path: 'shiftId', message: 'unknown shift' }]);
}

/** 接班 without a handover: the first shift there is, or one after a gap. Otherwise the post is handed over. */
function decideStart(world: World, shift: Shift, id: string, actor: Actor, now: string): Decided {
  if (shift.status !== 'planned') refuse('duty.under-way', 'This shift has begun already.');
  if (!mayStart(actor, shift)) refuse('not-permitted', 'An officer of the shift takes the post, with an own account.');
  const before = shiftOnPost(world.all('shift'), shift.org);
  if (before) refuse('duty.handover-first', 'Another shift is at the post: it hands over.', [{ path: 'shiftId', message: 'at the post', current: before.id }]);
  if (now < addMinutes(shift.from, -START_EARLY_MINUTES)) refuse('duty.too-early', `This shift begins at ${shift.from}.`);
  if (now >= shift.to) refuse('duty.over', `This shift was to end at ${shift.to}.`);
  return { events: [{ ...lineOf(shift, id), type: 'duty.started' }], refs: { shift: shift.id } };
}

function decideNoteDuty(world: World, { text, at }: Payload<'duty.note'>, id: string, actor: Actor, now: string): Decided {
  if (!mayWrite(actor, actor.org)) refuse('not-permitted', 'Duty officers and leaders write in the duty log.');
  const shift = shiftOnPost(world.all('shift'), actor.org) ?? refuse('duty.nobody', 'No shift of this organisation is at the post.');
  const claimed = at === undefined ? {} : { claimedAt: claimedAt(at, now) };
  return { events: [{ ...lineOf(shift, id), type: 'duty.noted', text, ...claimed }], refs: { dutylog: id, shift: shift.id } };
}

function decideCorrectDuty(world: World, { dutylogId, text, reason }: Payload<'duty.correct'>, actor: Actor): Decided {
  const line = world.get('dutylog', dutylogId);
  if (!line || !line.readers.includes(`org:${actor.org}`)) return refuse('duty.unknown-line', 'There is no such entry of the duty log.');
  if (!mayWrite(actor, line.org)) refuse('not-permitted', 'The duty office that wrote it corrects it.');
  if (line.entry !== 'duty.noted') refuse('duty.not-words', 'Only what somebody has written is corrected.');
  if (world.get('shift', line.shiftId)?.status === 'closed') refuse('duty.closed', 'The shift is closed: its log can only be read.');
  return { events: [{ type: 'duty.corrected', dutylogId, text, reason }], refs: { dutylog: dutylogId } };
}

/** 查岗. A leader who answers later than agreed has answered late. */
function decideCheck(shift: Shift, { of, result, minutes, text }: Payload<'duty.check'>, id: string, actor: Actor): Decided {
  if (!mayCheck(actor, shift, of))
    refuse('not-permitted', 'A leader or the duty office above checks a post; its own officers check whether the leader answers.');
  if (!isOnPost(shift)) refuse('duty.not-on-post', 'This shift is not at the post.');
  const late = of === 'leader' && result === 'answered' && (minutes ?? 0) > LEADER_REACH_MINUTES;
  const check = { of, result, ...(minutes === undefined ? {} : { minutes }), ...(late ? ({ late: true } as const) : {}) };
  return { events: [{ ...lineOf(shift, id), type: 'duty.checked', check, ...(text === undefined ? {} : { text }) }], refs: { dutylog: id, shift: shift.id } };
}

/** The post did not change hands in time: whoever has it keeps it, and the leader learns of it. */
function decideAlarm(world: World, shift: Shift, id: string, actor: Actor, now: string): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The clockwork gives this alarm.');
  const since = isOnPost(shift) ? shift.to : shift.from;
  const covered = shift.status === 'closed' || (shift.status === 'planned' && shiftOnPost(world.all('shift'), shift.org) !== undefined);
  if (covered || shift.reliefLateAt !== undefined || now < addMinutes(since, RELIEF_LATE_MINUTES)) refuse('duty.not-late', 'The post is taken in time.');
  return { events: [{ ...lineOf(shift, id), type: 'duty.relief-late' }], refs: { shift: shift.id } };
}

function decideArchiveShift(shift: Shift, actor: Actor, now: string): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The clockwork archives shifts.');
  if (isOnPost(shift) || (shift.status === 'planned' && shift.to > now)) refuse('duty.under-way', 'The shift is still needed.');
  return { events: [{ type: 'duty.archived', shiftId: shift.id }], refs: { shift: shift.id } };
}
