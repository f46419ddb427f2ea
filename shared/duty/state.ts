import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { Check, DutyEvent, Named } from './events.ts';
import type { HandoverItem } from './items.ts';
import type { Side } from './orders.ts';
import { isOnPost, SHIFT_READERS } from './policy.ts';

export const SHIFT_STATES = ['planned', 'on_duty', 'handing_over', 'closed'] as const;
export type ShiftStatus = (typeof SHIFT_STATES)[number];

export interface Swap {
  by: Named;
  to: Named;
  forShiftId?: string;
  reason: string;
  at: string;
  answered?: { at: string; accepted: boolean; reason?: string };
}

/** One turn of a duty office: who is at the post, and under which leader. */
export interface Shift extends Stamp {
  org: string;
  from: string;
  to: string;
  officers: readonly Named[];
  leader: Named;
  status: ShiftStatus;
  plannedBy: Author;
  plannedAt: string;
  startedAt?: string;
  startedBy?: Author;
  closedAt?: string;
  /** Changes of crew that were asked for. The leader on duty is told of each. */
  swaps?: readonly Swap[];
  /** Since when its relief, or before its start the shift itself, is overdue. The log keeps it for good. */
  reliefLateAt?: string;
  handoverId?: string;
}

/** A line of the duty log, exact to the minute. Never edited: corrections stand beside what was written. */
export interface Dutylog extends Stamp {
  shiftId: string;
  org: string;
  at: string;
  claimedAt?: string;
  by: Author;
  entry: DutyEvent['type'];
  text: string;
  check?: Check;
  corrections?: readonly { text: string; reason: string; at: string; by: Author }[];
}

export interface HandedItem extends HandoverItem {
  addedAt: string;
  owner?: Named;
  tickedBy?: Author;
  tickedAt?: string;
  /** It was done before the handover was. */
  settled?: true;
}

type Crew = Pick<Shift, 'from' | 'to' | 'officers' | 'leader'>;

/** The sheet of a handover. Once all have signed nothing changes it any more. */
export interface Handover extends Stamp {
  org: string;
  shiftId: string;
  toShiftId: string;
  openedAt: string;
  openedBy: Author;
  text?: string;
  items: readonly HandedItem[];
  signatures: Partial<Record<Side, { at: string; by: Author; insteadFor?: string }>>;
  status: 'open' | 'withdrawn' | 'signed';
  endedAt?: string;
  /** Who handed over to whom, as it was when it was signed. */
  outgoing?: Crew;
  incoming?: Crew;
}

export function evolveDuty(draft: Draft, event: DutyEvent, at: string, by: Author): void {
  if ('dutylogId' in event && event.type !== 'duty.corrected') putLine(draft, event, at, by);
  switch (event.type) {
    case 'duty.planned':
      for (const { shiftId, ...facts } of event.shifts) {
        const before = draft.get('shift', shiftId);
        if (before && before.status !== 'planned') continue;
        draft.put('shift', { id: shiftId, org: event.org, ...facts, status: 'planned', plannedBy: by, plannedAt: at, readers: SHIFT_READERS });
      }
      return;
    case 'duty.cancelled':
      return draft.retire('shift', event.shiftId);
    case 'duty.swap-proposed': {
      const { type: _type, shiftId, ...swap } = event;
      return patchShift(draft, shiftId, ({ swaps = [] }) => ({ swaps: [...swaps, { ...swap, at }] }));
    }
    case 'duty.swap-answered':
      return swapAnswered(draft, event, at);
    case 'duty.started':
      return takePost(draft, event.shiftId, at, by);
    case 'duty.noted':
    case 'duty.checked':
      return;
    case 'duty.corrected': {
      const line = draft.get('dutylog', event.dutylogId);
      const { text, reason } = event;
      if (line) draft.put('dutylog', { ...line, corrections: [...(line.corrections ?? []), { text, reason, at, by }] });
      return;
    }
    case 'duty.handover-opened': {
      const { handoverId: id, org, shiftId, toShiftId, items, text, readers } = event;
      const said = text === undefined ? {} : { text };
      const added = items.map((item) => ({ ...item, addedAt: at }));
      draft.put('handover', { id, org, shiftId, toShiftId, openedAt: at, openedBy: by, ...said, items: added, signatures: {}, status: 'open', readers });
      return patchShift(draft, shiftId, () => ({ status: 'handing_over', handoverId: id }));
    }
    case 'duty.taken':
      return taken(draft, event, at, by);
    case 'duty.resumed': {
      const handover = draft.get('handover', event.handoverId);
      if (handover) draft.put('handover', { ...handover, status: 'withdrawn', endedAt: at });
      return patchShift(draft, event.shiftId, () => ({ status: 'on_duty' }));
    }
    case 'duty.signed': {
      const handover = draft.get('handover', event.handoverId);
      const { as, insteadFor } = event;
      const signature = { at, by, ...(insteadFor === undefined ? {} : { insteadFor }) };
      if (handover) draft.put('handover', { ...handover, signatures: { ...handover.signatures, [as]: signature } });
      return;
    }
    case 'duty.handed-over':
      return handedOver(draft, event, at);
    case 'duty.relief-late':
      return patchShift(draft, event.shiftId, () => ({ reliefLateAt: at }));
    case 'duty.archived':
      return archived(draft, event.shiftId);
    default:
      event satisfies never;
  }
}

