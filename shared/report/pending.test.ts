import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { given, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import type { ReportDeadline } from './deadline.ts';
import { partIn, pendingOf, placeOn } from './pending.ts';

const NOW = Date.parse('2026-06-01T02:00:00Z');
const row = (over: Partial<ReportDeadline> = {}): ReportDeadline => ({
  rule: 'R04',
  kind: 'initial',
  from: 'county',
  to: 'city',
  channel: 'any',
  startedAt: '2026-06-01T01:00:00.000Z',
  dueAt: '2026-06-01T03:00:00.000Z',
  assumed: false,
  ...over,
});

function flood(deadlines: readonly ReportDeadline[]): Incident {
  const { world } = given(past(yuduDuty, 'incident.log', aFlood()));
  const [incident] = world.all('incident');
  return incident ? { ...incident, deadlines } : expect.unreachable();
}

const county = { role: 'county-duty', org: '360731' } as const;
const city = { role: 'city-duty', org: '360700' } as const;

describe('what a desk looks at', () => {
  it('it owes what its level reports, waits for what is reported to it, and has no part in the rest', () => {
    const incident = flood([]);
    expect([partIn(row(), incident, county), partIn(row(), incident, city)]).toEqual(['owes', 'waits']);
    expect(partIn(row({ from: 'city', to: 'province' }), incident, county)).toBe('none');
    expect(partIn(row(), incident, { role: 'county-duty', org: '360702' })).toBe('none');
  });

  it('the earliest stands first, what was met is gone, and how far it has run is said', () => {
    const incident = flood([
      row({ rule: 'R11', dueAt: '2026-06-01T02:10:00.000Z' }),
      row({ rule: 'R03P', dueAt: '2026-06-01T01:30:00.000Z' }),
      row({ rule: 'R03W', met: { at: '2026-06-01T01:20:00.000Z' } }),
      row(),
    ]);
    expect(pendingOf([incident], county, NOW).map(({ row: { rule }, stage }) => [rule, stage])).toEqual([
      ['R03P', 'over'],
      ['R11', 'near'],
      ['R04', 'half'],
    ]);
  });

  it('a line of four hours begins with what is over and ends before what is far', () => {
    expect([placeOn('2026-06-01T01:00:00Z', NOW), placeOn('2026-06-01T04:00:00Z', NOW), placeOn('2026-06-01T06:00:01Z', NOW)]).toEqual([0, 0.5, undefined]);
  });
});
