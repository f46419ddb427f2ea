const END = 'INTERVAL=[1-9]\\d{0,3}|COUNT=[1-9]\\d{0,3}|UNTIL=\\d{8}(?:T\\d{6}Z?)?';
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';

/**
 * What a cycle may say: days to years, and no zone or start of its own. Days and weeks name no months: such a rule may
 * never come true, and rrule would look for it day by day until the year 9999.
 */
export const CYCLE = new RegExp(
  `^FREQ=(?:DAILY(?:;(?:${END}))*|WEEKLY(?:;(?:${END}|WKST=${WEEKDAY}|BYDAY=${WEEKDAY}(?:,${WEEKDAY})*))*|(?:MONTHLY|YEARLY)(?:;(?:${END}|WKST=${WEEKDAY}|BY(?:MONTH|MONTHDAY|DAY|SETPOS)=[A-Z0-9,+-]+))*)$`,
);

/**
 * "At least once every so long" is a greatest gap, and begins again with every completion. A rule that names days or months
 * is a date of the calendar, and doesn't.
 */
export const isGap = (rule: string): boolean => !/;BY/.test(rule);
