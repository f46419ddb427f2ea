import { Secret, TOTP } from 'otpauth';
import type { TotpAnswer } from '#shared/access/accounts.ts';

const PERIOD_S = 30;

/** Authenticator applications know this form: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Fenghuo', label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) });

export function newTotp(username: string): TotpAnswer {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, username).toString() };
}

/** The time step that a code belongs to, one step of a slow clock allowed either way; undefined for a wrong code. */
export function stepOf(secret: string, otp: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: otp, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}
