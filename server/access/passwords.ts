import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** OWASP's first choice for argon2id, which is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a hash (no such user) the same work is done on one that nothing matches, so time tells nothing. */
  matches(passwordHash: string | undefined, password: string): Promise<boolean>;
  /** How many comparisons were made; for the metrics, and to see that no path skips one. */
  compared(): number;
}

export async function createPasswords(): Promise<Passwords> {
  const nobody = await hash(randomBytes(32), COST);
  let compared = 0;
  return {
    hash: (password) => hash(canonical(password), COST),
    async matches(passwordHash, password) {
      compared += 1;
      const same = await verify(passwordHash ?? nobody, canonical(password));
      return same && passwordHash !== undefined;
    },
    compared: () => compared,
  };
}

/** The same characters may be typed as different code points on another keyboard. */
const canonical = (password: string): string => password.normalize('NFKC');

const OWN_LENGTH = 10;
const GIVEN_LENGTH = 8;

/** What is wrong with a password that someone chooses for themselves. */
export function weaknessOf(password: string, username: string): string | undefined {
  if ([...password].length < OWN_LENGTH) return `A password has at least ${OWN_LENGTH} characters.`;
  const plain = canonical(password).toLowerCase();
  if (plain.replaceAll(username, '').length < OWN_LENGTH / 2) return 'A password must be more than the username.';
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 4) return 'This password is among the first that are guessed.';
  return undefined;
}

/** One that an administrator hands to someone: only its length is asked, they are told to change it. */
export function weaknessOfGiven(password: string): string | undefined {
  return [...password].length < GIVEN_LENGTH ? `A password has at least ${GIVEN_LENGTH} characters.` : undefined;
}

/** Without characters that look alike on paper: 31 of them, 20 times, is 99 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GENERATED_LENGTH = 20;

export function generatePassword(): string {
  return Array.from({ length: GENERATED_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
