import { expect, test } from 'vitest';
import { IncidentIndex, type Bounds, type Spot } from './incident-index.ts';
import { worse, type Mark } from './mark.ts';

const city: Bounds = [113, 24, 117, 28];
const spot = (id: string, mark: Mark, lng = 115.41, lat = 25.95, at = 1): Spot => ({ id, mark, lng, lat, title: id, at });
const indexOf = (...spots: Spot[]): IncidentIndex => {
  const index = new IncidentIndex();
  for (const one of spots) index.put(one);
  index.rebuild();
  return index;
};

test('a group shows the gravest mark inside, its count and its latest entry', () => {
  const index = indexOf(spot('a', 4, 115.41, 25.95, 5), spot('b', 2, 115.411, 25.95, 9), spot('c', 'pending', 115.412, 25.95, 1));
  expect(index.within(city, 8)).toMatchObject([{ count: 3, mark: 2, at: 9 }]);
});

test('what nobody has judged is graver than IV and less than III', () => {
  expect(worse(4, 'pending')).toBe('pending');
  expect(worse('pending', 3)).toBe(3);
  expect(worse('none', 4)).toBe(4);
  expect(worse(1, 2)).toBe(1);
});

test('what is far apart is not grouped', () => {
  const found = indexOf(spot('a', 1), spot('b', 3, 114.5, 24.9)).within(city, 9);
  expect(found.map((one) => ('id' in one ? one.id : '')).toSorted((a, b) => a.localeCompare(b))).toEqual(['a', 'b']);
});

test('a spot that came since the groups were built is shown singly at once', () => {
  const index = indexOf(spot('a', 4));
  index.put(spot('b', 1));
  expect(index.stale).toBe(true);
  expect(index.within(city, 8)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  index.rebuild();
  expect(index.stale).toBe(false);
  expect(index.within(city, 8)).toMatchObject([{ count: 2, mark: 1 }]);
});

test('a dropped spot is not shown, even before the groups are built again', () => {
  const index = indexOf(spot('a', 4), spot('b', 3, 114.5, 24.9));
  index.drop('a');
  expect(index.within(city, 10)).toMatchObject([{ id: 'b' }]);
});

test('a new entry alone needs no building, a new level or place does', () => {
  const index = indexOf(spot('a', 4));
  index.put(spot('a', 4, 115.41, 25.95, 99));
  expect(index.stale).toBe(false);
  expect(index.within(city, 8)).toMatchObject([{ id: 'a', at: 99 }]);
  index.put(spot('a', 3));
  expect(index.stale).toBe(true);
});

test('a group names what is in it', () => {
  const index = indexOf(spot('a', 4), spot('b', 3));
  const [group] = index.within(city, 8);
  if (!group || !('cluster' in group)) throw new Error('the two spots are one group');
  expect(
    index
      .leaves(group.cluster, 10)
      .map(({ id }) => id)
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['a', 'b']);
});

test('a spot set apart is in no group and not shown, and comes back when it is not', () => {
  const index = indexOf(spot('a', 4), spot('b', 1), spot('c', 3));
  index.setApart('b');
  index.rebuild();
  expect(index.within(city, 8)).toMatchObject([{ count: 2, mark: 3 }]);
  index.setApart(undefined);
  index.rebuild();
  expect(index.within(city, 8)).toMatchObject([{ count: 3, mark: 1 }]);
});
