import type { Draft } from '#shared/world.ts';

/** What somebody, or a whole team, has done: real missions that were debriefed. Drills are not counted. */
export interface Service {
  missions: number;
  hours: number;
}

interface Told {
  teamId: string;
  hours: readonly { memberId: string; hours: number }[];
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

const more = ({ missions, hours }: Service = { missions: 0, hours: 0 }, also: Service): Service => ({
  missions: missions + also.missions,
  hours: tenths(hours + also.hours),
});

/** Adds what a debriefing tells. Told again, only the difference counts. */
export function countService(draft: Draft, { teamId, hours }: Told, before: Told['hours'] | undefined): void {
  const was = new Map((before ?? []).map((row) => [row.memberId, row.hours]));
  const now = new Map(hours.map((row) => [row.memberId, row.hours]));
  let sum = 0;
  for (const memberId of new Set([...was.keys(), ...now.keys()])) {
    const delta = (now.get(memberId) ?? 0) - (was.get(memberId) ?? 0);
    sum += delta;
    const member = draft.get('member', memberId);
    const missions = Number(now.has(memberId)) - Number(was.has(memberId));
    if (member && (delta !== 0 || missions !== 0)) draft.put('member', { ...member, service: more(member.service, { missions, hours: delta }) });
  }
  const team = draft.get('team', teamId);
  if (team) draft.put('team', { ...team, service: more(team.service, { missions: before ? 0 : 1, hours: sum }) });
}

export function countAppraisal(draft: Draft, { teamId, score }: { teamId: string; score: number }): void {
  const team = draft.get('team', teamId);
  const { count, sum } = team?.appraised ?? { count: 0, sum: 0 };
  if (team) draft.put('team', { ...team, appraised: { count: count + 1, sum: sum + score } });
}
