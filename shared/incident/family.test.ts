import { expect, test } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty } from '#test/support/seats.ts';
import { grouped, sumOf } from './family.ts';

const made = (n: number, casualties = {}) => past(cityDuty, 'incident.log', aFlood({ casualties }), { id: idOf(n) });
const link = (n: number, parent: number) => past(cityDuty, 'incident.link', { incidentId: idOf(n), parentIncidentId: idOf(parent) }, { id: idOf(10 + n) });

test('the missing are added to the missing, never to the dead; what nobody gave stays absent', () => {
  const { world } = given(made(1, { dead: 1, missing: 2 }), made(2, { missing: 3 }), made(3));
  expect(sumOf([...world.all('incident')])).toEqual({ casualties: { dead: 1, missing: 5 }, losses: {} });
});

test('the parts stand beneath what they are parts of, in the order that they had', () => {
  const { world } = given(made(1), made(2), made(3), made(4), link(3, 1), link(4, 3));
  expect(grouped([...world.all('incident')]).map(({ id }) => Number(id.slice(-2)))).toEqual([1, 3, 4, 2]);
});
