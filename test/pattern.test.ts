import { expect, it } from 'vitest';
import { openUntil } from '#shared/team/pattern.ts';
import { occurrencesIn } from '#shared/recurrence/recurrence.ts';
import { seeded, seedsOf, type Seeded } from '#test/support/seeded.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const START = Date.parse('2026-03-01T00:00:00Z');
const LATEST = Date.parse('2026-06-01T00:00:00Z');
const MINUTE = 60_000;

function aRule(chance: Seeded): string {
  const days = DAYS.filter(() => chance.chance(0.35));
  return [
    chance.chance(0.5) ? 'FREQ=DAILY' : 'FREQ=WEEKLY',
    ...(days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
    ...(chance.chance(0.5) ? [`INTERVAL=${1 + chance.below(5)}`] : []),
  ].join(';');
}

it.each(seedsOf([], 60))('a window of readiness is open when rrule says so (seed %i)', (seed) => {
  const chance = seeded(seed);
  const anchor = new Date(START + chance.below(60 * 24 * 20) * MINUTE).toISOString().slice(0, 16);
  const window = { rule: aRule(chance), anchor, minutes: chance.pick([1, 90, 600, 1440, 2000, 10_080]) };
  // On a machine in UTC, wall time is the instant.
  const starts = occurrencesIn({ rule: window.rule, anchor, zone: 'UTC' }, '2026-02-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z').map((at) => Date.parse(at));
  for (let n = 0; n < 200; n += 1) {
    const edge = starts[chance.below(starts.filter((start) => start < LATEST).length)] ?? START;
    const at = chance.pick([START + chance.below(60 * 24 * 80) * MINUTE, edge, edge - 1, edge + window.minutes * MINUTE, edge + window.minutes * MINUTE - 1]);
    const open = starts.findLast((start) => start <= at && at < start + window.minutes * MINUTE);
    expect(openUntil(window, at), `${window.rule} from ${anchor} at ${new Date(at).toISOString()}`).toBe(
      open === undefined ? undefined : open + window.minutes * MINUTE,
    );
  }
});
