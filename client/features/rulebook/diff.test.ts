import { describe, expect, it } from 'vitest';
import { changesOf } from './diff.ts';

const row = { id: 'report.upgrade', value: 30, unit: 'minutes', zh: '升级报告', en: 'Upgrade', tag: 'D', source: '默认' } as const;

describe('what a proposal changes', () => {
  it('is the fields that differ, with what they were', () => {
    expect(changesOf(row, { ...row, value: 20, source: '会议纪要' })).toEqual([
      { field: 'value', from: 30, to: 20 },
      { field: 'source', from: '默认', to: '会议纪要' },
    ]);
  });

  it('is nothing where nothing differs, and all of a row that is new', () => {
    expect(changesOf(row, { ...row })).toEqual([]);
    expect(changesOf(undefined, row).map(({ field }) => field)).toEqual(['value', 'unit', 'zh', 'en', 'tag', 'source']);
  });
});
