import { describe, it, expect } from 'vitest';
import { mayRead } from '#shared/readers.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { cityDuty, yuduDuty } from '#test/support/seats.ts';
import { MOST_VIEWS } from './decide.ts';
import { ViewFilter } from './orders.ts';

const filter = { levels: [1, 2], overdue: true } satisfies ViewFilter;
const kept = past(yuduDuty, 'view.save', { name: '重大未报', filter }, { id: idOf(1) });

describe('a view', () => {
  it('is kept for whoever keeps it, and for nobody else', () => {
    const saved = given().when(yuduDuty, 'view.save', { name: ' 重大未报 ', filter });
    saved.expectEvents([{ type: 'view.saved', viewId: idOf(99), name: '重大未报' }]).expectRefs({ view: idOf(99) });
    const readers = saved.document('view')?.readers ?? [];
    expect([mayRead(new Set(yuduDuty.rooms), readers), mayRead(new Set(cityDuty.rooms), readers)]).toEqual([true, false]);
  });

  it('of the same name takes the place of the one before and keeps its key', () => {
    const again = given(kept).at('2026-06-02T00:00:00Z').when(yuduDuty, 'view.save', { name: '重大未报', filter: {} });
    expect(again.document('view', idOf(1))).toMatchObject({ filter: {}, at: '2026-06-01T02:00:00.000Z' });
    given(kept)
      .when(cityDuty, 'view.save', { name: '重大未报', filter })
      .expectRefs({ view: idOf(99) });
  });

  it('is removed by its owner; another one’s is not there', () => {
    given(kept)
      .when(cityDuty, 'view.remove', { viewId: idOf(1) })
      .expectRefusal('view.unknown', 'viewId');
    const removed = given(kept).when(yuduDuty, 'view.remove', { viewId: idOf(1) });
    expect(removed.document('view', idOf(1))).toBeUndefined();
  });

  it('is one of a few', () => {
    const many = Array.from({ length: MOST_VIEWS }, (_, i) => past(yuduDuty, 'view.save', { name: `${i}`, filter }, { id: idOf(100 + i) }));
    given(...many)
      .when(yuduDuty, 'view.save', { name: 'one more', filter })
      .expectRefusal('view.too-many');
    given(...many)
      .when(yuduDuty, 'view.save', { name: '3', filter })
      .expectEvents([{ type: 'view.saved', viewId: idOf(103) }]);
    given(...many)
      .when(cityDuty, 'view.save', { name: 'one more', filter })
      .expectEvents([{ type: 'view.saved' }]);
  });

  it.each([[{ levels: [5] }], [{ category: 'X' }], [{ county: '36' }], [{ hidden: true }], [{ text: 'x'.repeat(101) }]])('does not keep %j', (wrong) => {
    expect(ViewFilter.safeParse(wrong).success).toBe(false);
  });
});
