import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { endOf } from './category.ts';
import { WARN_DAYS } from './policy.ts';
import type { Member } from './member.ts';
import type { Team } from './state.ts';

const MINUTES_PER_DAY = 24 * 60;

/** The papers that a team stands on, and until when. */
export function groundsOf({ categories, agreement }: Pick<Team, 'categories' | 'agreement'>) {
  const certified = categories.flatMap(({ category, certificate }) => (certificate ? [{ of: category, validTo: certificate.validTo }] : []));
  return agreement ? [...certified, { of: 'agreement' as const, validTo: agreement.validTo }] : certified;
}

/** A team is warned before each of its papers expires, and is expired with the last of them. */
export function dueOfTeam(team: Team): Due[] {
  const { id: teamId, status, log } = team;
  if (status !== 'registered') return [];
  const grounds = groundsOf(team);
  const dues: Due[] = [];
  for (const { of, validTo } of grounds) {
    // What was past when the paper was entered is not told as if it were ahead.
    const enteredAt = log.findLast((entry) => entry.kind === 'certified' && entry.of === of && entry.validTo === validTo)?.at ?? '';
    for (const days of WARN_DAYS) {
      const at = addMinutes(endOf(validTo), -days * MINUTES_PER_DAY);
      const told = log.some((entry) => entry.kind === 'expiring' && entry.of === of && entry.validTo === validTo && entry.days === days);
      if (!told && at > enteredAt) dues.push({ rule: `team.warn.${of}.${days}`, at, order: { type: 'team.warn', payload: { teamId, of, validTo, days } } });
    }
  }
  const last = grounds
    .map(({ validTo }) => validTo)
    .toSorted()
    .at(-1);
  if (last !== undefined) dues.push({ rule: 'team.expire', at: endOf(last), order: { type: 'team.expire', payload: { teamId } } });
  return dues;
}

/** The papers of a member that are warned of. */
export function papersOf({ insuredUntil, certificates }: Pick<Member, 'insuredUntil' | 'certificates'>): { of: string; validTo: string }[] {
  const dated = certificates.flatMap(({ kind, validTo }) => (validTo === undefined ? [] : [{ of: kind, validTo }]));
  return insuredUntil === undefined ? dated : [{ of: 'insurance', validTo: insuredUntil }, ...dated];
}

/** Insurance and certificates of a member are warned of as a team's are. What was past when they were entered is not told as if it were ahead. */
export function dueOfMember(member: Member): Due[] {
  const { id: memberId, leftAt, warnings = [], savedAt = member.joinedAt } = member;
  if (leftAt !== undefined) return [];
  return papersOf(member).flatMap(({ of, validTo }) =>
    WARN_DAYS.flatMap((days) => {
      const at = addMinutes(endOf(validTo), -days * MINUTES_PER_DAY);
      const told = warnings.some((one) => one.of === of && one.validTo === validTo && one.days === days);
      if (told || at <= savedAt) return [];
      return [{ rule: `member.warn.${of}.${validTo}.${days}`, at, order: { type: 'member.warn', payload: { memberId, of, validTo, days } } } satisfies Due];
    }),
  );
}
