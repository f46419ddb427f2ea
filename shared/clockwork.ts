import { dueOfAlert } from './alert/due.ts';
import type { Alert } from './alert/state.ts';
import type { Order } from './catalogue.ts';
import { dueOfClaim } from './claim/due.ts';
import type { Claim } from './claim/state.ts';
import { dueOfDispatch, dueOfMission } from './dispatch/due.ts';
import type { Mission } from './dispatch/mission.ts';
import type { Plan } from './plan/state.ts';
import { dueOfPlan } from './plan/issue.ts';
import { dueOfResponse, dueOfTask } from './response/due.ts';
import type { Response, Task } from './response/state.ts';
import { dueOfSchedule } from './schedule/due.ts';
import type { Schedule } from './schedule/state.ts';
import { dueOfIncident } from './incident/due.ts';
import { dueOfShift } from './duty/due.ts';
import { dueOfSketch } from './sketch/due.ts';
import { dueOfCustody } from './person/due.ts';
import { RETENTION_DAYS } from './person/policy.ts';
import type { Custody } from './person/state.ts';
import type { Instruction } from './instruction/state.ts';
import { dueOfMember, dueOfTeam } from './team/due.ts';
import type { Member } from './team/member.ts';
import { dueOfInstruction } from './instruction/climb.ts';
import type { AnyDocument, Kind } from './world.ts';

/** An instant at which the system itself gives an order. The rule, the document and the instant make its id: it happens once. */
export interface Due {
  rule: string;
  at: string;
  order: { [T in Order['type']]: Pick<Extract<Order, { type: T }>, 'type' | 'payload'> }[Order['type']];
}

export interface ClockworkRules {
  archiveAfterHours: number;
  climbAfterMinutes: number;
}

/** The instants at which the system will order something about a document. Asked again whenever the document changes. */
export function dueOf(kind: Kind, doc: AnyDocument, rules: ClockworkRules): Due[] {
  if (kind === 'incident' && 'casualties' in doc) return dueOfIncident(doc, rules.archiveAfterHours);
  if (kind === 'sketch' && 'shape' in doc) return dueOfSketch(doc, rules.archiveAfterHours);
  if (kind === 'shift' && 'officers' in doc) return dueOfShift(doc);
  if (kind === 'dispatch' && 'offers' in doc) return dueOfDispatch(doc);
  // The documents of a kind are of that kind.
  if (kind === 'mission') return dueOfMission(doc as Mission, rules.archiveAfterHours);
  if (kind === 'alert') return dueOfAlert(doc as Alert, rules.archiveAfterHours);
  if (kind === 'plan') return dueOfPlan(doc as Plan);
  if (kind === 'schedule') return dueOfSchedule(doc as Schedule);
  if (kind === 'response') return dueOfResponse(doc as Response);
  if (kind === 'task') return dueOfTask(doc as Task);
  if (kind === 'custody') return dueOfCustody(doc as Custody, RETENTION_DAYS);
  if (kind === 'instruction') return dueOfInstruction(doc as Instruction, rules.climbAfterMinutes);
  if (kind === 'team' && 'strength' in doc) return dueOfTeam(doc);
  if (kind === 'claim') return dueOfClaim(doc as Claim);
  if (kind === 'member') return dueOfMember(doc as Member);
  return [];
}
