import { z } from 'zod';
import { Holiday, NumberRule } from '#shared/rulebook/tables.ts';
import alert from './rules/alert.json' with { type: 'json' };
import desk from './rules/desk.json' with { type: 'json' };
import dispatch from './rules/dispatch.json' with { type: 'json' };
import duty from './rules/duty.json' with { type: 'json' };
import file from './rules/file.json' with { type: 'json' };
import holidays from './rules/holidays.json' with { type: 'json' };
import person from './rules/person.json' with { type: 'json' };
import plan from './rules/plan.json' with { type: 'json' };

const RuleFile = z.strictObject({ rules: z.array(NumberRule) });

/** Every number that was agreed beforehand, by id. */
export const RULES: ReadonlyMap<string, NumberRule> = new Map(
  [alert, desk, dispatch, duty, file, person, plan].flatMap((file) => RuleFile.parse(file).rules).map((rule) => [rule.id, rule]),
);

/** Those that the running system reads from its table of numbers: people change them there. The others are limits of the machine. */
export const TABLE_NUMBERS: readonly NumberRule[] = [alert, desk, dispatch, plan].flatMap((file) => RuleFile.parse(file).rules);

/** Days that are not what their weekday says. */
export const HOLIDAYS: readonly Holiday[] = z.strictObject({ holidays: z.array(Holiday) }).parse(holidays).holidays;

const HOURS: Partial<Record<NumberRule['unit'], number>> = { minutes: 1 / 60, hours: 1, days: 24 };

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
