import { z } from 'zod';

/** An instant with its offset, as people and machines send it: `2026-06-01T02:10:00+08:00`. Marked as pure: a phone's page that only reckons with times is built without zod. */
export const Instant = /* @__PURE__ */ z.iso.datetime({ offset: true });

/** The one form in which instants are kept: UTC with milliseconds. Equal instants are equal strings, and they sort. */
export function normaliseInstant(text: string): string {
  return new Date(text).toISOString();
}

export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

export function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

/** The calendar day of an instant, `20260601`, in a zone at a fixed offset. China has had one offset and no DST since 1991. */
export function dayOf(instant: string, offsetMinutes = 480): string {
  return new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().slice(0, 10).replaceAll('-', '');
}

/** The minute of the day of an instant, from 0 to 1439, in a zone at a fixed offset. */
export const minuteOfDay = (ms: number, offsetMinutes = 480): number => Math.floor(ms / 60_000 + offsetMinutes) % 1440;
