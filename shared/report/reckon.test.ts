import { describe, expect, it } from 'vitest';
import { at, author, BY, due, flood, lapsed, report, row, rowsOf } from '#test/support/deadlines.ts';
import { reckon } from './reckon.ts';

describe('report deadlines', () => {
  it('of D1 are as the scenario gives them, whatever the level', () => {
    expect(due(flood())).toMatchObject({ R02P: at('02:38'), R02W: at('02:58'), R03P: at('03:10'), R03W: at('03:40'), R11: at('04:10') });
    expect(due(flood())['R12']).toBe(at('05:05'));
  });

  it('that need a level begin to apply when it is reached', () => {
    expect(due(flood())).not.toHaveProperty('R04');
    expect(due(flood({ level: 3 }))).toMatchObject({ R04: at('04:10'), R06: at('05:10') });
  });

  it('run from occurrence, not from logging: occurred 02:10, logged 03:05, due 04:10', () => {
    const late = flood({ level: 3, received: { county: at('03:05') }, receivedAt: at('03:05'), loggedAt: at('03:05') });
    expect(due(late, at('03:06'))['R04']).toBe(at('04:10'));
  });

  it('that have passed when the level is raised become a 升级报告 due half an hour later, and older flags stay', () => {
    const before = rowsOf(flood(), at('05:00'));
    expect(before.find(({ rule }) => rule === 'R11')).toMatchObject({ late: true });
    const raised = rowsOf(flood({ level: 3, leveledAt: at('06:00'), deadlines: before }), at('06:00'));
    expect(raised.find(({ rule }) => rule === 'R04')).toMatchObject({ kind: 'upgrade', dueAt: at('06:30') });
    expect(raised.find(({ rule }) => rule === 'R04')?.late).toBeUndefined();
    expect(raised.find(({ rule }) => rule === 'R11')).toMatchObject({ dueAt: at('04:10'), late: true });
  });

  it('are not moved by a level raised in time', () => {
    expect(due(flood({ level: 3 }), at('03:30'))['R04']).toBe(at('04:10'));
  });

  it('that were raised stay as they were told when the level falls again, once they were late or met', () => {
    const raised = lapsed(rowsOf(flood({ level: 3 })), 'R04');
    expect(raised.find(({ rule }) => rule === 'R04')).toMatchObject({ late: true });
    const lowered = rowsOf(flood({ level: 4, deadlines: raised }), at('04:30'));
    expect(lowered.find(({ rule }) => rule === 'R04')).toMatchObject({ late: true });
    expect(lowered.find(({ rule }) => rule === 'R06')).toBeUndefined();
  });

  it('ask for a 升级报告 where the lower level had been told already, even in time', () => {
    const told = flood({ reports: [report('initial', at('02:55'))] });
    const raised = rowsOf({ ...told, ...flood({ level: 3, leveledAt: at('03:30') }), reports: told.reports ?? [], deadlines: rowsOf(told) }, at('03:30'));
    expect(raised.find(({ rule }) => rule === 'R04')).toMatchObject({ kind: 'upgrade', startedAt: at('03:30'), dueAt: at('04:10') });
    expect(raised.find(({ rule }) => rule === 'R04')?.met).toBeUndefined();
  });

  it('ask again when the level is raised above what was told', () => {
    const told = flood({ level: 3, reports: [report('upgrade', at('06:20'))] });
    const first = rowsOf({ ...told, deadlines: rowsOf(flood({ level: 3 })) }, at('06:20'));
    const worse = flood({ level: 2, leveledAt: at('07:00'), reports: told.reports ?? [], deadlines: first });
    expect(
      rowsOf(worse, at('07:00'))
        .filter(({ rule }) => rule === 'R04')
        .map(({ kind, dueAt, met }) => [kind, dueAt, met !== undefined]),
    ).toEqual([
      ['initial', at('04:10'), true],
      ['upgrade', at('07:30'), false],
    ]);
  });

  it('that run keep their time when the table is changed; what begins to run afterwards follows it', () => {
    const shorter = { ...BY, rules: BY.rules.map((rule) => (rule.id === 'R03W' ? { ...rule, minutes: 15 } : rule)) };
    const running = flood({ deadlines: rowsOf(flood()) });
    expect(reckon(running, shorter, at('02:50')).find(({ rule }) => rule === 'R03W')?.dueAt).toBe(at('03:40'));
    expect(reckon(flood(), shorter, at('02:41')).find(({ rule }) => rule === 'R03W')?.dueAt).toBe(at('02:55'));
  });

  it('do not follow from a rule that is out of force, and those that run are kept', () => {
    const without = { ...BY, rules: BY.rules.map((rule) => (rule.id === 'R03W' ? { ...rule, suspended: true as const } : rule)) };
    expect(reckon(flood(), without, at('02:41')).some(({ rule }) => rule === 'R03W')).toBe(false);
    expect(reckon(flood({ deadlines: rowsOf(flood()) }), without, at('02:50')).some(({ rule }) => rule === 'R03W')).toBe(true);
  });

  it('of every regime that it falls under stand side by side (D3)', () => {
    const tanker = flood({
      typeCode: 'A02',
      discoveredAt: at('10:05'),
      received: { firm: at('10:00'), county: at('10:20') },
      circumstances: { alsoTypes: ['A04', 'A11'] },
    });
    expect(due(tanker, at('10:21'))).toMatchObject({ R08: at('11:00'), R09C: at('12:20'), R21: at('14:05') });
    expect(due({ ...tanker, circumstances: { alsoTypes: ['A11'], drinkingWater: true } }, at('10:21'))).toMatchObject({ R21W: at('12:05') });
  });

  it('of a cyber incident, which has no level, follow the grade of its guideline (D4)', () => {
    const ransom = flood({ typeCode: 'S07', occurredAt: at('08:00'), discoveredAt: at('08:00') });
    expect(due(ransom)).not.toHaveProperty('R20N');
    expect(due({ ...ransom, circumstances: { grade: 3 } })).toMatchObject({ R20N: at('12:00') });
    expect(due({ ...ransom, circumstances: { grade: 3, criticalInfrastructure: true } })).toMatchObject({ R20C: at('09:00') });
  });

  it('of an animal epidemic go up level by level: two hours to the province in all, an hour there and another, four to the State (R19)', () => {
    const farm = flood({ typeCode: 'H06', occurredAt: at('06:00'), discoveredAt: at('08:00'), received: { county: at('07:40') } });
    expect(due(farm, at('08:01'))).toMatchObject({ R19: at('10:00'), R19M: at('10:00') });
    expect(due(farm, at('08:01'))).not.toHaveProperty('R19P');
    // Nobody recorded who took it at the province: what went out is taken as received.
    const told = { ...farm, reports: [report('initial', at('09:10')), report('initial', at('09:40'), { from: 'city', org: '360700', to: 'province' })] };
    expect(row(told, 'R19P', at('09:41'))).toMatchObject({ from: 'province', startedAt: at('09:40'), dueAt: at('10:40'), assumed: true });
    expect(due(told, at('09:41'))).toMatchObject({ R19S: at('10:00') });
    const known = flood({ ...told, received: { county: at('07:40'), province: at('09:45') } });
    expect(row(known, 'R19P', at('09:50'))).toMatchObject({ dueAt: at('10:45'), assumed: false });
    expect(due(known, at('09:50'))).not.toHaveProperty('R19D');
    // The second hour runs from the report of the first.
    const before = rowsOf(known, at('09:50')).map((one) => (one.rule === 'R19P' ? { ...one, met: { at: at('10:15'), reason: '省级机构已报' } } : one));
    expect(row({ ...known, deadlines: before }, 'R19D', at('10:16'))).toMatchObject({ startedAt: at('10:15'), dueAt: at('11:15') });
  });

  it('to the State Council are met by whoever told it, and stand from the start for 重大 and above (R07)', () => {
    expect(due(flood({ level: 2 }))).toMatchObject({ R07: at('06:10') });
    expect(due(flood({ level: 3 }))).not.toHaveProperty('R07');
    expect(row(flood({ level: 2, reports: [report('initial', at('04:00'))] }), 'R07')?.met).toBeUndefined();
    expect(row(flood({ level: 2, reports: [report('initial', at('04:00'), { from: 'city', org: '360700', to: 'state' })] }), 'R07')?.met).toBeDefined();
  });

  it('of a grave pollution go to the province and the ministry (R21), and casualties of pollution have no window of 30 days', () => {
    const spill = flood({ typeCode: 'A11', level: 2 });
    expect(due(spill)).toMatchObject({ R21P: at('04:18'), R21S: at('04:18') });
    expect(due(spill)).not.toHaveProperty('R21');
    const changed = { ...spill, reports: [report('initial', at('03:00'))], givenAt: { dead: at('04:00') } };
    expect(row(changed, 'R10', at('04:01'))).toBeUndefined();
    expect(row({ ...changed, typeCode: 'A01' }, 'R10', at('04:01'))).toMatchObject({ dueAt: at('05:00') });
  });

  it('are listed earliest first', () => {
    const list = rowsOf(flood({ level: 3 })).map(({ dueAt }) => dueAt);
    expect(list).toEqual([...list].sort());
  });

  it('say when a clock had to be assumed', () => {
    const { occurredAt: _unknown, ...unknown } = flood({ level: 3 });
    expect(row(unknown, 'R04')).toMatchObject({ dueAt: at('04:18'), assumed: true });
  });

  it('of a level that does not know of it are not running, and a township that has no part owes none', () => {
    const county = flood({ level: 3, received: { county: at('02:40') } });
    expect(due(county)).not.toHaveProperty('R05P');
    expect(due(county)).not.toHaveProperty('R02P');
  });

  it('of the public-health regime run from each receipt, and from when the hospital saw it (D5)', () => {
    const school = flood({ typeCode: 'H04', received: { county: at('11:30') } });
    expect(due(school)['R17C']).toBe(at('13:30'));
    expect(due(flood({ typeCode: 'H03', discoveredAt: at('13:30') }))['R16']).toBe(at('15:30'));
    expect(due(flood({ typeCode: 'H04', discoveredAt: at('13:30') }))['R16F']).toBe(at('15:30'));
  });

  it('of a work accident: one hour from when its head knew (D3), and each level within two', () => {
    const tanker = flood({ typeCode: 'A02', received: { firm: at('10:00'), county: at('10:20') } });
    expect(due(tanker)).toMatchObject({ R08: at('11:00'), R09C: at('12:20') });
  });

  it('of a drill there are none', () => {
    expect(rowsOf(flood({ exercise: true }))).toEqual([]);
  });
});

