import { z } from 'zod';
import desk from './rules/desk.json' with { type: 'json' };
import file from './rules/file.json' with { type: 'json' };
import person from './rules/person.json' with { type: 'json' };

/**
 * How sure we are of a number. S: the article was read, it may be shown as law with its source.
 * S*: second-hand. R: from memory. D: our own default. The last three are never shown as law and may be edited.
 */
export const Confidence = z.enum(['S', 'S*', 'R', 'D']);
export type Confidence = z.infer<typeof Confidence>;

export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  value: z.number().positive(),
  unit: z.enum(['minutes', 'hours', 'days', 'working-days', 'megabytes', 'files', 'times']),
  tag: Confidence,
  source: z.string().min(1),
});
export type Rule = z.infer<typeof Rule>;

const RuleFile = z.strictObject({ rules: z.array(Rule) });

/** Every number that was agreed beforehand, by id. */
export const RULES: ReadonlyMap<string, Rule> = new Map([desk, file, person].flatMap((file) => RuleFile.parse(file).rules).map((rule) => [rule.id, rule]));

const HOURS: Partial<Record<Rule['unit'], number>> = { minutes: 1 / 60, hours: 1, days: 24 };

/** A rule's value in hours. Working days have none: they need a calendar. */
export function hoursOf(id: string): number {
  const rule = RULES.get(id);
  const factor = rule && HOURS[rule.unit];
  if (!rule || factor === undefined) throw new Error(`There is no rule ${id} that can be told in hours.`);
  return rule.value * factor;
}

const BYTES_PER_MB = 1024 * 1024;

/** A rule's value in bytes. */
export function bytesOf(id: string): number {
  const rule = RULES.get(id);
  if (rule?.unit !== 'megabytes') throw new Error(`There is no rule ${id} that can be told in bytes.`);
  return rule.value * BYTES_PER_MB;
}
