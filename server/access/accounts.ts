import { AddUser, PatchUser, type AccountView } from '#shared/access/accounts.ts';
import type { ByeReason } from '#shared/protocol.ts';
import { seatOf, SYSTEM, type Seat } from '#shared/seat.ts';
import type { Ids } from '#server/ports.ts';
import { AccessError, invalidField, isDuplicate, parseBody, stored } from './access-error.ts';
import { createGrants, type SubmitOrder } from './grants.ts';
import { MAX_TIME_MS, type UserRecord } from './models.ts';
import { weaknessOf, weaknessOfGiven } from './passwords.ts';
import { administratorOnly, mayManage, placementOf, type Claim, type Placement, type Territory } from './placement.ts';
import { viewOf } from './session-cache.ts';
import type { Sessions } from './sessions.ts';
import type { Checks } from './sign-in.ts';

export interface AccountsDeps {
  checks: Checks;
  sessions: Sessions;
  territory: Territory;
  orders: SubmitOrder;
  ids: Ids;
}

/** Who makes an account for a team by itself. */
export interface Applicant {
  username: string;
  password: string;
  /** The team's: it is named as the author of what it orders. */
  name: string;
  org: string;
  team: string;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** What administrators do with accounts. Each change is in the journal before it is made; a refused order changes nothing. */
export function createAccounts({ checks, sessions, territory, orders, ids }: AccountsDeps) {
  const { models, passwords, turns, clock } = checks;
  const grants = createGrants(orders, ids);
  let last: Promise<unknown> = Promise.resolve();

  /** One change after another: what one has checked, the next can't have changed. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  async function add(body: unknown, by: Seat): Promise<{ id: string }> {
    administratorOnly(by.actor);
    const said = parseBody(AddUser, body);
    const weakness = weaknessOfGiven(said.password);
    if (weakness !== undefined) throw invalidField('password', weakness);
    return make(said, placed(said, by), by);
  }

  /** A team that nobody knows yet makes an account for itself: a team's seat and nothing else, with a password as strong as one's own must be. */
  async function addApplicant({ username, password, name, org, team }: Applicant): Promise<Seat> {
    const weakness = weaknessOf(password, username);
    if (weakness !== undefined) throw invalidField('password', weakness);
    const place = placementOf({ role: 'team', org, team }, SYSTEM, territory);
    const { id } = await make({ username, password, name }, place, seatOf(SYSTEM, undefined));
    return seatOf({ id, name, role: 'team', org: place.org, team }, undefined);
  }

  async function make(said: Pick<AddUser, 'username' | 'password' | 'name' | 'mustChangePassword'>, place: Placement, by: Seat): Promise<{ id: string }> {
    const { username, password, name, mustChangePassword = false } = said;
    const taken = () => new AccessError(409, 'user-exists', `There is a user ${username} already.`, { details: [{ path: 'username', message: 'taken' }] });
    if (await stored(models.users.exists({ username }).maxTimeMS(MAX_TIME_MS))) throw taken();
    const passwordHash = await turns.run(true, () => passwords.hash(password));
    const id = ids.next();
    await grants.seat(id, place, by);
    const now = clock.now();
    const { missing: _missing, ...seat } = place;
    const record = { _id: id, username, name, ...seat, passwordHash, mustChangePassword, totpLastCounter: -1, disabled: false, epoch: 0 };
    try {
      await stored(models.users.create({ ...record, createdAt: now, passwordChangedAt: now }));
    } catch (error) {
      throw isDuplicate(error) ? taken() : error;
    }
    return { id };
  }

  async function patch(id: string, body: unknown, by: Seat): Promise<AccountView> {
    administratorOnly(by.actor);
    const said = parseBody(PatchUser, body);
    const user = await managed(id, by);
    const { disabled = user.disabled, password } = said;
    const weakness = password === undefined ? undefined : weaknessOfGiven(password);
    if (weakness !== undefined) throw invalidField('password', weakness);
    const place = movedTo(said, user, by);
    if (user.role === 'administrator' && !user.disabled && (disabled || (place && place.role !== 'administrator'))) await keepOne(user);
    const passwordHash = password === undefined ? undefined : await turns.run(true, () => passwords.hash(password));
    if (place) await grants.seat(id, place, by);
    if (disabled !== user.disabled) await grants.revoke(id, disabled ? 'disabled' : 'enabled', by);
    if (passwordHash !== undefined) await grants.revoke(id, 'password-reset', by);
    const ends = endOf(place !== undefined, disabled && !user.disabled, passwordHash !== undefined);
    const changed = await write(
      id,
      {
        ...(said.name === undefined ? {} : { name: said.name }),
        ...(place ? { role: place.role, org: place.org, team: place.team } : {}),
        ...(passwordHash === undefined ? {} : { passwordHash, mustChangePassword: said.mustChangePassword ?? false, passwordChangedAt: clock.now() }),
        ...(said.totp === false ? { totpSecret: undefined, totpPending: undefined } : {}),
        disabled,
      },
      ends !== undefined,
    );
    if (ends === undefined) sessions.renew(changed);
    else await sessions.endOf(id, ends);
    return accountOf(changed);
  }

  /** Undefined means: take the field away. A new epoch voids every session by the same write. */
  async function write(id: string, fields: Partial<Record<keyof UserRecord, unknown>>, newEpoch: boolean): Promise<UserRecord> {
    const entries = Object.entries(fields);
    const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    const unset = Object.fromEntries(entries.filter(([, value]) => value === undefined).map(([field]) => [field, 1]));
    const update = { $set: set, $unset: unset, ...(newEpoch ? { $inc: { epoch: 1 } } : {}) };
    const changed = await stored(models.users.findByIdAndUpdate(id, update, { returnDocument: 'after' }).lean<UserRecord>());
    return changed ?? unknownUser();
  }

  function placed(claim: Claim, by: Seat): Placement {
    const place = placementOf(claim, by.actor, territory);
    if (!mayManage(by.actor, place.org, territory)) throw outside();
    return place;
  }

  /** The new seat, or nothing when it is the one that the account has. */
  function movedTo(said: PatchUser, user: UserRecord, by: Seat): Placement | undefined {
    if (said.role === undefined && said.org === undefined && said.team === undefined) return undefined;
    const role = said.role ?? user.role;
    const org = said.org ?? user.org;
    const team = said.team ?? (role === 'team' && org === user.org ? user.team : undefined);
    const place = placed({ role, org, team, orgName: said.orgName }, by);
    return place.role === user.role && place.org === user.org && place.team === user.team ? undefined : place;
  }

  async function managed(id: string, by: Seat): Promise<UserRecord> {
    const user = await stored(models.users.findById(id).maxTimeMS(MAX_TIME_MS).lean<UserRecord>());
    if (!user) return unknownUser();
    if (!mayManage(by.actor, user.org, territory)) throw outside();
    return user;
  }

  /** Nobody could let anybody in again. */
  async function keepOne(user: UserRecord): Promise<void> {
    const others = models.users.exists({ role: 'administrator', disabled: false, _id: { $ne: user._id } }).maxTimeMS(MAX_TIME_MS);
    if (!(await stored(others))) throw new AccessError(409, 'last-administrator', 'This is the last administrator.');
  }

  async function list(by: Seat): Promise<AccountView[]> {
    administratorOnly(by.actor);
    const all = await stored(models.users.find().sort({ username: 1 }).maxTimeMS(MAX_TIME_MS).lean<UserRecord[]>());
    return all.filter(({ org }) => mayManage(by.actor, org, territory)).map(accountOf);
  }

  return {
    add: (body: unknown, by: Seat) => inTurn(() => add(body, by)),
    addApplicant: (applicant: Applicant) => inTurn(() => addApplicant(applicant)),
    patch: (id: string, body: unknown, by: Seat) => inTurn(() => patch(id, body, by)),
    list,
    managed,
  };
}

function endOf(moved: boolean, disabled: boolean, reset: boolean): ByeReason | undefined {
  if (disabled || reset) return 'session-ended';
  return moved ? 'seat-changed' : undefined;
}

const outside = (): AccessError => new AccessError(403, 'not-permitted', 'This is outside of what this administrator manages.');

function unknownUser(): never {
  throw new AccessError(404, 'unknown-user', 'There is no such user.');
}

function accountOf(user: UserRecord): AccountView {
  const { disabled, mustChangePassword, createdAt, passwordChangedAt } = user;
  return {
    ...viewOf(user),
    disabled,
    mustChangePassword,
    totp: user.totpSecret !== undefined,
    createdAt: createdAt.toISOString(),
    passwordChangedAt: passwordChangedAt.toISOString(),
  };
}
