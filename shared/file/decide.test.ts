import { describe, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { seatAt, yuduDuty, ZHANGGONG } from '#test/support/seats.ts';
import { MOST_FILES } from './policy.ts';

const INCIDENT = idOf(1);
const flood = past(yuduDuty, 'incident.log', aFlood());
const photo: Payload<'file.attach'> = { incidentId: INCIDENT, name: '现场.jpg', type: 'image/jpeg', bytes: 1200, sha256: 'a'.repeat(64) };

describe('a file', () => {
  it('belongs to its incident: seen by its readers, an entry of its timeline', () => {
    const outcome = given(flood).when(yuduDuty, 'file.attach', { ...photo, caption: '决口处' });
    outcome.expectRefs({ file: idOf(99), incident: INCIDENT });
    const attached = outcome.document('file');
    const { world } = given(flood);
    expect(attached).toMatchObject({ name: '现场.jpg', type: 'image/jpeg', readers: world.get('incident', INCIDENT)?.readers, exercise: false });
    expect(outcome.document('note', `${INCIDENT}.2`)).toMatchObject({ entry: 'file.attached', text: '决口处', set: { file: '现场.jpg' } });
    expect(outcome.document('incident', INCIDENT)).toMatchObject({ holds: [`file/${idOf(99)}`] });
  });

  it('is added by whoever may write in the log, a village reporter too, and by nobody else', () => {
    const village = past(seatAt('village-reporter'), 'incident.log', aFlood());
    for (const role of ['village-reporter', 'township-duty', 'county-duty', 'county-leader', 'city-duty'] as const)
      given(village)
        .when(seatAt(role), 'file.attach', photo)
        .expectRefs({ file: idOf(99), incident: INCIDENT });
    given(village).when(seatAt('auditor'), 'file.attach', photo).expectRefusal('not-permitted');
    given(village).when(seatAt('county-duty', ZHANGGONG), 'file.attach', photo).expectRefusal('incident.unknown');
  });

  it('tells where it was taken only when it is kept as evidence', () => {
    const position = { lng: 115.4, lat: 25.9 };
    expect(
      given(flood)
        .when(yuduDuty, 'file.attach', { ...photo, position })
        .document('file'),
    ).not.toHaveProperty('position');
    expect(
      given(flood)
        .when(yuduDuty, 'file.attach', { ...photo, position, evidence: true })
        .document('file'),
    ).toMatchObject({ position, evidence: true });
  });

  it('comes to a closed incident too', () => {
    const closed = past(yuduDuty, 'incident.close', { incidentId: INCIDENT, reason: '险情排除' }, { id: idOf(2) });
    given(flood, closed)
      .when(yuduDuty, 'file.attach', photo)
      .expectEvents([{ type: 'file.attached', n: 3 }]);
  });

  it('is refused when the incident has as many as it may', () => {
    const many = Array.from({ length: MOST_FILES }, (_, n) => past(yuduDuty, 'file.attach', photo, { id: idOf(1000 + n) }));
    given(flood, ...many)
      .when(yuduDuty, 'file.attach', photo)
      .expectRefusal('file.too-many');
  });

  it('leaves what is active with its incident', () => {
    const { world } = given(
      flood,
      past(yuduDuty, 'file.attach', photo, { id: idOf(3) }),
      past(yuduDuty, 'incident.close', { incidentId: INCIDENT, reason: '险情排除' }, { id: idOf(2) }),
      { type: 'incident.archived', incidentId: INCIDENT },
    );
    expect(world.get('file', idOf(3))).toBeUndefined();
  });
});
