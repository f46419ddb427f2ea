import { claimedAt } from '#shared/claimed.ts';
import { refuse } from '#shared/refusal.ts';
import type { Incident } from './state.ts';

export function openOnly(incident: Incident): void {
  if (incident.status === 'closed') refuse('incident.closed', `Incident ${incident.number} is closed.`);
}

/** Normalises the times that were given, and refuses one that has not come yet. */
export function pastInstants<K extends string>(times: Record<K, string | undefined>, now: string): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const [field, text] of Object.entries<string | undefined>(times)) if (text !== undefined) kept[field as K] = claimedAt(text, now, field);
  return kept;
}
