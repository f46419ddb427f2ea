import { isUnderWay, type Mission } from '#shared/dispatch/mission.ts';
import { freeOf, type Dispatch } from '#shared/dispatch/state.ts';

export interface Out {
  /** Asked, of needs that are open. */
  asked: number;
  coming: number;
  there: number;
  /** At the scene or on the way, in people. */
  people: number;
  /** Slots that nobody has taken. */
  lacking: number;
  /** Every mission that is out. */
  out: readonly Mission[];
  missed: readonly Mission[];
}

/** The teams that are out, in numbers. A drill is never counted with what is real; who came by itself has no slot and is counted where it stands. */
export function outOf(dispatches: Iterable<Dispatch>, missions: Iterable<Mission>, exercise: boolean): Out {
  const open = new Map(
    [...dispatches].filter((one) => one.exercise === exercise && (one.state === 'open' || one.state === 'lapsed')).map((one) => [one.id, one]),
  );
  const count = { asked: 0, coming: 0, there: 0, people: 0, lacking: 0 };
  const [out, missed]: [Mission[], Mission[]] = [[], []];
  for (const one of open.values()) count.lacking += freeOf(one);
  for (const mission of missions) {
    if (mission.exercise !== exercise) continue;
    const { state, people = 0, dispatchId = '', welfare } = mission;
    if ((state === 'offered' || state === 'no_reply') && open.get(dispatchId)?.state === 'open') count.asked += 1;
    const here = isUnderWay(mission) || state === 'self_reported';
    if (!here) continue;
    if (state === 'accepted' || state === 'en_route') count.coming += 1;
    else count.there += 1;
    count.people += people;
    out.push(mission);
    if (welfare?.missedAt !== undefined) missed.push(mission);
  }
  return { ...count, out, missed };
}
