import { expect, it } from 'vitest';
import examples from './examples.json' with { type: 'json' };
import { occurrencesIn } from './recurrence.ts';

const ZONE = 'America/New_York';
const dayThere = (instant: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(new Date(instant));

/** The rules of the standard's own examples, with the dates it gives for them; python-dateutil finds the same. */
it.each(examples.examples)('$rule from $anchor ($source)', ({ rule, anchor, dates, ends }) => {
  const found = occurrencesIn({ rule, anchor, zone: ZONE }, '1990-01-01T00:00:00.000Z', '2050-01-01T00:00:00.000Z');
  expect(found.slice(0, dates.length).map(dayThere)).toEqual(dates);
  expect(
    found.every((instant) => new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(new Date(instant)) === '09:00'),
  ).toBe(true);
  if (ends) expect(found).toHaveLength(dates.length);
});
