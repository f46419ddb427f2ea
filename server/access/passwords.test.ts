import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { createPasswords, generatePassword, weaknessOf, weaknessOfGiven } from './passwords.ts';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB, two passes and one lane', async () => {
    const passwords = await createPasswords();
    expect(await passwords.hash('river rising 42')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('matches its own hash and no other, also typed as other code points', async () => {
    const passwords = await createPasswords();
    const hash = await passwords.hash('café alarm 119');
    expect(await passwords.matches(hash, 'café alarm 119')).toBe(true);
    expect(await passwords.matches(hash, 'cafe alarm 119')).toBe(false);
  });

  it('matches nothing without a hash, at the price of one comparison', async () => {
    const passwords = await createPasswords();
    expect(await passwords.matches(undefined, 'river rising 42')).toBe(false);
    expect(passwords.compared()).toBe(1);
  });
});

describe('a password of one’s own', () => {
  it.each([
    'short',
    '九个字符的密码啊啊',
    'zhangsan',
    'zhangsan1',
    'ZhangSan12',
    'zhangsanzhangsan',
    'password123',
    'PASSWORD123',
    'ganzhou123',
    'aaaaaaaaaaaa',
    'abababababab',
  ])('is not %s', (password) => {
    expect(weaknessOf(password, 'zhangsan')).toBeTypeOf('string');
  });

  it.each(['river rising 42', '洪水来了快上山去吧啊', 'zhangsan-likes-rice'])('may be %s', (password) => {
    expect(weaknessOf(password, 'zhangsan')).toBeUndefined();
  });
});

it('a password handed out is asked only for eight characters', () => {
  expect(weaknessOfGiven('demo-119')).toBeUndefined();
  expect(weaknessOfGiven('demo-11')).toBeTypeOf('string');
});

it('a generated password is long, legible and never the same', () => {
  const made = Array.from({ length: 100 }, generatePassword);
  expect(new Set(made).size).toBe(100);
  for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{20}$/);
  for (const password of made) expect(weaknessOf(password, 'admin')).toBeUndefined();
});

it('the list of common passwords holds none that the length refuses anyway', () => {
  for (const password of COMMON_PASSWORDS) expect(password.length).toBeGreaterThanOrEqual(10);
});
