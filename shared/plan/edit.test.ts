import { describe, expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, seatAt } from '#test/support/seats.ts';
import type { Payload } from '#shared/catalogue.ts';
import { withChanges, type Change } from './change.ts';
import { diffOf } from './diff.ts';
import { publicCopy, withoutNumbers } from './public-copy.ts';

const planId = idOf(1);
const planner = seatAt('planner');
const other = seatAt('planner', CITY, 'other');
const drafted = past(planner, 'plan.draft', { content: aPlan() }, { id: planId });
const clause = (id: string, text: string) => ({ id, part: 'response', title: '响应启动', text }) as const;
const edit = (changes: Change[], baseRevision = 1): Payload<'plan.edit'> => ({ planId, baseRevision, changes });
const theirs = past(other, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '甲') }]), { id: idOf(2) });

describe('editing a draft', () => {
  it('a clause that somebody else changed meanwhile is named with what it says now, and nothing is overwritten', () => {
    const mine = given(drafted, theirs).when(planner, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '乙') }]));
    mine.expectRefusal('plan.conflict', 'clauses/5.1');
    given(drafted, theirs)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', remove: '5.1' }]))
      .expectRefusal('plan.conflict', 'clauses/5.1');
  });

  it('two writers of different clauses don’t disturb each other, nor two who say the same', () => {
    const mine = given(drafted, theirs).when(planner, 'plan.edit', edit([{ in: 'clauses', put: { ...clause('1.1', '丙'), part: 'general' } }]));
    expect(mine.document('edition', `${planId}.1`)).toMatchObject({ revision: 3, touched: { 'clauses/5.1': 2, 'clauses/1.1': 3 } });
    given(drafted, theirs)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '甲') }]))
      .expectEvents([{ revision: 3 }]);
    given(drafted, theirs)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '乙') }], 2))
      .expectEvents([{ revision: 3 }]);
    given(drafted)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '乙') }], 7))
      .expectRefusal('stale', 'baseRevision');
  });

  it('a clause that one writer removed meanwhile is a conflict for another', () => {
    const gone = past(other, 'plan.edit', edit([{ in: 'clauses', remove: '5.1' }]), { id: idOf(2) });
    given(drafted, gone)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', put: clause('5.1', '乙') }]))
      .expectRefusal('plan.conflict', 'clauses/5.1');
  });

  it('what would be no plan any more is refused by the path of what is missing', () => {
    given(drafted)
      .when(planner, 'plan.edit', edit([{ in: 'positions', remove: 'transfer' }]))
      .expectRefusal('invalid', 'levels.1.measures.1.position');
    given(drafted)
      .when(planner, 'plan.edit', edit([{ in: 'clauses', remove: '9.9' }]))
      .expectRefusal('invalid', 'changes.0.remove');
    given(drafted)
      .when(seatAt('department'), 'plan.edit', edit([{ in: 'clauses', remove: '1.1' }]))
      .expectRefusal('plan.unknown');
  });
});

describe('the difference of two versions', () => {
  const before = aPlan();

  it('is told clause by clause, what is gone at its old place', () => {
    const after = withChanges(before, [
      { in: 'clauses', put: clause('5.2', '夜间转移'), after: '5.1' },
      { in: 'clauses', put: { ...clause('1.1', '改'), part: 'general' } },
      { in: 'clauses', remove: '2.1' },
      { in: 'levels', remove: 'III' },
      { set: { title: { zh: '新名', en: 'New' } } },
    ]);
    expect(diffOf(before, after).map(({ piece, kind }) => `${kind} ${piece}`)).toEqual([
      'changed title',
      'changed clauses/1.1',
      'removed clauses/2.1',
      'added clauses/5.2',
      'removed levels/III',
    ]);
    expect(diffOf(before, before)).toEqual([]);
  });

  it('a clause that only changed its place is moved, and those it passed are not', () => {
    const after = withChanges(before, [{ in: 'clauses', put: before.clauses[2] ?? clause('5.1', ''), after: null }]);
    expect(after.clauses.map(({ id }) => id)).toEqual(['5.1', '1.1', '2.1']);
    expect(diffOf(before, after)).toMatchObject([{ piece: 'clauses/5.1', kind: 'moved' }]);
  });

  it('backwards it is the same with before and after exchanged', () => {
    const after = withChanges(before, [
      { in: 'clauses', put: clause('5.2', '夜间转移') },
      { in: 'demands', remove: 'boats' },
    ]);
    const there = diffOf(before, after).map(({ piece, kind }) => `${kind} ${piece}`);
    const back = diffOf(after, before).map(({ piece, kind }) => `${kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind} ${piece}`);
    expect(new Set(back)).toEqual(new Set(there));
  });
});

describe('the public copy', () => {
  it.each([
    ['值班电话0797-8391111。', '值班电话（联系方式从略）。'],
    ['联系人手机：13812345678', '联系人手机：（联系方式从略）'],
    ['电话：8391111转801', '电话：（联系方式从略）'],
    ['（0797）8391111与138 1234 5678', '（联系方式从略）与（联系方式从略）'],
    ['拨打119、120或12345；2026年9月21日；3000人；赣市府〔2026〕31号', '拨打119、120或12345；2026年9月21日；3000人；赣市府〔2026〕31号'],
  ])('%s', (text, shown) => {
    expect(withoutNumbers(text)).toBe(shown);
  });

  it('leaves everything else of the plan as it is', () => {
    const copy = publicCopy(aPlan());
    expect(JSON.stringify(copy)).not.toContain('8391111');
    expect(diffOf(aPlan(), copy).map(({ piece }) => piece)).toEqual(['clauses/2.1']);
  });
});
