import type { ReminderPreference } from './orders.ts';

export interface PreferenceKept {
  type: 'preference.kept';
  /** Whose it is: the id of the account. */
  preferenceId: string;
  reminders: ReminderPreference;
  readers: readonly string[];
}

export type PreferenceEvent = PreferenceKept;
