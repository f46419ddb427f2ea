import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { WallTime } from './wall-time.ts';

type PlayedType =
  | 'incident.log'
  | 'incident.note'
  | 'incident.update'
  | 'incident.assess'
  | 'incident.close'
  | 'incident.receive'
  | Extract<OrderType, `claim.${string}` | `dispatch.${string}` | `report.${string}`>;

/**
 * One order of a scenario, as data. Its times are wall times, and an `incidentId` or `reportId` is the name that an earlier
 * step gave; whoever plays it puts instants and ids in their place.
 */
export type Step = { [T in PlayedType]: { at: WallTime; seat: string; type: T; names?: string; payload: Payload<T> } }[PlayedType];

/** Where a step's times are, by field. */
export const TIME_FIELDS = ['at', 'acceptBy', 'occurredAt', 'discoveredAt', 'receivedAt', 'stableAt'] as const;

/** Where its words are, which may name times. */
export const TEXT_FIELDS = ['basis', 'override', 'reason', 'text'] as const;

/** Where it names what an earlier step made. */
export const NAME_FIELDS = ['claimId', 'dispatchId', 'incidentId', 'reportId', 'supersedesId'] as const;

const SILENT: readonly Step['type'][] = [
  'claim.submit',
  'claim.review',
  'claim.post',
  'claim.approve',
  'claim.pay',
  'dispatch.certify',
  'dispatch.roster',
  'dispatch.share',
  'dispatch.welfare',
  'report.draft',
  'report.revise',
  'report.submit',
  'report.approve',
  'report.return',
];

/** Whether a step writes an entry in the timeline: a report does when it goes out, not while it is written. */
export const writesEntry = ({ type }: Step): boolean => !SILENT.includes(type);