function patchShift(draft: Draft, id: string, change: (shift: Shift) => Partial<Shift>): void {
  const shift = draft.get('shift', id);
  if (shift) draft.put('shift', { ...shift, ...change(shift) });
}

/** That it came late itself says nothing of its own relief. */
function takePost(draft: Draft, id: string, at: string, by: Author | undefined): void {
  const shift = draft.get('shift', id);
  if (!shift) return;
  const { reliefLateAt: _late, ...rest } = shift;
  draft.put('shift', { ...rest, status: 'on_duty', startedAt: at, ...(by ? { startedBy: by } : {}) });
}

function putLine(draft: Draft, event: Extract<DutyEvent, { dutylogId: string; shiftId: string }>, at: string, by: Author): void {
  const { dutylogId: id, shiftId, org, readers, type: entry } = event;
  const text = 'text' in event ? (event.text ?? '') : 'reason' in event ? event.reason : '';
  const claimed = 'claimedAt' in event && event.claimedAt !== undefined ? { claimedAt: event.claimedAt } : {};
  const check = 'check' in event ? { check: event.check } : {};
  draft.put('dutylog', { id, shiftId, org, at, by, entry, text, ...claimed, ...check, readers });
}

function swapAnswered(draft: Draft, event: Extract<DutyEvent, { type: 'duty.swap-answered' }>, at: string): void {
  const { shiftId, accepted, reason } = event;
  const shift = draft.get('shift', shiftId);
  const asked = shift?.swaps?.findLast(({ answered }) => !answered);
  if (!shift || !asked) return;
  const answered = { at, accepted, ...(reason === undefined ? {} : { reason }) };
  const replaced = (officers: readonly Named[], out: Named, into: Named): Named[] => officers.map((one) => (one.id === out.id ? into : one));
  patchShift(draft, shiftId, ({ swaps = [], officers }) => ({
    swaps: swaps.map((swap) => (swap === asked ? { ...swap, answered } : swap)),
    ...(accepted ? { officers: replaced(officers, asked.by, asked.to) } : {}),
  }));
  if (accepted && asked.forShiftId !== undefined) patchShift(draft, asked.forShiftId, ({ officers }) => ({ officers: replaced(officers, asked.to, asked.by) }));
}

/** What is taken anew was not there when somebody signed: they sign again. */
function taken(draft: Draft, event: Extract<DutyEvent, { type: 'duty.taken' }>, at: string, by: Author): void {
  const handover = draft.get('handover', event.handoverId);
  if (!handover) return;
  const byKey = new Map(handover.items.map((item) => [item.key, item]));
  for (const item of event.items) byKey.set(item.key, { addedAt: at, ...byKey.get(item.key), ...item, tickedBy: by, tickedAt: at });
  draft.put('handover', { ...handover, items: [...byKey.values()], signatures: {} });
}

function handedOver(draft: Draft, event: Extract<DutyEvent, { type: 'duty.handed-over' }>, at: string): void {
  const { handoverId, shiftId, toShiftId, settled } = event;
  const handover = draft.get('handover', handoverId);
  const [out, into] = [draft.get('shift', shiftId), draft.get('shift', toShiftId)];
  if (!handover || !out || !into) return;
  const items = handover.items.map((item) => (item.owner === undefined && settled.includes(item.key) ? { ...item, settled: true as const } : item));
  draft.put('handover', { ...handover, items, status: 'signed', endedAt: at, outgoing: crewOf(out), incoming: crewOf(into) });
  patchShift(draft, shiftId, () => ({ status: 'closed', closedAt: at }));
  takePost(draft, toShiftId, at, handover.signatures.incoming?.by);
}

const crewOf = ({ from, to, officers, leader }: Shift): Crew => ({ from, to, officers, leader });

function archived(draft: Draft, shiftId: string): void {
  for (const { id, shiftId: of } of draft.all('dutylog')) if (of === shiftId) draft.retire('dutylog', id);
  for (const { id, shiftId: of } of draft.all('handover')) if (of === shiftId) draft.retire('handover', id);
  draft.retire('shift', shiftId);
}

/** The shift of an organisation that is at the post now. */
export function shiftOnPost(shifts: Iterable<Shift>, org: string): Shift | undefined {
  for (const shift of shifts) if (shift.org === org && isOnPost(shift)) return shift;
  return undefined;
}

/** The shift that answered at an instant: who was at the post, however late the relief was. While two are there, the one of whoever answered. */
export function shiftThatAnswered(shifts: Iterable<Shift>, org: string, at: string, userId?: string): Shift | undefined {
  const there = [...shifts].filter(
    ({ org: of, startedAt, closedAt }) => of === org && startedAt !== undefined && startedAt <= at && (closedAt === undefined || at < closedAt),
  );
  return there.find(({ officers }) => officers.some(({ id }) => id === userId)) ?? there[0];
}
