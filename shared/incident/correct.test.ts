import { describe, expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, seatAt, YUDU, yuduDuty, yuduLeader } from '#test/support/seats.ts';

const incidentId = idOf(1);
const logged = past(yuduDuty, 'incident.log', aFlood());
const noted = past(yuduDuty, 'incident.note', { incidentId, text: '转移 18 人' }, { id: idOf(2) });
const correct = { incidentId, n: 2, text: '转移 180 人', reason: '少记一位' };

describe('a correction of the log', () => {
  it('is an entry of its own; the wrong one stays as it was written and names it', () => {
    const corrected = given(logged, noted).when(yuduDuty, 'incident.correct', correct);
    corrected
      .expectEvents([{ type: 'incident.corrected', n: 3, corrects: 2, reason: '少记一位' }])
      .expectRefs({ incident: incidentId, note: `${incidentId}.3` });
    expect(corrected.document('note', `${incidentId}.2`)).toMatchObject({ text: '转移 18 人', correctedBy: 3 });
    expect(corrected.document('note', `${incidentId}.3`)).toMatchObject({ text: '转移 180 人', corrects: 2, set: { reason: '少记一位' } });
  });

  it('is given by the author or somebody of the same organisation, nobody above', () => {
    for (const seat of [yuduLeader, seatAt('county-duty', YUDU, 'next shift')])
      given(logged, noted)
        .when(seat, 'incident.correct', correct)
        .expectEvents([{ type: 'incident.corrected' }]);
    given(logged, noted).when(cityDuty, 'incident.correct', correct).expectRefusal('not-permitted');
  });

  it('of a correction is the next entry; the same entry is not corrected twice', () => {
    const once = past(yuduDuty, 'incident.correct', correct, { id: idOf(3) });
    given(logged, noted, once).when(yuduDuty, 'incident.correct', correct).expectRefusal('note.corrected');
    given(logged, noted, once)
      .when(yuduDuty, 'incident.correct', { ...correct, n: 3 })
      .expectEvents([{ n: 4, corrects: 3 }]);
  });

  it('is of words only: a field is set again, and what is not there can not be corrected', () => {
    given(logged, noted)
      .when(yuduDuty, 'incident.correct', { ...correct, n: 1 })
      .expectRefusal('note.not-words');
    given(logged, noted)
      .when(yuduDuty, 'incident.correct', { ...correct, n: 9 })
      .expectRefusal('note.unknown', 'n');
  });

  it('is possible after closing, as news is', () => {
    const closed = past(yuduDuty, 'incident.close', { incidentId, reason: '险情排除' }, { id: idOf(3) });
    const corrected = given(logged, noted, closed).when(yuduDuty, 'incident.correct', correct);
    expect(corrected.document('incident', incidentId)).toMatchObject({ status: 'closed', entries: 4 });
  });
});
