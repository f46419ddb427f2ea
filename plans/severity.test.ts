import { describe, expect, it } from 'vitest';
import { gradeOf, LADDERS, proposeSeverity } from './severity.ts';

describe('the severity that figures reach', () => {
  it.each([
    ['A02', { dead: 2 }, 4],
    ['A02', { dead: 3 }, 3],
    ['A02', { dead: 10 }, 2],
    ['A02', { dead: 30 }, 1],
    ['A04', { seriousInjured: 49 }, 3],
    ['A04', { seriousInjured: 50 }, 2],
    ['A08', { directLossCny: 10_000_000 }, 3],
    ['N06', { burntForestHa: 60 }, 3],
    ['N06', { burntForestHa: 100 }, 2],
    ['N04.1', { directLossCny: 1_000_000 }, 3],
    ['N01.2', { dead: 3 }, 3],
    ['A11', { directLossCny: 5_000_000 }, 3],
    ['A11', { evacuated: 5000 }, 3],
    ['H04', { cases: 30, dead: 0 }, 4],
    ['H04', { cases: 99 }, 4],
    ['H04', { cases: 101 }, 3],
    ['H04', { cases: 32, dead: 1 }, 3],
    ['H04', { cases: 101, dead: 1 }, 2],
    ['H04', { cases: 40, dead: 10 }, 2],
  ] as const)('of %s with %o is %i: "以上" includes the number', (typeCode, figures, level) => {
    expect(proposeSeverity(typeCode, figures)?.value).toBe(level);
  });

  it('is that of the worst single criterion, which is named', () => {
    const proposal = proposeSeverity('A02', { dead: 1, seriousInjured: 4, directLossCny: 60_000_000 });
    expect(proposal?.value).toBe(2);
    expect(proposal?.fired.ladder.id).toBe('work-safety.loss');
  });

  it('does not count the missing as dead: only known figures are asked', () => {
    expect(proposeSeverity('N01', {})).toBeNull();
  });

  it('is none for social-security events, which are not on the scale', () => {
    expect(proposeSeverity('S01', { dead: 5 })).toBeNull();
    expect(proposeSeverity('S07', { outageMinutes: 400 })).toBeNull();
  });

  it('of an attack on networks is the grade of its own guideline: only the first grade was read as law', () => {
    expect(gradeOf('S07', { outageMinutes: 360 })).toMatchObject({ value: 1, fired: { least: 360, tag: 'S' } });
    expect(gradeOf('S07', { outageMinutes: 150, recordsLeaked: 2_000_000 })).toMatchObject({ value: 2, fired: { tag: 'R' } });
    expect(gradeOf('S07', { mainOutageMinutes: 119 })).toMatchObject({ value: 4 });
  });

  it('is none while food has made fewer than thirty ill and nobody has died', () => {
    expect(proposeSeverity('H04', { cases: 29, dead: 0 })).toBeNull();
  });

  it('comes from ladders whose levels fall', () => {
    for (const { id, at } of LADDERS) {
      const least = Object.values(at).map(Number);
      expect(
        [...least].sort((a, b) => b - a),
        id,
      ).toEqual(least);
      expect(new Set(least).size, id).toBe(least.length);
    }
  });
});
