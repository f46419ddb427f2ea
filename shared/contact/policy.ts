import { chainOf } from '#shared/duty/policy.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { Contact } from './state.ts';

/** As agreed in plans/rules/duty.json: each quarter. */
export const VERIFY_DAYS = 90;
const MINUTES_PER_DAY = 24 * 60;

/** The duty office or a leader of the organisation, or of one above, keeps its contacts. */
export const mayKeep = (actor: Actor, org: string): boolean => (isDuty(actor) || isLeader(actor)) && chainOf(org).includes(actor.org);

/** Duty officers and leaders see numbers: at once in their own chain, for a reason elsewhere. */
export const maySeeNumbers = (actor: Actor): boolean => isDuty(actor) || isLeader(actor);

export const isOwnChain = (actor: Pick<Actor, 'org'>, { org }: Pick<Contact, 'org'>): boolean =>
  chainOf(actor.org).includes(org) || chainOf(org).includes(actor.org);

/** Never verified, or longer ago than a quarter. */
export const isOverdue = ({ verifiedAt }: Pick<Contact, 'verifiedAt'>, now: string): boolean =>
  verifiedAt === undefined || addMinutes(verifiedAt, VERIFY_DAYS * MINUTES_PER_DAY) < now;

/** The key that a contact's plain values are under: destroyed with the contact. */
export const vaultGroupOf = (contactId: string): string => `contact.${contactId}`;
