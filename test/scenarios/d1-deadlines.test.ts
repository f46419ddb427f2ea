import { afterAll, beforeAll, expect, test } from 'vitest';
import { d1FlashFlood } from './d1-flash-flood.ts';
import { onClock, type OnClock } from './on-clock.ts';

let stage: OnClock;
const FLOOD = 'flood';
const before = (at: string) => d1FlashFlood.filter((step) => step.at < at);
const from = (at: string, end = '99') => d1FlashFlood.filter((step) => step.at >= at && step.at < end);

beforeAll(async () => {
  stage = await onClock();
  await stage.play(before('03:00'));
});
afterAll(() => stage.close());

test('by three o’clock each level has its own limits, from its own clock', () => {
  expect(stage.due(FLOOD, 'R01')).toEqual([{ kind: 'initial', at: '02:28', met: '02:31', late: true }]);
  expect(stage.due(FLOOD, 'R02P')).toEqual([{ kind: 'initial', at: '02:38', met: '02:35' }]);
  expect(stage.due(FLOOD, 'R02W')).toEqual([{ kind: 'initial', at: '02:58', met: '02:56' }]);
  expect(stage.due(FLOOD, 'R03P')).toEqual([{ kind: 'initial', at: '03:10' }]);
  expect(stage.due(FLOOD, 'R03W')).toEqual([{ kind: 'initial', at: '03:40' }]);
  expect(stage.due(FLOOD, 'R11')).toEqual([{ kind: 'initial', at: '04:10' }]);
  // Two hours from when the city knows, which it does not yet; nothing that asks for a higher level.
  expect([stage.due(FLOOD, 'R12'), stage.due(FLOOD, 'R04')]).toEqual([[], []]);
});

test('what was phoned and sent in time has met them, and the city’s own limit runs from when it was told', async () => {
  await stage.play(from('03:00', '06:00'));
  expect(stage.due(FLOOD, 'R03P')).toEqual([{ kind: 'initial', at: '03:10', met: '03:00' }]);
  expect(stage.due(FLOOD, 'R03W')).toEqual([{ kind: 'initial', at: '03:40', met: '03:36' }]);
  expect(stage.due(FLOOD, 'R11')).toEqual([{ kind: 'initial', at: '04:10', met: '03:00' }]);
  expect(stage.due(FLOOD, 'R12')).toEqual([{ kind: 'initial', at: '05:00', met: '04:20' }]);
});

test('the third death at six makes it 较大: 升级报告 are due at half past, though two and three hours from occurrence have passed', async () => {
  await stage.play(from('06:00', '06:25'));
  expect(stage.due(FLOOD, 'R04')).toEqual([{ kind: 'upgrade', at: '06:30', met: '06:24' }]);
  expect(stage.due(FLOOD, 'R06')).toEqual([{ kind: 'upgrade', at: '06:30' }]);
  expect(stage.due(FLOOD, 'R05W')).toEqual([{ kind: 'upgrade', at: '06:30' }]);
  expect(stage.due(FLOOD, 'R13C')).toEqual([{ kind: 'follow-up', at: '09:00' }]);
});

test('the city’s written one is late: it lapses once, with an entry, and the flag stays when it is sent', async () => {
  await stage.play(from('06:25', '06:30'));
  expect(stage.due(FLOOD, 'R06')).toEqual([{ kind: 'upgrade', at: '06:30', met: '06:28' }]);
  await stage.play(from('06:30', '07:00'));
  expect(stage.due(FLOOD, 'R05W')).toEqual([{ kind: 'upgrade', at: '06:30', met: '06:41', late: true }]);
  expect(stage.incident(FLOOD).reports?.map(({ kind, from: level, ordinal, channel }) => [level, kind, ordinal, channel])).toEqual([
    ['township', 'initial', 0, 'phone'],
    ['township', 'initial', 0, 'written'],
    ['county', 'initial', 0, 'phone'],
    ['county', 'initial', 0, 'written'],
    ['city', 'initial', 0, 'written'],
    ['county', 'upgrade', 1, 'written'],
    ['city', 'upgrade', 1, 'phone'],
    ['city', 'upgrade', 1, 'written'],
  ]);
});

test('the daily 续报 is met before nine and due again the next morning; the city’s at ten lapses', async () => {
  await stage.play(from('07:00'));
  expect(stage.due(FLOOD, 'R13C')).toEqual([
    { kind: 'follow-up', at: '09:00', met: '08:55' },
    { kind: 'follow-up', at: '+1 09:00' },
  ]);
  await stage.until('10:01');
  expect(stage.due(FLOOD, 'R13P')).toEqual([
    { kind: 'follow-up', at: '10:00', late: true },
    { kind: 'follow-up', at: '+1 10:00' },
  ]);
});

test('once the situation is stable the daily ones end and the 核报 is due by working days', async () => {
  await stage.play([{ at: '20:00', seat: 'yudu-zhiban', type: 'report.find', payload: { incidentId: FLOOD, stableAt: '19:30' } }]);
  expect(stage.due(FLOOD, 'R13C')).toEqual([{ kind: 'follow-up', at: '09:00', met: '08:55' }]);
  // 1 June 2026 is a Monday: the second working day after it ends with Wednesday, the third with Thursday.
  expect(stage.due(FLOOD, 'R14C')).toEqual([{ kind: 'final', at: '+3 00:00' }]);
  expect(stage.due(FLOOD, 'R14P')).toEqual([{ kind: 'final', at: '+4 00:00' }]);
});
