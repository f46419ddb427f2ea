import type { Mission } from '#shared/dispatch/mission.ts';

/** One for each time a team is asked, asked again or reminded. */
export const callKey = ({ id, steps, told }: Pick<Mission, 'id' | 'steps' | 'told'>): string => `${id} ${steps.length} ${told.length}`;

/** Offers that nobody on this phone has been called to yet. */
export function freshCalls(missions: Iterable<Mission>, teamId: string, known: ReadonlySet<string>): Mission[] {
  return [...missions].filter((mission) => mission.teamId === teamId && mission.state === 'offered' && !known.has(callKey(mission)));
}
