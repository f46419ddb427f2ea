import type { Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Actor } from '#shared/seat.ts';
import type { Reminder } from './reminder.ts';

type Viewer = Pick<Actor, 'org'>;

/** A need whose time is up with slots still free, told where it was stated. */
export function reminderOfDispatch({ id, incidentId, org, state, acceptBy, about, exercise }: Dispatch, viewer: Viewer, since: string): Reminder | undefined {
  if (state !== 'lapsed' || org !== viewer.org || acceptBy < since) return undefined;
  return { id: `unfilled ${id} ${acceptBy}`, kind: 'unfilled', incidentId, title: about.title, red: false, exercise };
}

/** People in danger who have not said that they are well: heard by night as by day, where they were sent from. */
export function reminderOfMission(mission: Mission, dispatch: Pick<Dispatch, 'org'> | undefined, viewer: Viewer, since: string): Reminder | undefined {
  const { id, incidentId, teamName, zone, welfare, exercise } = mission;
  const missedAt = welfare?.missedAt;
  if (missedAt === undefined || missedAt < since || dispatch?.org !== viewer.org) return undefined;
  const title = [teamName, zone].filter(Boolean).join(' · ');
  return { id: `welfare ${id} ${missedAt}`, kind: 'welfare', ...(incidentId === undefined ? {} : { incidentId }), title, red: true, exercise };
}
