import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import type { Actor } from '#shared/seat.ts';
import type { KeepPreference } from './orders.ts';

/** Each account has one, and nobody else reads or writes it. */
export function decideKeepPreference({ reminders }: z.infer<typeof KeepPreference>, actor: Actor): Decided {
  const kept = { ...reminders, off: [...new Set(reminders.off)].sort() };
  return { events: [{ type: 'preference.kept', preferenceId: actor.id, reminders: kept, readers: [`user:${actor.id}`] }], refs: { preference: actor.id } };
}
