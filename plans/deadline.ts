import { z } from 'zod';
import type { Severity } from '#shared/incident/events.ts';
import { REPORT_LEVELS, type ReportLevel } from '#shared/report/deadline.ts';
import { addMinutes } from '#shared/time.ts';
import { Confidence } from './rules.ts';
import reportDeadlines from './rules/report-deadlines.json' with { type: 'json' };

/** One row of the table of report deadlines (rules B.5). Editable; only a row tagged S is shown as law. */
export const DeadlineRule = z.strictObject({
  id: z.string(),
  from: z.enum(REPORT_LEVELS),
  to: z.enum(REPORT_LEVELS),
  channel: z.enum(['any', 'phone', 'written']),
  minutes: z.number().int().positive(),
  /** What starts the clock: it differs by regime. */
  clock: z.enum(['occurred', 'discovered', 'received']),
  /** Classes it is for, by the beginning of the code. */
  hazards: z.array(z.string()).min(1),
  /** Applies from this level on (1 is the worst); null: whatever the level. */
  minSeverity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.null()]),
  kind: z.enum(['initial', 'follow-up', 'final']),
  tag: Confidence,
  source: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
});
export type DeadlineRule = z.infer<typeof DeadlineRule>;

export const DEADLINE_RULES: readonly DeadlineRule[] = z.strictObject({ rules: z.array(DeadlineRule) }).parse(reportDeadlines).rules;

/** What a deadline is reckoned from. */
export interface DeadlineFacts {
  typeCode: string;
  severity: Severity | null;
  /** When the present level was set, if it was raised after the incident was known. */
  raisedAt?: string;
  occurredAt?: string;
  discoveredAt?: string;
  /** When each level learned of it. */
  receivedAt: Partial<Record<ReportLevel, string>>;
}

export interface Deadline {
  rule: DeadlineRule;
  dueAt: string;
  startedAt: string;
  /** The clock's own time is not known, so the next later one was taken: shown, so that it can be mended. */
  assumed: boolean;
  /** The limit had passed before the level was raised: a 升级报告 with a due time of its own. */
  upgrade: boolean;
}

/** How long after a raised level the 升级报告 is due, where the ordinary limit has passed already (a default, tag D). */
const UPGRADE_MINUTES = 30;

/** Every deadline that applies, the earliest first. A later rule never hides an earlier one. */
export function deadlinesOf(facts: DeadlineFacts, rules: readonly DeadlineRule[] = DEADLINE_RULES): Deadline[] {
  const deadlines = rules.flatMap((rule) => {
    const deadline = applies(rule, facts) ? deadlineOf(rule, facts) : null;
    return deadline ? [deadline] : [];
  });
  return deadlines.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.rule.id < b.rule.id ? -1 : 1));
}

function applies(rule: DeadlineRule, { typeCode, severity }: DeadlineFacts): boolean {
  const hazard = rule.hazards.some((code) => typeCode.startsWith(code));
  return hazard && (rule.minSeverity === null || (severity !== null && severity <= rule.minSeverity));
}

function deadlineOf(rule: DeadlineRule, facts: DeadlineFacts): Deadline | null {
  const start = startOf(rule, facts);
  if (!start) return null;
  const dueAt = addMinutes(start.at, rule.minutes);
  const raised = rule.minSeverity !== null && facts.raisedAt !== undefined ? addMinutes(facts.raisedAt, UPGRADE_MINUTES) : undefined;
  const upgrade = raised !== undefined && facts.raisedAt !== undefined && facts.raisedAt > dueAt;
  return { rule, dueAt: upgrade ? raised : dueAt, startedAt: start.at, assumed: start.assumed, upgrade };
}

/** The instant that starts a rule's clock. An unknown earlier time is stood in for by the next later one that is known. */
function startOf(rule: DeadlineRule, { occurredAt, discoveredAt, receivedAt }: DeadlineFacts): { at: string; assumed: boolean } | null {
  if (rule.clock === 'received') {
    const at = receivedAt[rule.from];
    return at === undefined ? null : { at, assumed: false };
  }
  const first = Object.values(receivedAt).sort()[0];
  const order = rule.clock === 'occurred' ? [occurredAt, discoveredAt, first] : [discoveredAt, first];
  const index = order.findIndex((at) => at !== undefined);
  const at = order[index];
  return at === undefined ? null : { at, assumed: index > 0 };
}
