import { expect, test } from 'vitest';
import { at, flood } from '#test/support/deadlines.ts';
import type { ReportDeadline } from './deadline.ts';
import { reasonSaid } from './national.ts';
import { tallyOf, wholeOf } from './tally.ts';

const row = (over: Partial<ReportDeadline>): ReportDeadline => ({
  rule: 'R04',
  kind: 'initial',
  from: 'county',
  to: 'city',
  channel: 'any',
  startedAt: at('02:10'),
  dueAt: at('04:10'),
  assumed: false,
  ...over,
});

test('a national system in which it is entered is called by its name, and any other reason as it was written', () => {
  expect([reasonSaid('national:disaster', 'zh'), reasonSaid('national:cyber', 'en'), reasonSaid('省里已报', 'en')]).toEqual([
    '国家自然灾害灾情管理系统',
    'Cyber incident reporting platform',
    '省里已报',
  ]);
});

test('deadlines are counted by level and kind, and what was late stays late whatever was said of it since', () => {
  const incidents = [
    flood({
      deadlines: [
        row({ met: { at: at('03:00'), reportId: 'a' } }),
        row({ late: true, met: { at: at('03:00'), recordedAt: at('04:20'), reportId: 'b' } }),
        row({ late: true, met: { at: at('04:30'), reason: '不需报' } }),
        row({ met: { at: at('03:00'), reason: '不需报' } }),
        row({ met: { at: at('03:00'), reason: 'national:disaster' } }),
      ],
    }),
    flood({
      deadlines: [row({}), row({ dueAt: at('09:00') }), row({ kind: 'follow-up', late: true }), row({ from: 'city', to: 'province', kind: 'upgrade' })],
    }),
    flood({ deadlines: [row({ from: 'province', to: 'state', met: { at: at('03:00'), reason: '省级机构已报' } })] }),
    flood(),
  ];
  const tallies = tallyOf(incidents, at('05:00'));
  expect(tallies).toEqual([
    { from: 'county', to: 'city', kind: 'initial', due: 6, onTime: 2, late: 2, over: 1, open: 1, waived: 1 },
    { from: 'county', to: 'city', kind: 'follow-up', due: 1, onTime: 0, late: 0, over: 1, open: 0, waived: 0 },
    { from: 'city', to: 'province', kind: 'upgrade', due: 1, onTime: 0, late: 0, over: 1, open: 0, waived: 0 },
    { from: 'province', to: 'state', kind: 'initial', due: 1, onTime: 1, late: 0, over: 0, open: 0, waived: 0 },
  ]);
  expect(wholeOf(tallies)).toEqual({ due: 9, onTime: 3, late: 2, over: 3, open: 1, waived: 1 });
});
