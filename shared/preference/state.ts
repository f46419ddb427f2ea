import type { Draft, Stamp } from '#shared/world.ts';
import type { PreferenceEvent } from './events.ts';
import type { AlertPreference } from './orders.ts';

/** What a person has chosen for every desk they sit at. Its id is the account's. */
export interface Preference extends Stamp {
  alerts: AlertPreference;
}

export function evolvePreference(draft: Draft, { preferenceId: id, alerts, readers }: PreferenceEvent): void {
  draft.put('preference', { id, alerts, readers });
}
