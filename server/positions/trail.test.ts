import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '#server/ports.ts';
import type { Store } from '#server/store/store.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';
import { openTrail, trailModel } from './trail.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

it('is kept as long as the table says and deleted then, whether anybody looks or not', async () => {
  const model = trailModel(store.connection);
  const clock = drivenClock('2026-06-01T00:00:00.000Z');
  let keepHours = 2;
  const trail = openTrail(model, () => keepHours, clock, silentLog);
  const at = (): Date => new Date(clock.now());
  trail.add({ missionId: 'd.blue', userId: 'u', lng: 115, lat: 25, at: at() });
  await clock.advance(90 * 60_000);
  trail.add({ missionId: 'd.blue', userId: 'u', lng: 115.1, lat: 25, at: at() });
  expect(await trail.of('d.blue')).toMatchObject([{ lng: 115 }, { lng: 115.1 }]);
  expect(await trail.of('d.red')).toEqual([]);
  await clock.advance(90 * 60_000);
  await until('the older point is deleted', async () => (await model.countDocuments()) === 1);
  keepHours = 1;
  await clock.advance(60 * 60_000);
  await until('all of it is deleted', async () => (await model.countDocuments()) === 0);
  await trail.stop();
});
