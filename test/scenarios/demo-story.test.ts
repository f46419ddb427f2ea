import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyNotAccept } from '#shared/dispatch/policy.ts';
import { pendingOf } from '#shared/report/pending.ts';
import { shiftOnPost } from '#shared/duty/state.ts';
import { readConfig } from '#server/config.ts';
import { openCore, type Core } from '#server/core.ts';
import { silentLog } from '#server/ports.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { storyAnchor, tellStory } from './demo-story.ts';

/** The hours of the daily 续报 lie within the story, and the change of shifts before it. */
const OPENS_AT = new Date('2026-11-25T12:05:00+08:00');
let dataDir: string;
let core: Core;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-story-'));
  const config = readConfig({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'Lighthouse-ember-71', LOG_LEVEL: 'silent' });
  await tellStory(config, { anchor: storyAnchor(OPENS_AT), opensAt: OPENS_AT, log: silentLog, passwordOf: (username) => `Beacon tower over ${username}` });
  core = await openCore(config, { log: silentLog, clock: drivenClock(OPENS_AT.toISOString()) });
}, 120_000);
afterAll(async () => {
  await core?.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('reports went out within their limits, but for those of which the story says otherwise', () => {
  const late = [...core.world.all('incident')].flatMap(({ title, deadlines = [] }) =>
    deadlines.filter((row) => row.late).map(({ rule, met }) => [title, rule, met === undefined ? 'open' : 'met']),
  );
  expect(late).toEqual([
    ['铁山垅镇山前村突发山洪', 'R01', 'met'],
    ['铁山垅镇山前村突发山洪', 'R05W', 'met'],
    ['市区某医院挂号系统访问异常', 'R03W', 'open'],
  ]);
});

test.each([
  ['city-duty', '360700'],
  ['county-duty', '360731'],
] as const)('a %s has a report to make within the hour', (role, org) => {
  const now = OPENS_AT.getTime();
  const soon = pendingOf(core.world.all('incident'), { role, org }, now).filter(({ owed, row }) => owed && Date.parse(row.dueAt) - now < 3_600_000);
  expect(soon.map(({ row }) => Date.parse(row.dueAt) > now)).toContain(true);
});

test.each([
  ['360700', '谢文斌'],
  ['360731', '钟晓兰'],
])('at %s a shift has been handed over, and %s is at the post', (org, officer) => {
  expect(shiftOnPost(core.world.all('shift'), org)?.officers[0]?.name).toBe(officer);
  expect([...core.world.all('handover')].filter((one) => one.org === org).map(({ status }) => status)).toEqual(['signed']);
  expect([...core.world.all('contact')].filter((one) => one.org === org)).toHaveLength(6);
});

test('nothing in it is later than the moment at which the doors open', async () => {
  for await (const { at } of core.journal.stream(0)) expect(at <= OPENS_AT.toISOString()).toBe(true);
});

test('a team is asked and may still accept, and another has accepted', () => {
  const [dispatch] = core.world.all('dispatch');
  expect(dispatch?.offers.map(({ teamId, state }) => [teamId, state])).toEqual([
    ['yudu-lantian', 'no_reply'],
    ['yudu-honghui', 'accepted'],
  ]);
  const mission = core.world.get('mission', `${dispatch?.id}.yudu-lantian`);
  expect(dispatch && mission && whyNotAccept(dispatch, mission, OPENS_AT.toISOString())).toBeUndefined();
});

test('the warning that came before the flood was answered everywhere, and a response by the plan is under way', () => {
  const [alert, ...more] = [...core.world.all('alert')];
  expect(more).toEqual([]);
  expect(alert).toMatchObject({ status: 'issued', issued: { approvedBy: { role: 'county-leader' } } });
  expect(alert?.answering.answered).toBe(alert?.answering.asked);
  const [response] = [...core.world.all('response')];
  expect(response).toMatchObject({ status: 'running', level: 'III' });
  const tasks = [...core.world.all('task')];
  expect(tasks.filter(({ state }) => state === 'open')).toHaveLength(3);
  expect(tasks.length).toBeGreaterThan(12);
});
