import { formatAge } from '#client/ui/time.ts';
import type { Words } from './text.ts';

const LONGEST = 48 * 60;

/** By how much a touch changes a time: finer when it is near. */
const stepAt = (minutes: number): number => (minutes < 60 ? 5 : minutes < 240 ? 15 : 60);

export const earlier = (minutes: number): number | undefined => (minutes <= 5 ? undefined : minutes - stepAt(minutes - 1));
export const later = (minutes: number): number | undefined => (minutes >= LONGEST ? undefined : minutes + stepAt(minutes));

const HOUR_MS = 3_600_000;

/** What is left of a time: `2 小时 05 分`, and within the hour `41:07`. */
export function leftWords(ms: number, t: Words): string {
  if (ms >= HOUR_MS) return formatAge(ms, t.language);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `45 分钟`, `2 小时 15 分`. */
export function minutesWords(minutes: number, t: Words): string {
  return minutes < 60 ? t('unit.minutes', { n: minutes }) : t('unit.hours', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') });
}
