import { isCommitted, type Mission, type MissionState } from '#shared/dispatch/mission.ts';
import { mayTell } from '#shared/dispatch/policy.ts';
import { inAnyLanguage } from './text.ts';

/** The one large action of a screen. */
export type Action = 'en_route' | 'checked_in' | 'working' | 'done' | 'returned' | 'debrief';

const ORDER = ['en_route', 'checked_in', 'working', 'returned'] as const;

/** What a team does next. Its own word that the work is done is an entry of its log: to be let go is the officer's. */
export function nextAction(state: MissionState, saidDone: boolean): Action | undefined {
  if (state === 'returned') return 'debrief';
  if (state === 'working' && !saidDone) return 'done';
  return ORDER.find((status) => mayTell({ state }, status));
}

/** Whether it has said since it began to work that the work is done; what still waits on the phone counts. */
export function saysDone({ steps, log }: Pick<Mission, 'steps' | 'log'>, waiting: readonly string[]): boolean {
  const words = inAnyLanguage('stage.doneWords');
  const since = steps.findLast(({ state }) => state === 'working')?.at ?? '';
  return waiting.some((text) => words.includes(text)) || log.some(({ text, at }) => at >= since && words.includes(text));
}

/** What a team has on its hands: not home yet, or home and not debriefed. The latest first. */
export function current(missions: Iterable<Mission>, teamId: string): Mission[] {
  return [...missions]
    .filter((mission) => mission.teamId === teamId && mission.dispatchId !== undefined && (isCommitted(mission) || mission.state === 'returned'))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Hours from departure to return, to a half, as a first proposal for everybody's. */
export function likelyHours(from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined) return 1;
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return Math.max(0.5, Math.round(hours * 2) / 2);
}
