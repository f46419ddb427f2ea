import { expect, it } from 'vitest';
import { given, idOf, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityLeader, YUDU, yuduDuty } from '#test/support/seats.ts';
import { assemble } from './assemble.ts';
import type { ReportKind } from './events.ts';
import { kindWord } from './wording.ts';

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

it('parts are numbered one after the other, whichever of them have something to say', () => {
  const said = past(yuduDuty, 'report.phone', { incidentId, spokenTo: '市政府总值班室', text: '首报' }, { id: idOf(2) });
  const headings = (text: string): string[] => text.split('\n').filter((line) => /^[一二三四]、/.test(line));
  expect(headings(written('initial', logged))).toEqual(['一、基本情况', '二、人员伤亡和损失', '三、已采取的措施', '四、下一步工作']);
  expect(headings(written('follow-up', logged, said))).toEqual(['一、最新情况', '二、下一步工作']);
});

it('the level is told by its word, and what has no level by the grade that a person recorded', () => {
  const level = (value: 1 | 2 | 3 | 4): string =>
    written('initial', logged, past(cityLeader, 'incident.assess', { incidentId, severity: value, basis: '死亡人数' }, { id: idOf(3) }));
  expect(level(4)).toContain('事件等级确定为一般。');
  expect(level(3)).toContain('事件等级确定为较大。');
  expect(level(2)).toContain('事件等级确定为重大。');
  expect(level(1)).toContain('事件等级确定为特别重大。');
  expect(written('initial', logged, past(yuduDuty, 'incident.assess', { incidentId, severity: 3, basis: '…' }, { id: idOf(3) }))).toContain(
    '事件等级初判为较大。',
  );
  const ransom = past(yuduDuty, 'incident.log', aFlood({ typeCode: 'S07', title: '医院系统瘫痪' }));
  const graded = past(yuduDuty, 'report.find', { incidentId, grade: 3 }, { id: idOf(3) });
  expect(written('initial', ransom)).not.toContain('等级');
  expect(written('initial', ransom, graded)).toContain('按《网络安全事件分级指南》，事件分级为较大。');
  expect(written('upgrade', ransom, graded)).toContain('该事件按《网络安全事件分级指南》定为较大。');
});

it('a report is called by its number in Chinese', () => {
  expect([1, 2, 10, 11, 20, 23].map((n) => kindWord('follow-up', n, 'N01'))).toEqual(['续报一', '续报二', '续报十', '续报十一', '续报二十', '续报二十三']);
  expect([kindWord('upgrade', 1, 'N01'), kindWord('upgrade', 2, 'N01')]).toEqual(['升级报告', '升级报告二']);
  expect([kindWord('final', 0, 'N01'), kindWord('final', 0, 'A02')]).toEqual(['核报', '终报']);
});

it('a follow-up tells only what changed since the last report', () => {
  const said = past(yuduDuty, 'report.phone', { incidentId, spokenTo: '市政府总值班室', text: '首报' }, { id: idOf(2) });
  const more = past(yuduDuty, 'incident.update', { incidentId, casualties: { dead: 2 } }, { id: idOf(3) });
  const text = written('follow-up', logged, said, more);
  expect(text).toContain('死亡由1人增至2人');
  expect(text).not.toContain('46人');
  expect(text).not.toContain('失联');
});
