import { expect, it } from 'vitest';
import { given, idOf, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU, yuduDuty } from '#test/support/seats.ts';
import { assemble } from './assemble.ts';
import type { ReportKind } from './events.ts';

const incidentId = idOf(1);
const logged = past(
  yuduDuty,
  'incident.log',
  aFlood({ title: '上欧村洪水', casualties: { dead: 1, missing: 3 }, account: { measures: '县消防救援大队46人投入搜救' } }),
);

function written(kind: ReportKind, ...before: PastOrder[]): string {
  const incident = given(...before)
    .when(yuduDuty, 'incident.note', { incidentId, text: '…' })
    .document('incident', incidentId);
  if (!incident) throw new Error('There is no incident.');
  return assemble(incident, { kind, org: YUDU, now: '2026-06-01T02:30:00Z', nameOf: (id) => (id === YUDU ? '于都县' : id) }).text;
}

it('the first report tells what is known, and nothing that is not', () => {
  const text = written('initial', logged);
  for (const said of ['一、基本情况', '于都县贡江镇渡江大道发生洪水', '死亡1人，失联3人', '县消防救援大队46人投入搜救。', '有关情况将及时续报。'])
    expect(text).toContain(said);
  expect(text).not.toMatch(/undefined|初步原因|重伤/);
});

it('a follow-up tells only what changed since the last report', () => {
  const said = past(yuduDuty, 'report.phone', { incidentId, spokenTo: '市政府总值班室', text: '首报' }, { id: idOf(2) });
  const more = past(yuduDuty, 'incident.update', { incidentId, casualties: { dead: 2 } }, { id: idOf(3) });
  const text = written('follow-up', logged, said, more);
  expect(text).toContain('死亡由1人增至2人');
  expect(text).not.toContain('46人');
  expect(text).not.toContain('失联');
});
