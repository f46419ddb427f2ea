import type { Payload } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor, Role } from '#shared/seat.ts';
import { minutesBetween, normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { Named } from './events.ts';
import { isOfficer, mayBeOfficer, mayLead, mayPlan } from './policy.ts';
import type { Shift } from './state.ts';

const LONGEST_HOURS = 48;

/** Two shifts of an organisation that begin at the same instant are the same shift. */
export const shiftIdOf = (org: string, from: string): string => `${org}.${normaliseInstant(from).replaceAll(/[-:]|\.\d+/g, '')}`;

export function decidePlan(world: World, { org: given, shifts }: Payload<'duty.plan'>, actor: Actor, now: string): Decided {
  const org = given ?? actor.org;
  if (!mayPlan(actor, org)) refuse('not-permitted', 'The duty office and the leaders of an organisation plan its shifts.');
  const planned = shifts.map(({ from, to, officers, leader }, i) => {
    const shift = { shiftId: shiftIdOf(org, from), from: normaliseInstant(from), to: normaliseInstant(to), officers, leader };
    const path = `shifts.${i}`;
    const hours = minutesBetween(shift.from, shift.to) / 60;
    if (hours <= 0 || hours > LONGEST_HOURS)
      refuse('invalid', `A shift ends after it begins, within ${LONGEST_HOURS} hours.`, [{ path: `${path}.to`, message: 'wrong end' }]);
    if (shift.to <= now) refuse('duty.over', 'This shift has passed.', [{ path: `${path}.to`, message: 'has passed' }]);
    if (new Set(officers.map(({ id }) => id)).size < officers.length)
      refuse('invalid', 'The same officer is named twice.', [{ path: `${path}.officers`, message: 'named twice' }]);
    for (const officer of officers) ownStaff(world, org, officer, mayBeOfficer, `${path}.officers`);
    ownStaff(world, org, leader, mayLead, `${path}.leader`);
    return shift;
  });
  noOverlap(world, org, planned);
  const [first] = planned;
  return { events: [{ type: 'duty.planned', org, shifts: planned }], refs: first ? { shift: first.shiftId } : {} };
}

/** 值班 is for one's own staff, not for somebody lent or retired: only accounts with a seat of the organisation. */
export function ownStaff(world: World, org: string, { id, name }: Named, fits: (role: Role) => boolean, path: string): void {
  const staff = world.get('staff', id);
  if (!staff || staff.org !== org || staff.disabled || !fits(staff.role))
    refuse('duty.not-own-staff', `${name} has no such seat of this organisation.`, [{ path, message: 'not own staff' }]);
}

function noOverlap(world: World, org: string, planned: readonly { shiftId: string; from: string; to: string }[]): void {
  const ids = new Set(planned.map(({ shiftId }) => shiftId));
  const others: { id: string; from: string; to: string }[] = [];
  for (const shift of world.all('shift')) {
    if (shift.org !== org) continue;
    if (!ids.has(shift.id)) others.push(shift);
    else if (shift.status !== 'planned') refuse('duty.under-way', `The shift of ${shift.from} has begun: it is not planned anew.`);
  }
  const all = [...others, ...planned.map(({ shiftId: id, from, to }) => ({ id, from, to }))].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [i, shift] of all.entries()) {
    const next = all[i + 1];
    if (next && next.from < shift.to && (ids.has(shift.id) || ids.has(next.id)))
      refuse('duty.overlap', `The shifts of ${shift.from} and ${next.from} overlap.`, [{ path: 'shifts', message: 'overlap', current: next.from }]);
  }
}

export function decideCancel(shift: Shift, { reason }: Payload<'duty.cancel'>, actor: Actor): Decided {
  if (!mayPlan(actor, shift.org)) refuse('not-permitted', 'The duty office and the leaders of an organisation plan its shifts.');
  if (shift.status !== 'planned') refuse('duty.under-way', 'This shift has begun already.');
  return { events: [{ type: 'duty.cancelled', shiftId: shift.id, reason }], refs: { shift: shift.id } };
}

export function decideSwap(world: World, shift: Shift, { to, forShiftId, reason }: Payload<'duty.swap'>, actor: Actor): Decided {
  if (shift.status !== 'planned') refuse('duty.under-way', 'This shift has begun already.');
  if (!isOfficer(actor, shift)) refuse('not-permitted', 'An officer asks for a change of an own shift.');
  if (openSwap(shift)) refuse('duty.swap-open', 'A change of this shift waits for its answer.');
  ownStaff(world, shift.org, to, mayBeOfficer, 'to');
  if (isOfficer(to, shift)) refuse('duty.same-person', 'This colleague is on this shift already.');
  if (forShiftId !== undefined) exchanged(world, shift, forShiftId, to, actor);
  const by = { id: actor.id, name: actor.name };
  const event = { type: 'duty.swap-proposed', shiftId: shift.id, by, to, ...(forShiftId === undefined ? {} : { forShiftId }), reason } as const;
  return { events: [event], refs: { shift: shift.id } };
}

/** Whoever was asked answers. What holds when it is proposed must hold still. */
export function decideAnswer(world: World, shift: Shift, { accept, reason }: Payload<'duty.answer'>, actor: Actor): Decided {
  const asked = openSwap(shift) ?? refuse('duty.no-swap', 'No change of this shift waits for an answer.');
  if (actor.id !== asked.to.id && !(actor.id === asked.by.id && !accept)) refuse('not-permitted', 'Whoever was asked answers.');
  if (accept) {
    if (shift.status !== 'planned') refuse('duty.under-way', 'This shift has begun already.');
    if (!isOfficer(asked.by, shift) || isOfficer(asked.to, shift)) refuse('duty.no-swap', 'The crew of this shift was changed meanwhile.');
    if (asked.forShiftId !== undefined) exchanged(world, shift, asked.forShiftId, asked.to, asked.by);
  }
  const event = { type: 'duty.swap-answered', shiftId: shift.id, accepted: accept, ...(reason === undefined ? {} : { reason }) } as const;
  return { events: [event], refs: { shift: shift.id } };
}

/** The shift that is given in exchange is a planned one of the same organisation, and the colleague's. */
function exchanged(world: World, shift: Shift, forShiftId: string, giver: Pick<Named, 'id'>, taker: Pick<Named, 'id'>): void {
  const other = world.get('shift', forShiftId);
  if (!other || other.org !== shift.org || other.status !== 'planned' || !isOfficer(giver, other) || isOfficer(taker, other))
    refuse('duty.no-swap', 'The shift in exchange is not one that this colleague can give.', [{ path: 'forShiftId', message: 'not theirs to give' }]);
}

export const openSwap = ({ swaps = [] }: Pick<Shift, 'swaps'>) => swaps.findLast(({ answered }) => !answered);
