import type { Side } from './orders.ts';
import type { HandoverItem } from './items.ts';

export interface Named {
  id: string;
  name: string;
}

/** A line of the duty log that an event writes, and who reads it. */
interface Line {
  dutylogId: string;
  shiftId: string;
  org: string;
  readers: readonly string[];
}

export interface DutyPlanned {
  type: 'duty.planned';
  org: string;
  shifts: readonly { shiftId: string; from: string; to: string; officers: readonly Named[]; leader: Named }[];
}

export interface DutyCancelled {
  type: 'duty.cancelled';
  shiftId: string;
  reason: string;
}

export interface DutySwapProposed {
  type: 'duty.swap-proposed';
  shiftId: string;
  by: Named;
  to: Named;
  forShiftId?: string;
  reason: string;
}

export interface DutySwapAnswered {
  type: 'duty.swap-answered';
  shiftId: string;
  accepted: boolean;
  reason?: string;
}

export interface DutyStarted extends Line {
  type: 'duty.started';
}

export interface DutyNoted extends Line {
  type: 'duty.noted';
  text: string;
  claimedAt?: string;
}

export interface DutyCorrected {
  type: 'duty.corrected';
  dutylogId: string;
  text: string;
  reason: string;
}

export interface Check {
  of: 'officers' | 'leader';
  result: 'answered' | 'no-answer';
  minutes?: number;
  /** The leader was reached later than agreed. */
  late?: true;
}

export interface DutyChecked extends Line {
  type: 'duty.checked';
  check: Check;
  text?: string;
}

export interface DutyHandoverOpened extends Line {
  type: 'duty.handover-opened';
  handoverId: string;
  toShiftId: string;
  items: readonly HandoverItem[];
  text?: string;
}

export interface DutyTaken {
  type: 'duty.taken';
  handoverId: string;
  items: readonly (HandoverItem & { owner: Named })[];
}

export interface DutyResumed extends Line {
  type: 'duty.resumed';
  handoverId: string;
  reason: string;
}

export interface DutySigned {
  type: 'duty.signed';
  handoverId: string;
  as: Side;
  insteadFor?: string;
}

/** All have signed: the post has changed hands. `settled` were done before anybody had to take them. */
export interface DutyHandedOver extends Line {
  type: 'duty.handed-over';
  handoverId: string;
  toShiftId: string;
  settled: readonly string[];
}

export interface DutyReliefLate extends Line {
  type: 'duty.relief-late';
}

export interface DutyArchived {
  type: 'duty.archived';
  shiftId: string;
}

export type DutyEvent =
  | DutyPlanned
  | DutyCancelled
  | DutySwapProposed
  | DutySwapAnswered
  | DutyStarted
  | DutyNoted
  | DutyCorrected
  | DutyChecked
  | DutyHandoverOpened
  | DutyTaken
  | DutyResumed
  | DutySigned
  | DutyHandedOver
  | DutyReliefLate
  | DutyArchived;
