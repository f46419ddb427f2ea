import type { Payload } from '#shared/catalogue.ts';
import type { WallTime } from './wall-time.ts';

type PlayedType = 'incident.log' | 'incident.note' | 'incident.update' | 'incident.assess' | 'incident.close';

/**
 * One order of a scenario, as data. Its times are wall times and an `incidentId` is the name that an earlier step gave;
 * whoever plays it puts instants and ids in their place.
 */
export type Step = { [T in PlayedType]: { at: WallTime; seat: string; type: T; names?: string; payload: Payload<T> } }[PlayedType];

/** Where a step's times are, by field. */
export const TIME_FIELDS = ['at', 'occurredAt', 'discoveredAt', 'receivedAt'] as const;
