import type { Draft, Stamp } from '#shared/world.ts';
import type { PreferenceEvent } from './events.ts';
import type { ReminderPreference } from './orders.ts';

/** What a person has chosen for every desk they sit at. Its id is the account's. */
export interface Preference extends Stamp {
  reminders: ReminderPreference;
}

export function evolvePreference(draft: Draft, { preferenceId: id, reminders, readers }: PreferenceEvent): void {
  draft.put('preference', { id, reminders, readers });
}
