import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { send } from '#client/store/outbox.ts';
import { onChanges } from '#client/store/world.ts';
import type { ReminderPreference } from '#shared/preference/orders.ts';
import { minuteOfDay } from '#shared/time.ts';
import { REMINDER_KINDS, type Reminder, type ReminderKind } from './reminder.ts';

/** How one person wants to be told: the same at every desk, but for the browser's own notices, which each device allows for itself. */
export interface ReminderSettings extends ReminderPreference {
  off: ReminderKind[];
  notify: boolean;
}

export const DEFAULTS: ReminderSettings = { off: [], volume: 0.6, quiet: true, quietFrom: '22:00', quietTo: '07:00', notify: false };

/** Somebody who moves a slider gives one order, not ten. */
const PAUSE_MS = 400;

const keyOf = (userId: string): string => `fenghuo.reminders.${userId}`;
const settings = createStore<{ userId: string; value: ReminderSettings; order?: string }>(() => ({ userId: '', value: DEFAULTS }));
let waiting: ReturnType<typeof setTimeout> | undefined;

export const useReminderSettings = (): ReminderSettings => useStore(settings, ({ value }) => value);
export const reminderSettings = (): ReminderSettings => settings.getState().value;

/** The order that carries what was changed here last. */
export const useReminderOrder = (): string | undefined => useStore(settings, ({ order }) => order);

/** Takes up what this person has chosen: as this device knows it at once, and as the account has it, from whatever desk. */
export function openReminderSettings(userId: string): () => void {
  const read = (): void => {
    const kept = localStorage.getItem(keyOf(userId));
    // Written only by `put`.
    settings.setState({ userId, value: { ...DEFAULTS, ...(kept === null ? {} : (JSON.parse(kept) as Partial<ReminderSettings>)) } });
  };
  const elsewhere = ({ key }: StorageEvent): void => void (key === keyOf(userId) && read());
  read();
  addEventListener('storage', elsewhere);
  const stop = onChanges('preference', ({ puts }) => {
    const own = puts.find(({ id }) => id === userId);
    // What is being changed here right now is newer.
    if (own && waiting === undefined) put({ ...reminderSettings(), ...own.reminders, off: REMINDER_KINDS.filter((kind) => own.reminders.off.includes(kind)) });
  });
  return () => {
    stop();
    clearTimeout(waiting);
    waiting = undefined;
    removeEventListener('storage', elsewhere);
  };
}

export function changeReminderSettings(part: Partial<ReminderSettings>): void {
  put({ ...reminderSettings(), ...part });
  if (Object.keys(part).every((field) => field === 'notify')) return;
  clearTimeout(waiting);
  waiting = setTimeout(give, PAUSE_MS);
}

function put(value: ReminderSettings): void {
  settings.setState({ value });
  localStorage.setItem(keyOf(settings.getState().userId), JSON.stringify(value));
}

function give(): void {
  clearTimeout(waiting);
  waiting = undefined;
  const { notify: _here, ...reminders } = reminderSettings();
  settings.setState({ order: send('preference.keep', { reminders }).id });
}

/** Whether it is in the quiet hours, by the city's clock; they may go over midnight. */
export function isQuiet({ quiet, quietFrom, quietTo }: Pick<ReminderSettings, 'quiet' | 'quietFrom' | 'quietTo'>, now: number): boolean {
  const [at, from, to] = [minuteOfDay(now), minutesOf(quietFrom), minutesOf(quietTo)];
  if (!quiet || from === to) return false;
  return from < to ? at >= from && at < to : at >= from || at < to;
}

function minutesOf(clock: string): number {
  const [h = 0, m = 0] = clock.split(':').map(Number);
  return h * 60 + m;
}

const ALWAYS: readonly ReminderKind[] = ['over', 'welfare', 'callout', 'climbed', 'unreached'];

/** Nobody can switch off that a report is late, that people in danger are not heard of, that an alert waits for an answer, or that an instruction or a leader on duty stays without an answer. */
export const isAlways = (kind: ReminderKind): boolean => ALWAYS.includes(kind);

/** Whether a reminder is heard. A red incident, a report that is late and people who are missed are heard by night as by day, whatever was switched off. */
export function isHeard(reminder: Pick<Reminder, 'kind' | 'red' | 'exercise'>, chosen: ReminderSettings, now: number): boolean {
  if (!reminder.exercise && (reminder.red || isAlways(reminder.kind))) return true;
  return !chosen.off.includes(reminder.kind) && !isQuiet(chosen, now);
}
