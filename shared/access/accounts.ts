import { z } from 'zod';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Role } from '#shared/seat.ts';
import { ApplyTeam } from '#shared/team/orders.ts';

/** The bodies of the calls about sessions and accounts, and what they answer. Accounts are not documents: they never enter the journal. */
const PrintableName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'Control characters are not part of a name.');

/** Lower case, so that nobody is two people by a capital letter. */
export const Username = z
  .string()
  .trim()
  .max(64)
  .transform((name) => name.normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, 'A username has 2 to 64 letters, digits and . _ @ -.'));

/** Its strength is the server's concern; this only bounds the work of checking it. */
const Password = z.string().min(1).max(256);
const Otp = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'A code has six digits.');

export const Credentials = z.strictObject({ username: z.string().max(256), password: Password, otp: Otp.optional() });
export const ChangePassword = z.strictObject({ current: Password, next: Password });
export const ConfirmTotp = z.strictObject({ otp: Otp });
export const ConfirmSelf = z.strictObject({ password: Password, otp: Otp.optional() });
export const RemoveTotp = z.strictObject({ password: Password });

export const AddUser = z.strictObject({
  username: Username,
  password: Password,
  name: PrintableName,
  role: Role,
  org: OrganisationId,
  team: z.string().min(1).max(64).optional(),
  /** Names an organisation that is not there yet. */
  orgName: PrintableName.optional(),
  mustChangePassword: z.boolean().optional(),
});
export type AddUser = z.infer<typeof AddUser>;

export const PatchUser = z
  .strictObject({
    ...AddUser.omit({ username: true }).partial().shape,
    disabled: z.boolean().optional(),
    /** Takes the second factor away. Only together with a new password: it is the journaled reset of all credentials. */
    totp: z.literal(false).optional(),
  })
  .refine(({ totp, password }) => totp === undefined || password !== undefined, { path: ['totp'], message: 'is removed only together with a new password' })
  .refine(({ mustChangePassword, password }) => mustChangePassword === undefined || password !== undefined, {
    path: ['mustChangePassword'],
    message: 'goes with a new password',
  });
export type PatchUser = z.infer<typeof PatchUser>;

/** 申请登记 by a team without an account: what it says of itself, and by which account it is told what became of it. */
export const TeamApplication = z.strictObject({ username: Username, password: Password, application: ApplyTeam });
export type TeamApplication = z.infer<typeof TeamApplication>;

export const TeamApplied = z.object({ ok: z.literal(true), teamId: z.string(), username: z.string() });
export type TeamApplied = z.infer<typeof TeamApplied>;

export const UserView = z.object({ id: z.string(), username: z.string(), name: z.string(), role: Role, org: z.string(), team: z.string().optional() });
export type UserView = z.infer<typeof UserView>;

export const SignedInAnswer = z.object({ token: z.string(), user: UserView, csrf: z.string(), expiresAt: z.string(), mustChangePassword: z.boolean() });
export type SignedInAnswer = z.infer<typeof SignedInAnswer>;

export const SessionAnswer = z.object({ user: UserView, csrf: z.string(), expiresAt: z.string(), mustChangePassword: z.boolean(), totp: z.boolean() });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export const TotpAnswer = z.object({ secret: z.string(), uri: z.string() });
export type TotpAnswer = z.infer<typeof TotpAnswer>;

export const SessionView = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  userAgent: z.string(),
  ip: z.string(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;
export const SessionsAnswer = z.object({ sessions: z.array(SessionView) });

export const AccountView = z.object({
  ...UserView.shape,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  totp: z.boolean(),
  createdAt: z.string(),
  passwordChangedAt: z.string(),
});
export type AccountView = z.infer<typeof AccountView>;
/** Whom one may name, and nothing more of them. */
export const Colleague = UserView.pick({ id: true, name: true, role: true, org: true });
export type Colleague = z.infer<typeof Colleague>;
export const ColleaguesAnswer = z.object({ colleagues: z.array(Colleague) });

export const UsersAnswer = z.object({ users: z.array(AccountView) });
