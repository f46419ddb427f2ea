import { describe, expect, it } from 'vitest';
import { CATEGORIES, categoryOf, CLASSES, hasSeverity, isTypeCode, typeName } from './classes.ts';

const codes = CLASSES.flatMap(({ code, subtypes }) => [code, ...subtypes.map((_, i) => `${code}.${i + 1}`)]);

describe('classes of incident', () => {
  it('are the four of the law: 6, 13, 7 and 8 of them, each once', () => {
    const sizes = Object.keys(CATEGORIES).map((category) => CLASSES.filter(({ code }) => categoryOf(code) === category).length);
    expect(sizes).toEqual([6, 13, 7, 8]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('every code has a name in both languages', () => {
    for (const code of codes) {
      expect(isTypeCode(code)).toBe(true);
      expect(typeName(code, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(typeName(code, 'en')).toMatch(/^[A-Z]/);
    }
  });

  it('an unknown code is refused and names itself', () => {
    for (const code of ['N07', 'N01.7', 'N03.1', 'n01', 'X01', '', 'toString', '__proto__']) {
      expect(isTypeCode(code)).toBe(false);
      expect(typeName(code, 'zh')).toBe(code);
    }
  });

  it('only social-security events have no level', () => {
    expect(codes.filter((code) => !hasSeverity(code))).toEqual(CLASSES.filter(({ code }) => code.startsWith('S')).map(({ code }) => code));
  });
});
