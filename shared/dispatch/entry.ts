import type { DispatchEvent, OfDispatchEvent, SelfArchived } from './events.ts';

/** What the entry of the timeline names for people: which need, which teams, and what was said. */
export function said(event: Exclude<DispatchEvent, SelfArchived>): { text: string; set: Record<string, unknown>; claimedAt?: string | undefined } {
  if (event.type === 'dispatch.self-reported') return { text: event.text, set: { teams: [event.teamName], people: event.people } };
  if (event.type === 'dispatch.self-left') return { text: event.text ?? '', set: { teams: [event.teamName] } };
  const { number = '', teams = [] } = event.named ?? {};
  const set = { dispatch: number, ...(teams.length > 0 ? { teams } : {}), ...facts(event) };
  const text = 'text' in event ? event.text : 'reason' in event ? event.reason : 'task' in event ? event.task : undefined;
  return { text: text ?? '', set, ...('claimedAt' in event ? { claimedAt: event.claimedAt } : {}) };
}

function facts(event: OfDispatchEvent): Record<string, unknown> {
  switch (event.type) {
    case 'dispatch.requested':
      return { category: event.capability.category, teamsNeeded: event.teamsNeeded, acceptBy: event.acceptBy };
    case 'dispatch.accepted':
      return { people: event.people, etaMinutes: event.etaMinutes };
    case 'dispatch.confirmed':
    case 'dispatch.extended':
      return { acceptBy: event.acceptBy };
    case 'dispatch.progressed':
      return { missionState: event.status };
    case 'dispatch.checked-in':
      return { people: event.members.length };
    case 'dispatch.assigned':
      return { zone: event.zone };
    case 'dispatch.welfare-missed':
      return { since: event.since };
    default:
      return {};
  }
}
