import { z } from 'zod';
import { REPORT_LEVELS } from '#shared/report/deadline.ts';

/**
 * How sure we are of a number. S: the article was read, it may be shown as law with its source.
 * S*: second-hand. R: from memory. D: our own default. The last three are never shown as law and may be edited.
 */
export const Confidence = z.enum(['S', 'S*', 'R', 'D']);
export type Confidence = z.infer<typeof Confidence>;

const said = z.string().min(1).max(500);
/** `sourceEn`: the source for whoever reads English; the Chinese one is what counts. */
const trust = { tag: Confidence, source: said, sourceEn: said.optional() };
const words = { zh: z.string().min(1).max(300), en: z.string().min(1).max(300), ...trust };
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const classCode = z.string().regex(/^[NAHS](\d\d(\.\d{1,2})?)?$/, 'is not a class of incident or the beginning of its code');

export const UNITS = ['minutes', 'hours', 'days', 'working-days', 'months', 'times', 'occasions', 'count', 'megabytes', 'files'] as const;

/** A number that was agreed beforehand. */
export const NumberRule = z.strictObject({
  id: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/),
  value: z.number().positive().max(100_000),
  unit: z.enum(UNITS),
  ...words,
});
export type NumberRule = z.infer<typeof NumberRule>;

export const CLOCKS = ['occurred', 'discovered', 'received', 'changed', 'stable', 'reported', 'after'] as const;
const ruleId = z.string().regex(/^[A-Z]\d{2}[A-Z]{0,2}$/);

/** What must have been found of an incident for a rule to apply. */
export const ONLY = ['critical-infrastructure', 'other-infrastructure', 'drinking-water'] as const;

/** One row of the table of report deadlines (rules B.5). One of `minutes`, `workingDays`, `daily` and `everyDays` says how long. */
export const DeadlineRule = z
  .strictObject({
    id: ruleId,
    from: z.enum(REPORT_LEVELS),
    to: z.enum(REPORT_LEVELS),
    channel: z.enum(['any', 'phone', 'written']),
    minutes: z.number().int().positive().max(525_600).optional(),
    workingDays: z.number().int().positive().max(250).optional(),
    /** Again every day at this time of the city's clock until the situation is stable. */
    daily: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    /** Again every so many days until the situation is stable. */
    everyDays: z.number().int().positive().max(366).optional(),
    /**
     * What starts the clock: it differs by regime. `changed`: a casualty figure changed after the last report; `reported`: the
     * first report; `after`: that the report of another row was made.
     */
    clock: z.enum(CLOCKS),
    after: ruleId.optional(),
    /** Only while the incident is no older than this. */
    withinDays: z.number().int().positive().max(366).optional(),
    /** Classes it is for, by the beginning of the code. */
    hazards: z.array(classCode).min(1).max(40),
    exceptHazards: z.array(classCode).max(40).optional(),
    /** Applies from this level on (1 is the worst); null: whatever the level. */
    minSeverity: level.nullable(),
    /** Not above this level: 3 is for 较大 and 一般 alone. */
    maxSeverity: level.optional(),
    /** Only where this was found of the incident. */
    only: z.enum(ONLY).optional(),
    kind: z.enum(['initial', 'follow-up', 'final']),
    /** Out of force: nothing new follows from it. */
    suspended: z.literal(true).optional(),
    ...words,
  })
  .refine(({ minutes, workingDays, daily, everyDays }) => [minutes, workingDays, daily, everyDays].filter((one) => one !== undefined).length === 1, {
    path: ['minutes'],
    message: 'just one of minutes, workingDays, daily and everyDays is given',
  })
  .refine(({ id, clock, after }) => (clock === 'after') === (after !== undefined) && after !== id, {
    path: ['after'],
    message: 'names another row if that one starts the clock, and only then',
  });
export type DeadlineRule = z.infer<typeof DeadlineRule>;

/** A day that is not what its weekday says: a holiday, or a weekend day that is worked. */
export const Holiday = z.strictObject({ id: z.iso.date(), off: z.boolean(), ...words });
export type Holiday = z.infer<typeof Holiday>;

export const LADDER_FIGURES = [
  'dead',
  'seriousInjured',
  'evacuated',
  'cases',
  'directLossCny',
  'burntForestHa',
  'outageMinutes',
  'mainOutageMinutes',
  'recordsLeaked',
] as const;

const least = z.number().min(0).max(1e15);
const leasts = { '1': least.optional(), '2': least.optional(), '3': least.optional(), '4': least.optional() };

/** One criterion of severity (rules B.2): the least figure of each level. */
export const Ladder = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z0-9-]+)+$/),
  /** Classes it is for: `A` is every accident, `N06` forest fires only. */
  classes: z.array(classCode).min(1).max(40),
  except: z.array(classCode).max(40).optional(),
  figure: z.enum(LADDER_FIGURES),
  /** Applies only when this figure is reached as well. */
  with: z.strictObject({ figure: z.enum(LADDER_FIGURES), least }).optional(),
  /** "以上" includes the number (PSR07 art. 3). A level that the figure can't reach is absent. */
  at: z.strictObject(leasts),
  /** Of single levels that are known better. */
  tagAt: z.partialRecord(z.enum(['1', '2', '3', '4']), Confidence).optional(),
  ...trust,
});
export type Ladder = z.infer<typeof Ladder>;

/** Every table there is, by the id of its document. */
export const TABLES = { holidays: Holiday, numbers: NumberRule, 'report-deadlines': DeadlineRule, severity: Ladder } as const;
export type TableId = keyof typeof TABLES;
export type Row<T extends TableId = TableId> = z.infer<(typeof TABLES)[T]>;
