import { describe, expect, it } from 'vitest';
import { AddUser, Credentials, PatchUser, Username } from './accounts.ts';

const user = { username: 'zhang', password: 'demo-119', name: '张三', role: 'county-duty', org: '360731' };
const paths = (result: { error?: { issues: { path: PropertyKey[] }[] } }): string[] => result.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a username', () => {
  it('is the same in capitals and in full width', () => {
    expect([' Zhang.San ', 'ZHANG.SAN', 'ｚｈａｎｇ.ｓａｎ'].map((name) => Username.parse(name))).toEqual(['zhang.san', 'zhang.san', 'zhang.san']);
  });

  it.each(['张三', 'zhang_san', 'a1', 'duty@yudu'])('may be %s', (name) => {
    expect(Username.safeParse(name).success).toBe(true);
  });

  it.each(['', 'a', 'zhang san', '-zhang', 'zhang\u0000', '<b>', '../x', 'a'.repeat(65), '\ud800x'])('is not %j', (name) => {
    expect(Username.safeParse(name).success).toBe(false);
  });
});

describe('a body', () => {
  it('with an unknown field is refused', () => {
    expect(Credentials.safeParse({ username: 'a', password: 'b', role: 'administrator' }).success).toBe(false);
    expect(AddUser.safeParse({ ...user, passwordHash: 'x' }).success).toBe(false);
    expect(AddUser.safeParse(JSON.parse(`{"__proto__": {"role": "administrator"}, ${JSON.stringify(user).slice(1)}`)).success).toBe(false);
  });

  it.each([{ $ne: 1 }, ['admin'], 1, null, true])('takes no %j for a text', (value) => {
    expect(Credentials.safeParse({ username: value, password: 'x' }).success).toBe(false);
    expect(Credentials.safeParse({ username: 'x', password: value }).success).toBe(false);
  });

  it('removes a second factor only together with a new password', () => {
    expect(paths(PatchUser.safeParse({ totp: false }))).toEqual(['totp']);
    expect(PatchUser.safeParse({ totp: false, password: 'demo-119' }).success).toBe(true);
  });

  it('never changes a username', () => {
    expect(PatchUser.safeParse({ username: 'other' }).success).toBe(false);
  });
});
