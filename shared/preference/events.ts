import type { AlertPreference } from './orders.ts';

export interface PreferenceKept {
  type: 'preference.kept';
  /** Whose it is: the id of the account. */
  preferenceId: string;
  alerts: AlertPreference;
  readers: readonly string[];
}

export type PreferenceEvent = PreferenceKept;
