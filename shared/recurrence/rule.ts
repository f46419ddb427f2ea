/** What a cycle may say: days to years, and no zone or start of its own. */
export const CYCLE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|BYSETPOS|COUNT|UNTIL|WKST)=[A-Z0-9,+-]+)*$/;

/**
 * "At least once every so long" is a greatest gap, and begins again with every completion. A rule that names days or months
 * is a date of the calendar, and doesn't.
 */
export const isGap = (rule: string): boolean => !/;BY/.test(rule);
