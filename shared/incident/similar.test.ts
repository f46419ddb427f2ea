import { describe, expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU, yuduDuty } from '#test/support/seats.ts';
import { sharedWords, similarTo, type Probe } from './similar.ts';

const T = '2026-06-01T02:00:00.000Z';
const asked: Probe = { title: '上欧村山洪', typeCode: 'N01.2', at: { lng: 115.42, lat: 25.95 }, since: T };
const found = (probe: Probe, ...made: Partial<Parameters<typeof aFlood>[0]>[]) => {
  const logs = made.map((over, i) => past(yuduDuty, 'incident.log', aFlood({ title: `第${i}起`, ...over }), { id: idOf(i + 1), at: T }));
  return similarTo(probe, given(...logs).world.all('incident'));
};
const at = (lng: number, accuracyM?: number) => ({ place: placeIn(YUDU, { lng, ...(accuracyM === undefined ? {} : { accuracyM }) }) });

describe('what may be the same', () => {
  it('a flood near by that was logged a little while ago, and it says how near, how long ago and how like', () => {
    const [like] = found(asked, at(115.43));
    expect(like).toMatchObject({ kind: 'same', minutes: 0, metres: expect.any(Number) });
    expect(like?.metres).toBeGreaterThan(900);
    expect(like?.metres).toBeLessThan(1100);
  });

  it('another class far from it, another place or another day is not', () => {
    expect(found(asked, { typeCode: 'A08', ...at(115.42) }, at(116.2), { receivedAt: '2026-05-31T02:00:00Z', ...at(115.42) })).toEqual([]);
  });

  it('a related class is: rain, flood and slide are one event under three names', () => {
    expect(found(asked, { typeCode: 'N04.1', ...at(115.42) })).toMatchObject([{ kind: 'related' }]);
  });

  it('the same words are, wherever the place was set', () => {
    expect(found({ ...asked, title: '于都县上欧村发生山洪' }, { title: '上欧村发生山洪', ...at(115.9) })).toMatchObject([{ kind: 'same' }]);
    expect(found({ title: '上欧村发生山洪', since: T }, { title: '于都上欧村发生山洪', ...at(115.9) })).toHaveLength(1);
  });

  it('where only the county is known, what is within it counts as near', () => {
    expect(found(asked, at(115.6, 20_000))).toHaveLength(1);
    expect(found(asked, at(115.6))).toEqual([]);
  });

  it('hospital patients of a crash are another event, not a duplicate', () => {
    expect(found({ ...asked, typeCode: 'H04', title: '中学多名学生呕吐' }, { typeCode: 'S07', title: '市医院系统瘫痪', ...at(115.42) })).toEqual([]);
  });

  it('the likest come first, three at most', () => {
    const order = found(asked, at(115.5), at(115.421), at(115.46), at(115.48)).map(({ incident }) => incident.title);
    expect(order).toEqual(['第1起', '第2起', '第3起']);
  });
});

describe('the words of two texts', () => {
  it('are alike by pairs of characters, whatever the punctuation', () => {
    expect(sharedWords('上欧村，山洪', '上欧村山洪')).toBe(1);
    expect(sharedWords('上欧村山洪', '水南大桥车祸')).toBe(0);
    expect(sharedWords('', '山洪')).toBe(0);
  });
});
