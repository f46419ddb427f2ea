import { addMinutes } from '#shared/time.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import type { World } from '#shared/world.ts';
import type { DispatchOffered, Offered } from './events.ts';
import { entryOf, type Ground } from './ground.ts';
import { circumstancesOf, exclusionsOf, factsOf, type Circumstances, type Ranked } from './rank.ts';
import { freeOf } from './state.ts';

/** As agreed in plans/rules/dispatch.json, until somebody changes the table. */
const ANSWER_WITHIN_MINUTES = 10;
const REMIND_BEFORE_MINUTES = 10;

/** Until when a team alone is waited for. */
export function answerByOf(world: World, acceptBy: string, now: string): string {
  const by = addMinutes(now, numberOf(world, 'dispatch.answer-within', ANSWER_WITHIN_MINUTES));
  return by < acceptBy ? by : acceptBy;
}

/** When those who have not answered are reminded; not at all where there is less time than that. */
export function remindAtOf(world: World, acceptBy: string, now: string): { remindAt?: string } {
  const at = addMinutes(acceptBy, -numberOf(world, 'dispatch.remind-before', REMIND_BEFORE_MINUTES));
  return at > now ? { remindAt: at } : {};
}

export const offeredTo = (ranked: Ranked, answerBy: string): Offered => ({ ...ranked, answerBy });

/** The next in line who can still be asked, unless as many are waited for as slots are free. `leaving` is who is waited for no more. */
export function nextInLine(ground: Ground, leaving: string, ahead: number): DispatchOffered[] {
  const { world, dispatch, now } = ground;
  const { offers, acceptBy, exercise } = dispatch;
  const rest = { ...dispatch, offers: offers.filter(({ teamId }) => teamId !== leaving) };
  const waitedFor = rest.offers.filter(({ state }) => state === 'offered').length;
  if (now >= acceptBy || waitedFor >= freeOf(rest) || dispatch.state === 'cancelled' || dispatch.state === 'closed') return [];
  const circumstances = circumstancesOf(world, dispatch, now);
  const next = dispatch.reserve.find((ranked) => stillFits(ground, circumstances, ranked));
  if (!next) return [];
  return [{ ...entryOf(ground, ahead), type: 'dispatch.offered', exercise, offers: [offeredTo(next, answerByOf(world, acceptBy, now))] }];
}

function stillFits({ world, dispatch }: Ground, circumstances: Circumstances, { teamId }: Ranked): boolean {
  const team = world.get('team', teamId);
  return team !== undefined && exclusionsOf(factsOf(circumstances, team), dispatch.capability).length === 0;
}
