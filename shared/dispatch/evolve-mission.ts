import { defined } from '#shared/defined.ts';
import type { Author } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { OfDispatchEvent } from './events.ts';
import type { Mission, MissionEntry, MissionState, Welfare } from './mission.ts';

type Changing = Exclude<OfDispatchEvent, { type: 'dispatch.requested' | 'dispatch.confirmed' | 'dispatch.offered' }>;

/** A team's mission after an event that names it. */
export function changedMission(mission: Mission, event: Changing, at: string, by: Author): Mission {
  const entry = (text: string): MissionEntry => ({ at, by, text });
  const replied = (text: string | undefined): Pick<Mission, 'replies'> => ({
    replies: text === undefined ? mission.replies : [...mission.replies, entry(text)],
  });
  const told = (text: string | undefined): Pick<Mission, 'told'> => ({ told: text === undefined ? mission.told : [...mission.told, entry(text)] });
  const claimed = 'claimedAt' in event && event.claimedAt !== undefined ? { claimedAt: event.claimedAt } : {};
  const said = claimed.claimedAt ?? at;
  const stepped = (state: MissionState, text?: string): Mission => ({
    ...mission,
    state,
    steps: [...mission.steps, { ...defined({ state, at, by, text }), ...claimed }],
  });
  switch (event.type) {
    case 'dispatch.accepted': {
      const { people, equipment, etaMinutes, text } = event;
      return { ...stepped('accepted', text), ...replied(text), people, ...defined({ equipment }), etaAt: addMinutes(said, etaMinutes) };
    }
    case 'dispatch.declined':
      return atHome({ ...stepped('declined', event.reason), ...replied(event.reason) });
    case 'dispatch.unanswered':
    case 'dispatch.lapsed':
      return stepped('no_reply');
    case 'dispatch.extended':
      return stepped('offered');
    case 'dispatch.reminded':
      return { ...mission, ...told(event.text) };
    case 'dispatch.stood-down':
      return { ...stepped('stood_down', event.reason), ...told(event.reason) };
    case 'dispatch.released':
    case 'dispatch.cancelled': {
      const { welfare: _welfare, ...next } = stepped(event.standDown.includes(mission.teamId) ? 'stood_down' : 'released', event.reason);
      return { ...next, ...told(event.reason) };
    }
    case 'dispatch.progressed': {
      const { status, etaMinutes, text } = event;
      const eta = etaMinutes === undefined ? {} : { etaAt: addMinutes(said, etaMinutes) };
      const next = { ...stepped(status, text), ...replied(text), ...eta };
      if (status === 'checked_in') return { ...next, checkedInBy: 'word' };
      return status === 'returned' ? atHome(next) : next;
    }
    case 'dispatch.listed':
      return { ...mission, members: event.members, present: mission.present.filter((id) => event.members.some(({ memberId }) => memberId === id)) };
    case 'dispatch.checked-in': {
      const arrived = mission.state === 'accepted' || mission.state === 'en_route' ? stepped('checked_in') : mission;
      return { ...arrived, present: [...new Set([...mission.present, ...event.members])], checkedInBy: event.how };
    }
    case 'dispatch.assigned': {
      const { zone, task, welfareEveryMinutes } = event;
      const { welfare: _welfare, ...next } = { ...stepped('assigned', task), zone, task };
      return welfareEveryMinutes === undefined ? next : { ...next, welfare: { everyMinutes: welfareEveryMinutes, lastAt: at } };
    }
    case 'dispatch.welfare-told': {
      const { text } = event;
      const log = text === undefined ? mission.log : [...mission.log, entry(text)];
      return mission.welfare ? { ...mission, log, welfare: wellAsOf(mission.welfare, said, at) } : { ...mission, log };
    }
    case 'dispatch.welfare-missed':
      return mission.welfare ? { ...mission, welfare: { ...mission.welfare, missedAt: at } } : mission;
    case 'dispatch.logged': {
      const { text, fileIds, claimedAt } = event;
      return { ...mission, log: [...mission.log, { ...entry(text), ...(fileIds ? { fileIds } : {}), ...(claimedAt === undefined ? {} : { claimedAt }) }] };
    }
    case 'dispatch.shared': {
      const { sharingSince: _since, ...rest } = mission;
      return event.on ? { ...rest, sharingSince: at } : rest;
    }
    case 'dispatch.debriefed': {
      const { hours, consumables, damage, kilometres, text } = event;
      return { ...stepped('debriefed', text), hours, ...defined({ consumables, damage, kilometres }) };
    }
    case 'dispatch.appraised': {
      const { side, score, text } = event;
      return { ...mission, appraisals: [...(mission.appraisals ?? []), defined({ side, score, text, at, by })] };
    }
    case 'dispatch.certified':
      return { ...mission, certificates: [...(mission.certificates ?? []), { memberId: event.memberId, code: event.code, at }] };
    default:
      return event satisfies never;
  }
}

/** Whoever was well an hour ago is still looked for now. */
function wellAsOf({ everyMinutes, lastAt, missedAt }: Welfare, said: string, now: string): Welfare {
  const late = addMinutes(said, everyMinutes) <= now;
  return { everyMinutes, lastAt: said > lastAt ? said : lastAt, ...(late && missedAt !== undefined ? { missedAt } : {}) };
}

/** Whose mission is over is followed no more. */
function atHome(mission: Mission): Mission {
  const { welfare: _welfare, sharingSince: _since, ...rest } = mission;
  return rest;
}
