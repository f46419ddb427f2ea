import { describe, expect, it } from 'vitest';
import { mayChange, originAllowed } from './origin.ts';

const host = 'fenghuo.example:3000';
const allowed = ['https://map.example'];

describe('a page', () => {
  it.each([
    ['of ours', 'http://fenghuo.example:3000', true],
    ['of ours behind a proxy that speaks https', 'https://fenghuo.example:3000', true],
    ['that is allowed by name', 'https://map.example', true],
    ['that is allowed by name, but not in the clear', 'http://map.example', false],
    ['of another port', 'http://fenghuo.example:3001', false],
    ['of a host that begins like ours', 'http://fenghuo.example:3000.evil.example', false],
    ['of a host that ends like ours', 'http://evil-fenghuo.example:3000', false],
    ['with our name as a user', 'http://fenghuo.example:3000@evil.example', false],
    ['in a sandbox', 'null', false],
    ['of an extension', 'chrome-extension://fenghuo.example:3000', false],
    ['of nowhere', '', false],
  ])('%s (%s) may open a socket: %s', (_what, origin, may) => {
    expect(originAllowed(origin, host, allowed)).toBe(may);
  });

  it('is not ours when the request has no host', () => {
    expect(originAllowed('http://undefined', undefined, [])).toBe(false);
  });
});

describe('a change', () => {
  const change = { method: 'POST', origin: undefined, host, site: undefined };

  it('comes from a program that is no browser', () => {
    expect(mayChange(change, allowed)).toBe(true);
  });

  it('comes from our own page', () => {
    expect(mayChange({ ...change, origin: `http://${host}`, site: 'same-origin' }, allowed)).toBe(true);
    expect(mayChange({ ...change, site: 'same-origin' }, allowed)).toBe(true);
  });

  it.each(['cross-site', 'same-site'])('does not come from a %s page, even if its origin is hidden', (site) => {
    expect(mayChange({ ...change, site }, allowed)).toBe(false);
    expect(mayChange({ ...change, origin: 'https://evil.example', site }, allowed)).toBe(false);
  });

  it('is not made by reading', () => {
    expect(mayChange({ ...change, method: 'GET', origin: 'https://evil.example', site: 'cross-site' }, allowed)).toBe(true);
  });
});