describe('a deadline is met', () => {
  it('by the report of that level, in the channel that was asked for', () => {
    const phoned = flood({ reports: [report('initial', at('03:00'), { channel: 'phone' })] });
    expect(row(phoned, 'R03P')?.met).toMatchObject({ at: at('03:00') });
    expect(row(phoned, 'R03W')?.met).toBeUndefined();
    expect(row(phoned, 'R11')?.met).toBeDefined();
  });

  it('late when it was sent a minute after, and for ever: 04:11 for 04:10', () => {
    const sent = flood({ level: 3, deadlines: rowsOf(flood({ level: 3 })), reports: [report('initial', at('04:11'))] });
    expect(row(sent, 'R04', at('04:12'))).toMatchObject({ late: true, met: { at: at('04:11') } });
    const moved = { ...sent, deadlines: rowsOf(sent, at('04:12')), occurredAt: at('02:30') };
    expect(row(moved, 'R04', at('05:00'))).toMatchObject({ dueAt: at('04:30'), late: true });
  });

  it('in time on the very minute', () => {
    expect(row(flood({ level: 3, reports: [report('initial', at('04:10'))] }), 'R04', at('04:10'))?.late).toBeUndefined();
  });

  it('by a report that skipped the level, which told it on the way', () => {
    expect(row(flood({ reports: [report('initial', at('03:00'), { to: 'province' })] }), 'R11')?.met).toBeDefined();
  });

  it('by an entry in the national system, with that as its reason', () => {
    const entered = flood({ national: [{ system: 'disaster', at: at('03:30'), by: author }] });
    expect(row(entered, 'R11')?.met).toEqual({ at: at('03:30'), reason: 'national:disaster' });
    expect(row(entered, 'R03W')?.met).toBeUndefined();
  });
});
