import { RETENTION_DAYS } from '#shared/person/policy.ts';
import type { Personal } from '#shared/person/state.ts';
import { addMinutes } from '#shared/time.ts';

const MINUTES_PER_DAY = 24 * 60;

/** How it stands with the personal data of an incident. */
export type Custody =
  | { state: 'open' }
  | { state: 'kept'; until: string }
  | { state: 'held'; until: string; assessment: string }
  | { state: 'purged'; at: string };

type Dates = { personal?: Personal } & ({ status: 'open' } | { status: 'closed'; closedAt: string });

/** While an incident is open nothing is counted; then the days run, and a hold may be longer than they are. */
export function custodyOf(incident: Dates, now: string): Custody {
  const { personal } = incident;
  if (personal?.purgedAt !== undefined) return { state: 'purged', at: personal.purgedAt };
  const kept = incident.status === 'closed' ? addMinutes(incident.closedAt, RETENTION_DAYS * MINUTES_PER_DAY) : undefined;
  const { hold } = personal ?? {};
  if (hold && hold.until > now && (kept === undefined || hold.until > kept)) return { state: 'held', until: hold.until, assessment: hold.assessment };
  return kept === undefined ? { state: 'open' } : { state: 'kept', until: kept };
}

const RANK = { held: 1, kept: 0, open: 2, purged: 3 } as const;

/** What is destroyed next comes first. */
export function compareCustody(a: Custody, b: Custody): number {
  return RANK[a.state] - RANK[b.state] || dateOf(a).localeCompare(dateOf(b));
}

const dateOf = (custody: Custody): string => ('until' in custody ? custody.until : 'at' in custody ? custody.at : '');
