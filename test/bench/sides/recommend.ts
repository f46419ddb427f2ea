import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Need } from '#shared/dispatch/rank.ts';
import { LiveWorld } from '#shared/world.ts';
import { openRecommender, type Recommender } from '#server/recommend/recommender.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { answerCalls } from '#test/bench/calls.ts';
import { teamSample } from '#test/bench/samples.ts';

/** The best teams for a need among so many: ours over the World, and the store's own search by distance alone. */
const NOW = '2026-06-01T02:00:00.000Z';
const BEST = 10;
let recommender: Recommender | undefined;
let store: Store | undefined;
let dataDir: string | undefined;

/** Another place in the city each time. */
const needAt = (n: number): Need => ({
  capability: { category: 'water', minLevel: 3 },
  staging: { lng: 113.95 + ((n * 0.618) % 1) * 2.6, lat: 24.5 + ((n * 0.414) % 1) * 2.6 },
  exercise: false,
});

async function times(count: number, run: (need: Need) => unknown): Promise<number[]> {
  const spent: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    await run(needAt(n));
    spent.push(performance.now() - startedAt);
  }
  return spent;
}

const teamsOf = ({ connection }: Store) => connection.collection('bench-teams');

answerCalls({
  async make(teams: number) {
    const world = new LiveWorld();
    for (let n = 0; n < teams; n += 1) world.load('team', teamSample(n));
    recommender = openRecommender(world);
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-bench-teams-'));
    store = await openStore({ dataDir, cacheMb: 256, log: pino({ level: 'silent' }) });
    const docs = Array.from({ length: teams }, (_, n) => teamSample(n)).map(({ id, base, status, categories }) => ({
      _id: id as never,
      place: { type: 'Point', coordinates: [base.lng, base.lat] },
      status,
      categories: categories.map(({ category }) => category),
    }));
    for (let i = 0; i < docs.length; i += 5000) await teamsOf(store).insertMany(docs.slice(i, i + 5000));
    await teamsOf(store).createIndex({ place: '2dsphere' });
  },
  ours: (count: number) => times(count, (need) => recommender?.recommend(need, BEST, NOW)),
  async theirs(count: number) {
    const teams = store && teamsOf(store);
    return times(count, ({ staging: { lng, lat } }) =>
      teams?.aggregate([{ $geoNear: { near: { type: 'Point', coordinates: [lng, lat] }, distanceField: 'm', key: 'place' } }, { $limit: BEST }]).toArray(),
    );
  },
  async stop() {
    await store?.close();
    if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true });
  },
});
