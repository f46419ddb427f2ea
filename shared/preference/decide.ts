import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import type { Actor } from '#shared/seat.ts';
import type { KeepPreference } from './orders.ts';

/** Each account has one, and nobody else reads or writes it. */
export function decideKeepPreference({ alerts }: z.infer<typeof KeepPreference>, actor: Actor): Decided {
  const kept = { ...alerts, off: [...new Set(alerts.off)].sort() };
  return { events: [{ type: 'preference.kept', preferenceId: actor.id, alerts: kept, readers: [`user:${actor.id}`] }], refs: { preference: actor.id } };
}
