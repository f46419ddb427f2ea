import { expect, test } from 'vitest';
import { isTypeCode } from '#shared/incident/classes.ts';
import { CLASS_CHOICES, filterClasses } from './choose-class.ts';

test.each([
  ['山洪', 'N01.2'],
  ['flash', 'N01.2'],
  ['N01.2', 'N01.2'],
  ['n012', undefined],
  ['a08', 'A08'],
  ['火灾', 'A08'],
  ['食品', 'H04'],
  ['landslide', 'N04.1'],
])('typing "%s" offers %s first', (typed, code) => {
  expect(filterClasses(typed)[0]?.code).toBe(code);
});

test('a class brings its sub-types, right after it', () => {
  expect(filterClasses('地质').map(({ code }) => code)).toEqual(['N04', 'N04.1', 'N04.2', 'N04.3', 'N04.4']);
});

test('with nothing typed every class is offered, and each can be recorded', () => {
  expect(filterClasses('')).toHaveLength(CLASS_CHOICES.length);
  for (const { code } of CLASS_CHOICES) expect(isTypeCode(code)).toBe(true);
});
