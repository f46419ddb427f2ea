import type { Colleague } from '#shared/access/accounts.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { regionChain } from '#shared/region.ts';
import { isDuty, isLeader, type Actor, type Role, type Seat } from '#shared/seat.ts';
import { AccessError, stored } from './access-error.ts';
import { MAX_TIME_MS, type AccessModels, type UserRecord } from './models.ts';

/** Whom an incident is not shown to by name: they are called, or they keep the system. */
const OUTSIDE: readonly Role[] = ['team', 'neighbour', 'administrator'];

/** Those whom a duty officer or a leader may name: above, below and beside in their own chain. Names only, nothing else of a person. */
export async function colleaguesOf(
  models: Pick<AccessModels, 'users'>,
  organisation: (id: string) => Organisation | undefined,
  { actor }: Seat,
): Promise<Colleague[]> {
  if (!isDuty(actor) && !isLeader(actor)) throw new AccessError(403, 'not-permitted', 'Only duty officers and leaders name colleagues.');
  const asked = models.users.find({ disabled: false, role: { $nin: OUTSIDE } }).sort({ org: 1, name: 1 });
  const users = await stored(asked.maxTimeMS(MAX_TIME_MS).lean<UserRecord[]>());
  return users.filter(({ org }) => sameChain(actor, org, organisation(org))).map(({ _id: id, name, role, org }) => ({ id, name, role, org }));
}

/** A department stands where its region does. */
function sameChain({ org: own }: Actor, org: string, there: Organisation | undefined): boolean {
  const place = /^\d+$/.test(org) ? org : there?.parent;
  if (place === undefined) return false;
  return regionChain(own).includes(place) || regionChain(place).includes(own);
}
