import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from './grams.ts';

describe('grams', () => {
  it('are the pairs of neighbours in each word, without case', () => {
    expect(gramsOf('章贡区')).toEqual(['章贡', '贡区']);
    expect(gramsOf('GZ20', 'gz')).toEqual(['gz', 'z2', '20']);
    expect(gramsOf('a-b 水')).toEqual(['a', 'b', '水']);
  });

  it('of nothing there are none', () => {
    expect(gramsOf(undefined, '', ' ，。!')).toEqual([]);
  });

  it('a character beyond 16 bits is one character', () => {
    expect(gramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  it('whatever stands in a text is found by its grams', () => {
    const text = fc.string({ unit: fc.constantFrom(...'章贡区水位上涨赣州abc123'), minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        const part = [...whole]
          .slice(from % (whole.length - 1))
          .slice(0, 2 + (length % whole.length))
          .join('');
        const own = new Set(gramsOf(whole));
        expect(gramsOf(part).every((gram) => own.has(gram) || part.length < 2)).toBe(true);
      }),
    );
  });
});
