import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { minuteOfDay } from '#shared/time.ts';
import type { Alert, AlertKind } from './alert.ts';

/** How one person wants to be told. */
export interface AlertSettings {
  off: readonly AlertKind[];
  /** From 0 to 1. */
  volume: number;
  quiet: boolean;
  /** As the clock says it, `22:00`. */
  quietFrom: string;
  quietTo: string;
  notify: boolean;
}

export const DEFAULTS: AlertSettings = { off: [], volume: 0.6, quiet: true, quietFrom: '22:00', quietTo: '07:00', notify: false };

const keyOf = (userId: string): string => `fenghuo.alerts.${userId}`;
const settings = createStore<{ userId: string; value: AlertSettings }>(() => ({ userId: '', value: DEFAULTS }));

export const useAlertSettings = (): AlertSettings => useStore(settings, ({ value }) => value);
export const alertSettings = (): AlertSettings => settings.getState().value;

/** Takes up what this person has chosen on this device, here or in another tab. */
export function openAlertSettings(userId: string): () => void {
  const read = (): void => {
    const kept = localStorage.getItem(keyOf(userId));
    // Written only by `changeAlertSettings`.
    settings.setState({ userId, value: { ...DEFAULTS, ...(kept === null ? {} : (JSON.parse(kept) as Partial<AlertSettings>)) } });
  };
  const elsewhere = ({ key }: StorageEvent): void => void (key === keyOf(userId) && read());
  read();
  addEventListener('storage', elsewhere);
  return () => removeEventListener('storage', elsewhere);
}

export function changeAlertSettings(part: Partial<AlertSettings>): void {
  const { userId, value } = settings.getState();
  settings.setState({ value: { ...value, ...part } });
  localStorage.setItem(keyOf(userId), JSON.stringify({ ...value, ...part }));
}

/** Whether it is in the quiet hours, by the city's clock; they may go over midnight. */
export function isQuiet({ quiet, quietFrom, quietTo }: Pick<AlertSettings, 'quiet' | 'quietFrom' | 'quietTo'>, now: number): boolean {
  const [at, from, to] = [minuteOfDay(now), minutesOf(quietFrom), minutesOf(quietTo)];
  if (!quiet || from === to) return false;
  return from < to ? at >= from && at < to : at >= from || at < to;
}

function minutesOf(clock: string): number {
  const [h = 0, m = 0] = clock.split(':').map(Number);
  return h * 60 + m;
}

const ALWAYS: readonly AlertKind[] = ['over', 'welfare', 'climbed', 'unreached'];

/** Nobody can switch off that a report is late, that people in danger are not heard of, or that an instruction or a leader on duty stays without an answer. */
export const isAlways = (kind: AlertKind): boolean => ALWAYS.includes(kind);

/** Whether an alert is heard. A red incident, a report that is late and people who are missed are heard by night as by day, whatever was switched off. */
export function isHeard(alert: Pick<Alert, 'kind' | 'red' | 'exercise'>, chosen: AlertSettings, now: number): boolean {
  if (!alert.exercise && (alert.red || isAlways(alert.kind))) return true;
  return !chosen.off.includes(alert.kind) && !isQuiet(chosen, now);
}
