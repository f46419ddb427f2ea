import { z } from 'zod';
import type { Incident } from './state.ts';

const count = z.number().int().min(0).max(100_000_000);
const hectares = z.number().min(0).max(10_000_000);

/** What was damaged or lost, as last told. A figure that nobody has given is absent, not 0. */
export const Losses = z.strictObject({
  housesCollapsed: count.optional(),
  housesDamaged: count.optional(),
  cropsHa: hectares.optional(),
  burntForestHa: hectares.optional(),
  directLossCny: z.number().min(0).max(10_000_000_000_000).optional(),
  affected: count.optional(),
  /** Of an attack on networks: how long critical systems were down, wholly or in their main function, and records that leaked. */
  outageMinutes: count.optional(),
  mainOutageMinutes: count.optional(),
  recordsLeaked: z.number().int().min(0).max(10_000_000_000).optional(),
});
export type Losses = z.infer<typeof Losses>;

type OrNull<S extends z.ZodRawShape> = { [F in keyof S]: S[F] extends z.ZodOptional<infer N extends z.ZodType> ? z.ZodOptional<z.ZodNullable<N>> : never };

/** Figures as one changes them: null takes one back to "nobody has said", which is not 0. */
export function changeOf<S extends z.ZodRawShape>(figures: z.ZodObject<S>): z.ZodObject<OrNull<S>, z.core.$strict> {
  const shape = Object.entries(figures.shape).map(([figure, count]) => [figure, z.nullable((count as z.ZodOptional<z.ZodNumber>).unwrap()).optional()]);
  return z.strictObject(Object.fromEntries(shape) as OrNull<S>);
}

export const LossesChange = changeOf(Losses);

/** What stands once some figures were set and others taken back. */
export const reported = <F extends object>(figures: F): { [K in keyof F]: NonNullable<F[K]> } =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)) as { [K in keyof F]: NonNullable<F[K]> };

const text = z.string().trim().max(2000).optional();

/** The call record in words (rules A.17): what is asked while the caller is on the line, or later. Empty takes a text away. */
export const Account = z.strictObject({
  cause: text,
  course: text,
  scope: text,
  trend: text,
  measures: text,
  /** Whom the caller has told, and when. */
  toldTo: text,
  leadersOnSite: text,
  requests: text,
  nextSteps: text,
});
export type Account = z.infer<typeof Account>;

/** The parts of an incident that are many fields: each field of theirs changes for itself. */
const PARTS = ['casualties', 'losses', 'account'] as const;
type Part = (typeof PARTS)[number];

const isPart = (field: string): field is Part => PARTS.some((part) => part === field);

/** What an order sets, field by field: `title`, `casualties.dead`, `account.cause`. */
export function pathsOf(set: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(set).flatMap(([field, value]) =>
    isPart(field) && typeof value === 'object' && value !== null ? Object.keys(value).map((key) => `${field}.${key}`) : [field],
  );
}

/** The value of one field as it is now; null where nobody has given one. */
export function valueAt(record: Partial<Incident> | Readonly<Record<string, unknown>>, path: string): unknown {
  const value = path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), record);
  return value === undefined || value === '' ? null : value;
}

/** Whether two values say the same, whatever the order of their fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .sort()
    .join()}}`;
}
