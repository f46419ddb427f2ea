import { z } from 'zod';
import type { AccountView } from '#shared/access/accounts.ts';
import type { Seat } from '#shared/seat.ts';
import { AccessError, parseBody } from './access-error.ts';
import type { Access } from './access.ts';
import { generatePassword } from './passwords.ts';

const username = z.string().min(1).max(256);

/** What can be asked at the command line. */
export const AccountAction = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('add'),
    username,
    role: z.string(),
    org: z.string(),
    name: z.string().optional(),
    team: z.string().optional(),
    orgName: z.string().optional(),
  }),
  z.strictObject({ action: z.literal('reset'), username, totp: z.literal(false).optional() }),
  z.strictObject({ action: z.literal('disable'), username }),
  z.strictObject({ action: z.literal('enable'), username }),
  z.strictObject({ action: z.literal('list') }),
]);
export type AccountAction = z.infer<typeof AccountAction>;

/** `password` is there once: it is stored nowhere in this form. */
export interface AccountResult {
  users: AccountView[];
  password?: string;
}

/** Who has the machine is its administrator. */
export const consoleSeat = (region: string): Seat => ({
  actor: { id: 'console', name: '控制台', role: 'administrator', org: region },
  rooms: [],
  level: 'full',
});

export type AccountPort = Pick<Access, 'addUser' | 'patchUser' | 'listUsers' | 'region'>;

export async function runAccountAction(access: AccountPort, input: unknown): Promise<AccountResult> {
  const asked = parseBody(AccountAction, input);
  const by = consoleSeat(access.region);
  if (asked.action === 'list') return { users: await access.listUsers(by) };
  if (asked.action === 'add') {
    const { action: _action, name = asked.username, ...account } = asked;
    const password = generatePassword();
    const { id } = await access.addUser({ ...account, name, password, mustChangePassword: true }, by);
    return { users: (await access.listUsers(by)).filter((user) => user.id === id), password };
  }
  const { id } = await named(access, asked.username, by);
  if (asked.action !== 'reset') return { users: [await access.patchUser(id, { disabled: asked.action === 'disable' }, by)] };
  const password = generatePassword();
  const reset = { password, mustChangePassword: true, ...(asked.totp === false ? { totp: false } : {}) };
  return { users: [await access.patchUser(id, reset, by)], password };
}

async function named(access: AccountPort, name: string, by: Seat): Promise<AccountView> {
  const wanted = name.trim().normalize('NFKC').toLowerCase();
  const found = (await access.listUsers(by)).find((user) => user.username === wanted);
  if (!found) throw new AccessError(404, 'unknown-user', `There is no user ${name}.`);
  return found;
}
