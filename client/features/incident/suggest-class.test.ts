import { expect, test } from 'vitest';
import { isTypeCode } from '#shared/incident/classes.ts';
import { suggestClass } from './suggest-class.ts';

test.each([
  ['潭头村山洪，3 人失联', 'N01.2'],
  ['于都梓山镇突发洪水', 'N01.1'],
  ['上犹山体滑坡埋压两户', 'N04.1'],
  ['大余油山林场起火', 'N06'],
  ['章贡区厂房着火', 'A08'],
  ['G35 会昌段甲醇槽罐车侧翻泄漏', 'A02'],
  ['大广高速两车追尾', 'A04'],
  ['南康某小学食物中毒', 'H04'],
  ['矿工疑似中毒', 'H03'],
  ['市人民医院系统遭勒索', 'S07'],
  ['网传瑞金水库溃坝', 'N01.4'],
  ['信丰河堤决口', 'N01.5'],
  ['居民小区燃气泄漏', 'A10.3'],
  ['Flash flood at Yudu', 'N01.2'],
  ['Warehouse fire', 'A08'],
])('"%s" is first taken for %s', (title, code) => {
  expect(suggestClass(title)[0]).toBe(code);
});

test('a title that says nothing of the kind proposes nothing', () => {
  expect(suggestClass('群众来电')).toEqual([]);
  expect(suggestClass('')).toEqual([]);
});

test('whatever is proposed is a class that can be recorded, and no more than three are', () => {
  const all = suggestClass('山洪 滑坡 起火 车祸 中毒 水库 谣言');
  expect(all).toHaveLength(3);
  for (const code of all) expect(isTypeCode(code)).toBe(true);
});

test('the rumour of a dam is offered as a rumour too', () => {
  expect(suggestClass('网传瑞金水库溃坝')).toContain('S08');
});
