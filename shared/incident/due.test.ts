import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { dueOf } from '#shared/clockwork.ts';
import type { AnyDocument, Kind } from '#shared/world.ts';

const incidentId = idOf(1);
const logged = past(yuduDuty, 'incident.log', aFlood());
const closed = past(yuduDuty, 'incident.close', { incidentId, reason: '…' }, { id: idOf(2) });
const late = past(yuduDuty, 'incident.note', { incidentId, text: '…' }, { id: idOf(3), at: '2026-06-01T20:00:00.000Z' });
const due = (kind: Kind, doc: AnyDocument | undefined) => (doc ? dueOf(kind, doc, { archiveAfterHours: 24, climbAfterMinutes: 15 }) : undefined);

describe('due instants', () => {
  it('an open incident has none', () => {
    expect(due('incident', given(logged).world.get('incident', incidentId))).toEqual([]);
  });

  it('a closed incident is archived a day after its last entry', () => {
    const order = { type: 'incident.archive', payload: { incidentId } };
    expect(due('incident', given(logged, closed).world.get('incident', incidentId))).toEqual([
      { rule: 'incident.archive', at: '2026-06-02T02:00:00.000Z', order },
    ]);
    expect(due('incident', given(logged, closed, late).world.get('incident', incidentId))).toMatchObject([{ at: '2026-06-02T20:00:00.000Z' }]);
  });

  it('how long is a rule of the city', () => {
    const incident = given(logged, closed).world.get('incident', incidentId);
    expect(incident && dueOf('incident', incident, { archiveAfterHours: 0.5, climbAfterMinutes: 15 })).toMatchObject([{ at: '2026-06-01T02:30:00.000Z' }]);
  });

  it('nothing else has any', () => {
    const { world } = given(logged, closed);
    expect(due('note', world.get('note', `${incidentId}.1`))).toEqual([]);
    expect(due('counter', world.get('counter', `incident/${NOW.slice(0, 10).replaceAll('-', '')}`))).toEqual([]);
  });
});
