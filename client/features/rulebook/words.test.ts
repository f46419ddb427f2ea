import { expect, it } from 'vitest';
import { rulebook as en } from '#client/i18n/en/rulebook.ts';
import { rulebook as zh } from '#client/i18n/zh-CN/rulebook.ts';
import { REPORT_LEVELS } from '#shared/report/deadline.ts';
import { CLOCKS, ONLY, UNITS } from '#shared/rulebook/tables.ts';

it('every unit, clock, level and circumstance of a row has its word in both languages', () => {
  for (const { unit, clock, level, only } of [zh, en]) {
    expect(Object.keys(unit).sort()).toEqual([...UNITS].sort());
    expect(Object.keys(clock).sort()).toEqual([...CLOCKS].sort());
    expect(Object.keys(level).sort()).toEqual([...REPORT_LEVELS].sort());
    expect(Object.keys(only).sort()).toEqual([...ONLY].sort());
  }
});
