import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { isUnderWay, type Mission } from './mission.ts';
import { mayStillAccept, type Dispatch } from './state.ts';

/** While a need is open: the next in line when a team does not answer, a reminder, and the end. */
export function dueOfDispatch({ id: dispatchId, state, offers, acceptBy, remindAt }: Dispatch): Due[] {
  if (state !== 'open') return [];
  const unanswered = offers.filter((offer) => offer.state === 'offered');
  const due: Due[] = unanswered
    .filter(({ answerBy }) => answerBy < acceptBy)
    .map(({ teamId, answerBy }) => ({
      rule: 'dispatch.escalate',
      at: answerBy,
      order: { type: 'dispatch.escalate', payload: { dispatchId, teamId, answerBy } },
    }));
  if (remindAt !== undefined && offers.filter(mayStillAccept).some(({ at, remindedAt = at }) => remindedAt < remindAt))
    due.push({ rule: 'dispatch.remind', at: remindAt, order: { type: 'dispatch.remind', payload: { dispatchId } } });
  return [...due, { rule: 'dispatch.lapse', at: acceptBy, order: { type: 'dispatch.lapse', payload: { dispatchId, acceptBy } } }];
}

/** Who does not say in time that they are well is looked for. Once, until they answer. */
export function dueOfMission(mission: Mission, archiveAfterHours: number): Due[] {
  const { dispatchId, teamId, welfare } = mission;
  if (dispatchId === undefined) return archiving(mission, archiveAfterHours);
  if (!welfare || welfare.missedAt !== undefined || !isUnderWay(mission)) return [];
  const payload = { dispatchId, teamId, since: welfare.lastAt };
  return [{ rule: 'dispatch.welfare', at: addMinutes(welfare.lastAt, welfare.everyMinutes), order: { type: 'dispatch.welfare-missed', payload } }];
}

/** Not every team says that it has gone home. */
const FORGOTTEN_AFTER_HOURS = 7 * 24;

/** What a team reported by itself, of no incident, leaves what is active a while after it went home. */
function archiving({ id, incidentId, state, steps, at }: Mission, archiveAfterHours: number): Due[] {
  if (incidentId !== undefined) return [];
  const last = steps.at(-1)?.at ?? at;
  const hours = state === 'self_left' ? archiveAfterHours : FORGOTTEN_AFTER_HOURS;
  return [{ rule: 'dispatch.archive', at: addMinutes(last, hours * 60), order: { type: 'dispatch.archive', payload: { missionId: id } } }];
}
