import { describe, expect, it } from 'vitest';
import { LADDERS, proposeSeverity } from './severity.ts';

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
  });

  it('comes from ladders whose levels fall', () => {
    for (const { id, at } of LADDERS) expect([at[1] > at[2], at[2] > at[3], at[3] > at[4]], id).toEqual([true, true, true]);
  });
});
