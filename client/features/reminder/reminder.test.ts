import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { given, NOW, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, yuduDuty } from '#test/support/seats.ts';
import { remindersOfDeadlines, remindersOfIncident, levelOf } from './reminder.ts';

const [flood] = given(past(yuduDuty, 'incident.log', aFlood())).world.all('incident');
const incident: Incident = flood ?? expect.unreachable();
const graded = (value: 1 | 2 | 3 | 4): Incident => ({ ...incident, severity: { value, standing: 'set', basis: '', by: yuduDuty.actor, at: NOW } });
const kinds = (found: readonly { kind: string; red: boolean }[]) => found.map(({ kind, red }) => (red ? `red ${kind}` : kind));

describe('a changed incident', () => {
  it('is news to whoever did not log it, once it is logged after one has sat down', () => {
    expect(kinds(remindersOfIncident(incident, undefined, cityDuty.actor, NOW))).toEqual(['new']);
    expect(remindersOfIncident(incident, undefined, yuduDuty.actor, NOW)).toEqual([]);
    expect(remindersOfIncident(incident, undefined, cityDuty.actor, '2026-06-01T02:00:01.000Z')).toEqual([]);
  });

  it('whose level was raised is told, and red when it is the highest; one that was lowered is not', () => {
    expect(kinds(remindersOfIncident(graded(2), levelOf(graded(3)), cityDuty.actor, NOW))).toEqual(['raised']);
    expect(kinds(remindersOfIncident(graded(1), levelOf(incident), cityDuty.actor, NOW))).toEqual(['red raised']);
    expect(remindersOfIncident(graded(4), levelOf(graded(3)), cityDuty.actor, NOW)).toEqual([]);
    expect(remindersOfIncident(graded(2), levelOf(graded(3)), yuduDuty.actor, NOW)).toEqual([]);
  });
});

describe('a deadline', () => {
  const row: ReportDeadline = {
    rule: 'R04',
    kind: 'initial',
    from: 'county',
    to: 'city',
    channel: 'any',
    startedAt: '2026-06-01T02:00:00.000Z',
    dueAt: '2026-06-01T04:00:00.000Z',
    assumed: false,
  };
  const due: Incident = { ...incident, loggedAt: '2026-06-01T01:59:00.000Z', deadlines: [row] };
  const at = (clock: string, viewer = yuduDuty.actor, since = Date.parse(NOW)) =>
    kinds(remindersOfDeadlines(due, viewer, since, Date.parse(`2026-06-01T${clock}:00Z`)));

  it('is told at a half, at four fifths and when it is over, to whoever owes it', () => {
    expect([at('02:30'), at('03:00'), at('03:40'), at('04:01')]).toEqual([[], ['half'], ['near'], ['over']]);
    expect(at('04:01', cityDuty.actor)).toEqual([]);
  });

  it('that had passed before one sat down is no news', () => {
    expect(at('04:30', yuduDuty.actor, Date.parse('2026-06-01T04:10:00Z'))).toEqual([]);
  });

  it('that was met is silent', () => {
    const met: Incident = { ...due, deadlines: [{ ...row, met: { at: '2026-06-01T02:20:00.000Z' } }] };
    expect(remindersOfDeadlines(met, yuduDuty.actor, 0, Date.parse('2026-06-01T05:00:00Z'))).toEqual([]);
  });
});
