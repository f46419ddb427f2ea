import { expect, it } from 'vitest';
import { placeIn } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import { lossesOf, peopleOf, typedFigure } from './figures.ts';
import { buildAccount, buildFigures, buildTime, placeFrom, timeText } from './record-builds.ts';
import { skewOf } from './skew.ts';

const now = (): number => Date.parse('2026-06-01T02:40:00+08:00');
const nowhere = (): undefined => undefined;

it('a time is typed back as it is shown, and only a readable one is set', () => {
  const text = timeText('occurredAt', '2026-05-31T18:10:00.000Z')['occurredAt'] ?? '';
  expect(text).toBe('06-01 02:10');
  expect(buildTime('occurredAt', now)({ occurredAt: text })).toEqual({ set: { occurredAt: '2026-05-31T18:10:00.000Z' } });
  expect(buildTime('occurredAt', now)({ occurredAt: '25:99' })).toEqual({ wrong: ['occurredAt'] });
  expect(buildTime('occurredAt', now)({})).toEqual({ set: {} });
});

it('other words for a place leave its position; coordinates and another county move it', () => {
  const before = placeIn(YUDU);
  expect(placeFrom('于都县渡江大道 12 号', before, nowhere)).toEqual({ ...before, text: '于都县渡江大道 12 号' });
  expect(placeFrom('渡江大道 115.42,25.96', before, () => '360731100')).toEqual({ adcode: '360731100', text: '渡江大道', lng: 115.42, lat: 25.96 });
  expect(placeFrom('会昌县文武坝镇', before, nowhere)).toMatchObject({ adcode: '360733', text: '会昌县文武坝镇', accuracyM: 20_000 });
});

it('an emptied text takes the text away', () => {
  expect(buildAccount('cause')({ 'account.cause': ' ' })).toEqual({ set: { account: { cause: '' } } });
  expect(buildAccount('cause')({})).toEqual({ set: {} });
});

it('money is typed in units of ten thousand, people in ones, land in parts', () => {
  expect([typedFigure('directLossCny', '0.5'), typedFigure('dead', '1.5'), typedFigure('cropsHa', '1.5'), typedFigure('dead', ' ')]).toEqual([
    5000,
    'wrong',
    1.5,
    undefined,
  ]);
});

it('a figure that is emptied is taken back; one that was not touched stays', () => {
  expect(buildFigures({ 'casualties.dead': ' ', 'casualties.missing': '0', 'losses.affected': '' })).toEqual({
    set: { casualties: { dead: null, missing: 0 }, losses: { affected: null } },
  });
  expect(buildFigures({})).toEqual({ set: {} });
});

it('each class is asked what it may have, and what was given is never hidden', () => {
  expect([peopleOf('H04').includes('cases'), peopleOf('N01').includes('cases'), peopleOf('N01', { cases: 2 }).includes('cases')]).toEqual([true, false, true]);
  expect(lossesOf('N06.1')).toContain('burntForestHa');
  expect(lossesOf('S07')).toContain('recordsLeaked');
  expect(lossesOf('A04', { cropsHa: 2 })).toContain('cropsHa');
});

it('a time that was entered more than an hour after is late, by the server’s clock', () => {
  const incident = {
    occurredAt: '2026-06-01T02:00:00Z',
    receivedAt: '2026-06-01T03:05:00Z',
    loggedAt: '2026-06-01T03:06:00Z',
    givenAt: { occurredAt: '2026-06-01T03:01:00Z' },
  };
  expect(skewOf(incident, 'occurredAt')).toMatchObject({ late: true, ms: 3_660_000 });
  expect(skewOf(incident, 'receivedAt')).toEqual({ enteredAt: '2026-06-01T03:06:00Z', ms: 60_000, late: false });
  expect(skewOf(incident, 'discoveredAt')).toBeUndefined();
});
