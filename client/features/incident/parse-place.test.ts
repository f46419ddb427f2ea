import { expect, test } from 'vitest';
import { COUNTIES } from '#shared/ganzhou.ts';
import { countyOf, parsePlace, placeWords, suggestCounties, withCounty } from './parse-place.ts';

const found = (text: string): string[] => suggestCounties(text).map(({ zh }) => zh);

test.each([
  ['于', ['于都县']],
  ['yd', ['于都县']],
  ['yudu', ['于都县']],
  ['Yu', ['于都县']],
  ['360731', ['于都县']],
  ['3607', COUNTIES.map(([, zh]) => zh)],
  ['x', ['信丰县', '兴国县', '寻乌县']],
  ['赣', ['赣县区']],
  ['zzz', []],
  ['', []],
  ['于都县 ', []],
])('typing "%s" offers %j', (typed, names) => {
  expect(found(typed)).toEqual(names);
});

test('each county is found by its initials', () => {
  for (const [adcode, zh] of COUNTIES) {
    const named = { 章贡: 'zg', 南康: 'nk', 赣县: 'gx', 龙南: 'ln', 瑞金: 'rj', 石城: 'sc' }[zh.slice(0, 2)];
    if (named) expect(suggestCounties(named).map((county) => county.adcode)).toContain(adcode);
  }
});

test('a picked county replaces the word that was typed, not what stands before it', () => {
  const yudu = countyOf('360731');
  if (!yudu) throw new Error('Yudu is a county');
  expect(withCounty('yd', yudu)).toBe('于都县');
  expect(withCounty('赣州 yd', yudu)).toBe('赣州 于都县');
});

test('a county named in the text is the county, in its short name too', () => {
  expect(parsePlace('于都县梓山镇潭头村').county?.adcode).toBe('360731');
  expect(parsePlace('瑞金叶坪乡').county?.adcode).toBe('360781');
  expect(parsePlace('Flash flood at xingguo, 3 missing').county?.adcode).toBe('360732');
  expect(parsePlace('潭头村').county).toBeUndefined();
});

test('coordinates are longitude and latitude, and turned round when only that can be', () => {
  expect(parsePlace('115.41,25.95').at).toEqual({ lng: 115.41, lat: 25.95 });
  expect(parsePlace('25.95，115.41').at).toEqual({ lng: 115.41, lat: 25.95 });
  expect(parsePlace('115.41 25.95').at).toEqual({ lng: 115.41, lat: 25.95 });
  expect(parsePlace('于都县 115.41,25.95 河边')).toMatchObject({ county: { adcode: '360731' }, at: { lng: 115.41, lat: 25.95 } });
});

test('a typed code is taken, of a neighbour too, and neither it nor coordinates stay in the words', () => {
  expect(parsePlace('440282 帽子峰林场 114.30,25.20')).toEqual({ adcode: '440282', at: { lng: 114.3, lat: 25.2 } });
  expect(placeWords('440282 帽子峰林场 114.30,25.20 北侧')).toBe('帽子峰林场 北侧');
});

test('a house number is not a coordinate', () => {
  expect(parsePlace('红军大道 12 号').at).toBeUndefined();
  expect(parsePlace('G35 K1203').at).toBeUndefined();
});

test('a code names its county, townships and villages too', () => {
  expect(countyOf('360731101')?.zh).toBe('于都县');
  expect(countyOf('110000')).toBeUndefined();
});
