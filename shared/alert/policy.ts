import { chainOf } from '#shared/duty/policy.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { inMode } from '#shared/readers.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import { HAZARDS, isMet, levelOf, mayWarnOf, needsTwo, type Colour } from './hazards.ts';
import type { AlertContent } from './orders.ts';
import type { Alert, AlertDraft } from './state.ts';

/** A re-authentication or a sign-in this long ago is fresh; and so long an approval by the second person holds. */
export const FRESH_MINUTES = 15;

/** The region that an organisation speaks for: a department speaks for the one it belongs to. */
export const homeOf = ({ id, kind, parent }: Pick<Organisation, 'id' | 'kind' | 'parent'>): string => (kind === 'department' ? (parent ?? id) : id);

const REGIONAL = /^\d{6}$/;

/** County and city duty officers and leaders draft; a department drafts for its own line of hazards. */
export function mayDraft(actor: Actor, org: Pick<Organisation, 'id' | 'kind' | 'parent' | 'lines'> | undefined, hazard: AlertContent['hazard']): boolean {
  if (!org || org.id !== actor.org) return false;
  if (actor.role === 'department')
    return (org.lines ?? []).some((line) => HAZARDS[hazard].typeCode.startsWith(line) || line.startsWith(HAZARDS[hazard].typeCode));
  return (isDuty(actor) || isLeader(actor)) && REGIONAL.test(actor.org);
}

/** Whoever may draft it may go on drafting it, and the duty office and leaders of its region may as well. */
export const mayEdit = (actor: Actor, { org, home }: Pick<Alert, 'org' | 'home'>): boolean =>
  actor.org === org || ((isDuty(actor) || isLeader(actor)) && actor.org === home);

/** A leader of the region that it speaks for, or of one above. */
export const mayApprove = (actor: Actor, { home }: Pick<Alert, 'home'>): boolean => isLeader(actor) && chainOf(home).includes(actor.org);

export const mayIssue = mayEdit;

/** Danger that is over is taken back at once: by a leader, or by duty where one person was enough to warn. */
export const mayCancel = (actor: Actor, alert: Pick<Alert, 'org' | 'home' | 'content'>): boolean =>
  mayApprove(actor, alert) || (isDuty(actor) && mayEdit(actor, alert) && !(alert.content && needsTwo(alert.content.colour)));

/** The worse of what is in force and what is to come: taking a red one down to blue takes two persons as well. */
export function gravestOf({ content, status }: Pick<Alert, 'content' | 'status'>, draft: AlertDraft | undefined): Colour {
  const inForce = status === 'issued' && content ? [content.colour] : [];
  return [...inForce, ...(draft ? [draft.content.colour] : [])].sort((a, b) => levelOf(a) - levelOf(b))[0] ?? 'blue';
}

/** What ERL 64 demands and is not there yet, by its field. */
export function missingOf({ hazard, issuer, startAt, expectedEnd, scope, cautions, measures }: AlertContent): { path: string; message: string }[] {
  const missing = Object.entries({ issuer, startAt, scope, cautions })
    .filter(([, value]) => value === undefined)
    .map(([path]) => ({ path, message: 'is missing' }));
  if ((measures ?? []).length === 0) missing.push({ path: 'measures', message: 'is missing' });
  if (issuer && !mayWarnOf(hazard, issuer.kind)) missing.push({ path: 'issuer.kind', message: `does not warn of ${hazard}` });
  // A met signal only from a met source: the station's own number stands in it.
  if (issuer && isMet(hazard) && issuer.signal === undefined)
    missing.push({ path: 'issuer.signal', message: 'is missing: a weather signal names the station’s own' });
  if (startAt !== undefined && expectedEnd !== undefined && expectedEnd <= startAt) missing.push({ path: 'expectedEnd', message: 'is not after startAt' });
  return missing;
}

/** Its own people while it is a draft; everybody when it is in force, for it is made to be known. */
export const draftReaders = (org: string, home: string, exercise: boolean): string[] =>
  inMode([...new Set([`org:${org}`, ...chainOf(home).map((one) => `org:${one}`)])], exercise);

export const issuedReaders = (exercise: boolean): string[] => inMode(['everyone'], exercise);
