import { z } from 'zod';
import type { RefusalCode, RefusalDetail } from './refusal.ts';

/** Made once by whoever orders (UUIDv7 sorts by time; any UUID is taken) and kept through every retry. */
export const OrderId = z.uuid().transform((id) => id.toLowerCase());

/** What travels: the payload is parsed by the schema of its type. */
export const Envelope = z.strictObject({
  id: OrderId,
  type: z.string().max(64),
  payload: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** What an order made, by kind of document: `{ incident: '01…' }`. */
export type Refs = Record<string, string>;

export type Applied = { ok: true; id: string; seq: number; refs: Refs };
export type Refused = { ok: false; code: RefusalCode | 'internal'; message: string; details?: readonly RefusalDetail[] };
export type Answer = Applied | Refused;
