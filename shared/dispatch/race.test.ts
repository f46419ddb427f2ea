import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Order, OrderType, Payload } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import { decide } from '#shared/decide.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { LiveWorld } from '#shared/world.ts';
import { commit, given, idOf, NOW, orderOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, yuduDuty } from '#test/support/seats.ts';
import { aTeam, teamSeat } from '#test/support/teams.ts';
import { missionId } from './mission.ts';
import { freeOf, takenOf, type Dispatch } from './state.ts';

const TEAMS = ['t1', 't2', 't3', 't4', 't5', 't6'] as const;
const dispatchId = idOf(2);
const RULES = { archiveAfterHours: 24, climbAfterMinutes: 15 };

interface Act {
  /** So many minutes after the one before. */
  after: number;
  team: (typeof TEAMS)[number];
  what: 'accept' | 'decline' | 'extend' | 'offer' | 'stand-down' | 'release' | 'return';
}

const acts = fc.array(
  fc.record<Act>({
    after: fc.integer({ min: 0, max: 12 }),
    team: fc.constantFrom(...TEAMS),
    what: fc.constantFrom('accept', 'accept', 'accept', 'decline', 'extend', 'offer', 'stand-down', 'release', 'return'),
  }),
  { maxLength: 40 },
);

/** A need that some teams were asked for, and its clockwork. */
class Scene {
  readonly world: LiveWorld;
  now = NOW;
  #n = 10;

  constructor(slots: number, asked: number) {
    const request: Payload<'dispatch.request'> = {
      incidentId: idOf(1),
      capability: { category: 'water' },
      teamsNeeded: slots,
      askAtOnce: asked,
      staging: { lng: 115.42, lat: 25.95, text: '…' },
      acceptBy: addMinutes(NOW, 30),
    };
    const logged = past(yuduDuty, 'incident.log', aFlood(), { id: idOf(1) });
    this.world = given(...TEAMS.map((id) => aTeam(id)), logged, past(yuduDuty, 'dispatch.request', request, { id: dispatchId })).world;
  }

  get dispatch(): Dispatch {
    const dispatch = this.world.get('dispatch', dispatchId);
    if (!dispatch) throw new Error('the dispatch is gone');
    return dispatch;
  }

  /** Whether the order was taken. */
  give<T extends OrderType>(seat: Seat, type: T, payload: Payload<T>): boolean {
    this.#n += 1;
    return this.#taken(orderOf(type, payload, idOf(this.#n)), seat);
  }

  #taken(order: Order, seat: Seat): boolean {
    try {
      commit(this.world, decide(this.world, order, seat, this.now).events, this.now, seat.actor);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Lets time go by: what comes due is ordered at its instant, each once. */
  until(at: string): void {
    const seen = new Set<string>();
    for (;;) {
      const [next] = dueOf('dispatch', this.dispatch, RULES)
        .filter((due) => due.at <= at && !seen.has(`${due.rule} ${due.at} ${JSON.stringify(due.order.payload)}`))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      if (!next) break;
      seen.add(`${next.rule} ${next.at} ${JSON.stringify(next.order.payload)}`);
      if (next.at > this.now) this.now = next.at;
      this.give(SYSTEM_SEAT, next.order.type, next.order.payload as never);
    }
    this.now = at;
  }
}

function play(scene: Scene, { team, what }: Act): void {
  const before = scene.dispatch;
  const seat = teamSeat(team);
  switch (what) {
    case 'accept': {
      const taken = scene.give(seat, 'dispatch.accept', { dispatchId, etaMinutes: 30, people: 5 });
      // Never late, never beyond the last slot, whatever else happened.
      if (taken) expect([before.state, freeOf(before) > 0, scene.now <= before.acceptBy]).toEqual(['open', true, true]);
      break;
    }
    case 'decline':
      scene.give(seat, 'dispatch.decline', { dispatchId, reason: '…' });
      break;
    case 'extend':
      scene.give(yuduDuty, 'dispatch.extend', { dispatchId, acceptBy: addMinutes(scene.now, 20) });
      break;
    case 'offer':
      scene.give(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [team], overrideReason: '…' });
      break;
    case 'stand-down':
      scene.give(yuduDuty, 'dispatch.stand-down', { dispatchId, teamIds: [team] });
      break;
    case 'release':
      scene.give(yuduDuty, 'dispatch.release', { dispatchId, teamIds: [team] });
      break;
    case 'return':
      scene.give(seat, 'dispatch.progress', { dispatchId, status: 'returned' });
      break;
    default:
      what satisfies never;
  }
}

/** What must be so at any time. */
function check({ world, dispatch, now }: Scene): void {
  expect(takenOf(dispatch)).toBeLessThanOrEqual(dispatch.teamsNeeded);
  expect(new Set(dispatch.offers.map(({ teamId }) => teamId)).size).toBe(dispatch.offers.length);
  if (dispatch.state === 'open') expect([freeOf(dispatch) > 0, now <= dispatch.acceptBy]).toEqual([true, true]);
  if (dispatch.state === 'filled') expect([freeOf(dispatch), dispatch.filledAt !== undefined]).toEqual([0, true]);
  for (const { teamId, state } of dispatch.offers) {
    const mission = world.get('mission', missionId(dispatchId, teamId));
    const asked = state === 'accepted' ? ['accepted', 'en_route', 'released', 'returned'] : [state];
    expect(asked, `${teamId}: ${state}`).toContain(mission?.state);
  }
}

it('whoever answers when, and whatever comes due between: no slot is taken twice, none too late, and every mission says what its offer says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 }), acts, (slots, asked, story) => {
      const scene = new Scene(slots, asked);
      for (const act of story) {
        scene.until(addMinutes(scene.now, act.after));
        play(scene, act);
        check(scene);
      }
      scene.until(addMinutes(scene.dispatch.acceptBy, 1));
      expect(scene.dispatch.state).not.toBe('open');
    }),
    { numRuns: 400 },
  );
});
