import { describe, expect, it } from 'vitest';
import type { Mission } from '#shared/dispatch/mission.ts';
import { authorOf, SYSTEM } from '#shared/seat.ts';
import type { Sending } from '#client/store/outbox-queue.ts';
import { asGiven } from './as-given.ts';
import { nextAction, saysDone } from './stage.ts';

const at = (minute: number): string => `2026-06-01T14:${String(minute).padStart(2, '0')}:00.000Z`;
const by = authorOf(SYSTEM);
const step = (state: Mission['state'], minute: number, claimedAt?: string) => ({
  state,
  at: at(minute),
  by,
  ...(claimedAt === undefined ? {} : { claimedAt }),
});
const mission = { dispatchId: 'd', state: 'accepted' as const, steps: [step('offered', 0), step('accepted', 5)] };
const given = (type: Sending['type'], payload: object, minute: number, state: Sending['state'] = 'queued'): Sending => ({
  id: `${type} ${minute}`,
  type,
  payload: { dispatchId: 'd', ...payload },
  at: at(minute),
  state,
});

describe('a mission on a phone without a network', () => {
  it('goes on by what was given, in its order, each step marked as not sent yet', () => {
    const entries = [
      given('dispatch.progress', { status: 'en_route' }, 10),
      given('dispatch.log', { text: '路滑' }, 12),
      given('dispatch.check-in', { code: '482913', members: [] }, 30),
    ];
    const shown = asGiven(mission, entries);
    expect(shown.state).toBe('checked_in');
    expect(shown.steps.slice(2)).toEqual([
      { state: 'en_route', at: at(10), pending: true },
      { state: 'checked_in', at: at(30), pending: true },
    ]);
    expect(shown.waiting).toHaveLength(3);
    expect(nextAction(shown.state, false)).toBe('working');
  });

  it('stands where the server says once it was answered: taken or not', () => {
    const entries = [given('dispatch.progress', { status: 'en_route' }, 10, 'refused'), given('dispatch.progress', { status: 'en_route' }, 11, 'recorded')];
    expect(asGiven(mission, entries)).toMatchObject({ state: 'accepted', waiting: [] });
  });

  it('is its own: what was given for another one does not move it', () => {
    const other = { ...given('dispatch.progress', { status: 'en_route' }, 10), payload: { dispatchId: 'e', status: 'en_route' } };
    expect(asGiven(mission, [other]).state).toBe('accepted');
  });

  it('says when a step was, and when the word of it came, if that was later', () => {
    const { steps } = asGiven({ ...mission, steps: [...mission.steps, step('en_route', 40, at(10))] }, []);
    expect(steps.at(-1)).toEqual({ state: 'en_route', at: at(10), sentAt: at(40), pending: false });
  });
});

describe('the one large action', () => {
  it.each([
    ['accepted', 'en_route'],
    ['en_route', 'checked_in'],
    ['checked_in', 'working'],
    ['assigned', 'working'],
    ['working', 'done'],
    ['released', 'returned'],
    ['returned', 'debrief'],
    ['debriefed', undefined],
    ['offered', undefined],
  ] as const)('of a mission that is %s is %s', (state, action) => {
    expect(nextAction(state, false)).toBe(action);
  });

  it('goes home from work once the team has said that it is done, in whichever language', () => {
    const steps = [step('working', 10)];
    const log = [{ at: at(20), by, text: 'Work done, asking to be let go' }];
    expect(saysDone({ steps, log }, [])).toBe(true);
    expect(saysDone({ steps, log: [] }, ['作业完成，请示撤离'])).toBe(true);
    expect(nextAction('working', true)).toBe('returned');
    // Said of an earlier piece of work.
    expect(saysDone({ steps: [step('working', 30)], log }, [])).toBe(false);
  });
});
