import { z } from 'zod';

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of the clock such as 22:00.');

/** How a person wants to be told of what happens, at whatever desk. What no one may switch off is told all the same. */
export const ReminderPreference = z.strictObject({
  /** The kinds that are not heard. */
  off: z.array(z.string().regex(/^[a-z-]{1,24}$/)).max(40),
  volume: z.number().min(0).max(1),
  quiet: z.boolean(),
  quietFrom: Hour,
  quietTo: Hour,
});
export type ReminderPreference = z.infer<typeof ReminderPreference>;

/** Kept for oneself. What was kept before is replaced. */
export const KeepPreference = z.strictObject({ reminders: ReminderPreference });

export const preferenceOrders = { 'preference.keep': KeepPreference } as const;
