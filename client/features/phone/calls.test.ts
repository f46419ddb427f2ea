import { expect, it } from 'vitest';
import type { Mission } from '#shared/dispatch/mission.ts';
import { authorOf, SYSTEM } from '#shared/seat.ts';
import { callKey, freshCalls } from './calls.ts';

const by = authorOf(SYSTEM);
const at = '2026-06-01T02:00:00.000Z';
const offer = (over: Partial<Mission> = {}): Mission =>
  ({ id: 'd.blue', teamId: 'blue', state: 'offered', steps: [{ state: 'offered', at, by }], told: [], ...over }) as unknown as Mission;

it('an offer calls once, and again when it is asked anew or reminded', () => {
  const known = new Set<string>();
  expect(freshCalls([offer()], 'blue', known)).toHaveLength(1);
  known.add(callKey(offer()));
  expect(freshCalls([offer()], 'blue', known)).toEqual([]);
  const reminded = offer({ told: [{ at, by, text: '请尽快答复' }] });
  expect(freshCalls([reminded], 'blue', known)).toEqual([reminded]);
  const again = offer({ steps: [...offer().steps, { state: 'no_reply', at, by }, { state: 'offered', at, by }] });
  expect(freshCalls([again], 'blue', known)).toEqual([again]);
});

it('nothing calls that is another team’s or was answered', () => {
  expect(freshCalls([offer({ teamId: 'red' }), offer({ state: 'accepted' })], 'blue', new Set())).toEqual([]);
});
