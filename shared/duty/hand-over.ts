import type { Payload } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { refuse, type RefusalDetail } from '#shared/refusal.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { handoverItems, type HandoverItem } from './items.ts';
import { lineOf } from './line.ts';
import { isLeaderOf, isOfficer, mayHand } from './policy.ts';
import { SIDES } from './orders.ts';
import type { Handover, Shift } from './state.ts';

/** 交班: what is open is written on the sheet. It is not final: what comes meanwhile is added before anybody signs. */
export function decideHand(world: World, shift: Shift, next: Shift, { text }: Payload<'duty.hand'>, id: string, actor: Actor): Decided {
  if (!isOfficer(actor, shift)) refuse('not-permitted', 'An officer of the shift at the post hands it over.');
  if (!mayHand(actor, shift)) refuse('duty.not-on-post', 'This shift is not at the post, or hands over already.');
  if (next.org !== shift.org || next.status !== 'planned' || next.id === shift.id)
    refuse('duty.no-relief', 'The next shift is a planned one of the same organisation.', [{ path: 'toShiftId', message: 'no relief' }]);
  const items = handoverItems(world, shift.org);
  const said = text === undefined ? {} : { text };
  const event = { ...lineOf(shift, id), type: 'duty.handover-opened', handoverId: id, toShiftId: next.id, items, ...said } as const;
  return { events: [event], refs: { handover: id, shift: shift.id } };
}

export function decideTake(world: World, { handoverId, items }: Payload<'duty.take'>, actor: Actor): Decided {
  const { handover, into } = open(world, handoverId);
  if (!isOfficer(actor, into)) refuse('not-permitted', 'An officer of the shift that takes over ticks the items.');
  const known = new Map<string, HandoverItem>([...handover.items, ...handoverItems(world, handover.org)].map((item) => [item.key, item]));
  const taken = items.map(({ key, owner: id }, i) => {
    const item = known.get(key) ?? refuse('duty.unknown-item', 'There is no such item to take over.', [{ path: `items.${i}.key`, message: 'unknown item' }]);
    const owner = [...into.officers, into.leader].find((one) => one.id === id);
    return {
      ...bare(item),
      owner:
        owner ?? refuse('duty.not-of-shift', 'Somebody of the shift that takes over owns it.', [{ path: `items.${i}.owner`, message: 'not of the shift' }]),
    };
  });
  return { events: [{ type: 'duty.taken', handoverId, items: taken }], refs: { handover: handoverId } };
}

/** The relief did not come, or has to leave: the outgoing shift stays. */
export function decideResume(world: World, { handoverId, reason }: Payload<'duty.resume'>, id: string, actor: Actor): Decided {
  const { out } = open(world, handoverId);
  if (!isOfficer(actor, out) && !isLeaderOf(actor, [out])) refuse('not-permitted', 'The outgoing shift or its leader takes a handover back.');
  return { events: [{ ...lineOf(out, id), type: 'duty.resumed', handoverId, reason }], refs: { handover: handoverId, shift: out.id } };
}

/** Each signs what all see. With the last signature the post changes hands. */
export function decideSign(world: World, { handoverId, as, insteadFor }: Payload<'duty.sign'>, id: string, actor: Actor): Decided {
  const { handover, out, into } = open(world, handoverId);
  mustBeTheirs(as, insteadFor, actor, out, into);
  if (handover.signatures[as]) refuse('duty.signed', 'It is signed for this side already.');
  if (SIDES.some((side) => handover.signatures[side]?.by.id === actor.id)) refuse('duty.same-person', 'Nobody signs for two sides.');
  const current = handoverItems(world, handover.org);
  const owned = new Set(handover.items.filter(({ owner }) => owner).map(({ key }) => key));
  const unowned = current.filter(({ key }) => !owned.has(key));
  if (unowned.length > 0) refuse('duty.unowned', `${unowned.length} items have nobody who takes them.`, unowned.map(detailOf));
  const signed = { type: 'duty.signed', handoverId, as, ...(insteadFor === undefined ? {} : { insteadFor }) } as const;
  const refs = { handover: handoverId, shift: out.id };
  if (SIDES.some((side) => side !== as && !handover.signatures[side])) return { events: [signed], refs };
  const still = new Set(current.map(({ key }) => key));
  const settled = handover.items.filter(({ key }) => !still.has(key)).map(({ key }) => key);
  return { events: [signed, { ...lineOf(out, id), type: 'duty.handed-over', handoverId, toShiftId: into.id, settled }], refs };
}

function mustBeTheirs(as: Payload<'duty.sign'>['as'], insteadFor: string | undefined, actor: Actor, out: Shift, into: Shift): void {
  if (insteadFor !== undefined) {
    if (as !== 'outgoing' || !isLeader(actor) || actor.org !== out.org)
      refuse('not-permitted', 'A leader may sign for an outgoing officer who can not, and for nobody else.');
    return;
  }
  const theirs = as === 'leader' ? isLeaderOf(actor, [out, into]) : isOfficer(actor, as === 'outgoing' ? out : into);
  if (!theirs) refuse('not-permitted', 'Each side signs with an own account.');
}

function open(world: World, id: string): { handover: Handover; out: Shift; into: Shift } {
  const handover = world.get('handover', id);
  const out = handover && world.get('shift', handover.shiftId);
  const into = handover && world.get('shift', handover.toShiftId);
  if (!handover || !out || !into) return refuse('duty.unknown-handover', 'There is no such handover.', [{ path: 'handoverId', message: 'unknown handover' }]);
  if (handover.status !== 'open') refuse('duty.closed', 'This handover is closed: it can only be read.');
  return { handover, out, into };
}

/** The item as it is known, without what an earlier tick has put on it. */
function bare({ key, kind, incidentId, number, title, dueAt, rule, report, status, text }: HandoverItem): HandoverItem {
  const given = { title, dueAt, rule, report, status, text };
  // What is not given stays absent.
  return { key, kind, incidentId, number, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) } as HandoverItem;
}

function detailOf({ key, number, kind, rule, dueAt }: HandoverItem): RefusalDetail {
  const what = kind === 'deadline' ? `${number}: a report by ${rule} is due at ${dueAt}` : `${number}: ${kind}`;
  return { path: key, message: what, ...(dueAt === undefined ? {} : { current: dueAt }) };
}
