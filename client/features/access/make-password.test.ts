import { expect, it } from 'vitest';
import { makePassword } from './make-password.ts';

it('a password that is handed over has four groups of letters nobody confuses', () => {
  for (let i = 0; i < 50; i += 1) expect(makePassword()).toMatch(/^([a-hj-km-np-z2-9A]{4}-){3}[a-hj-km-np-z2-9A]{4}$/);
});

it('no two are the same', () => {
  expect(new Set(Array.from({ length: 200 }, makePassword)).size).toBe(200);
});
