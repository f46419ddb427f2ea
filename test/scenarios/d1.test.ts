import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Note } from '#shared/incident/state.ts';
import { generatePassword } from '#server/access/passwords.ts';
import { derivedId } from '#server/derived-id.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';
import { apiOf, type Api } from './api.ts';
import { d1FlashFlood } from './d1-flash-flood.ts';
import { playScenario, type Played } from './play.ts';
import { writesEntry } from './step.ts';
import { addOrganisations, SEATS, takeSeats } from './seats.ts';
import { watchFeed, type Watch } from './watch.ts';

const SEES = ['shanqian-cun', 'tieshanlong-zhiban', 'yudu-zhiban', 'yudu-lingdao', 'ganzhou-zhiban', 'ganzhou-lingdao', 'yudu-shuili', 'ganzhou-xiaofang'];
const SEES_NOT = ['gongjiang-zhiban', 'huichang-zhiban', 'lantian-duizhang', 'shaoguan-zhiban'];

/** Every step that writes an entry. What had passed when it was logged is late from the start: nothing lapses in between. */
const ENTRIES = d1FlashFlood.filter(writesEntry).map((_step, i) => i + 1);

let stage: TestApp;
let admin: Api;
let tokens: Record<string, string>;
let watches: Record<string, Watch>;
let played: Played[];
let flood: string;

const watch = (username: string): Watch => watches[username] ?? expect.unreachable(`${username} is not watching`);
const incidentOf = (username: string) => watch(username).get('incident', flood) ?? expect.unreachable(`${username} was not shown the flood`);
const asked = (username: string): Api => apiOf(stage.url, tokens[username]);

beforeAll(async () => {
  stage = await testApp();
  const adminToken = stage.admin.token;
  admin = apiOf(stage.url, adminToken);
  await addOrganisations(admin);
  const seats = SEATS.filter(({ username }) => [...SEES, ...SEES_NOT].includes(username));
  tokens = await takeSeats(stage.url, adminToken, seats, generatePassword);
  watches = Object.fromEntries(await Promise.all(seats.map(async ({ username }) => [username, await watchFeed(stage.url, tokens[username] ?? '')] as const)));
  played = await playScenario(stage.url, tokens, d1FlashFlood);
  flood = played[0]?.answer.refs['incident'] ?? expect.unreachable('the flood was not logged');
  await everyoneIsUpToDate();
});

afterAll(async () => {
  for (const one of Object.values(watches ?? {})) one.close();
  await stage?.close();
});

/** What everyone is shown comes after all else, so who has it has been shown whatever it will be shown. */
async function everyoneIsUpToDate(): Promise<void> {
  const organisationId = 'last-word';
  const answer = await admin.order({
    id: derivedId(organisationId),
    type: 'organisation.add',
    payload: { organisationId, kind: 'department', name: '收尾', parent: '360700' },
  });
  expect(answer.ok).toBe(true);
  await Promise.all(Object.values(watches).map((one) => one.until(() => one.get('organisation', organisationId) !== undefined)));
}

test.each(SEES)('%s was shown the flood and its whole timeline, as it stands', (username) => {
  const { seq, rev, readers: _, source: __, ...facts } = incidentOf(username);
  const { seq: lastSeq, rev: lastRev, readers: ___, source: ____, ...same } = incidentOf('ganzhou-zhiban');
  expect({ seq, rev, ...facts }).toEqual({ seq: lastSeq, rev: lastRev, ...same });
  expect(
    watch(username)
      .all('note')
      .map(({ n }) => n)
      .sort((a, b) => a - b),
  ).toEqual(ENTRIES);
});

test.each(SEES_NOT)('%s was never sent a word of it', (username) => {
  expect(watch(username).history.filter(({ kind }) => kind !== 'organisation' && kind !== 'rulebook')).toEqual([]);
});

test('the county saw every entry while it happened, one after the other', () => {
  const notes = watch('yudu-zhiban').history.filter(({ kind, what }) => kind === 'note' && what === 'put');
  expect(notes.map(({ id }) => id)).toEqual(ENTRIES.map((n) => `${flood}.${n}`));
  expect(notes.map(({ seq }) => seq)).toEqual(played.filter(({ step }) => writesEntry(step)).map(({ answer }) => answer.seq));
});

test('the missing are not counted as dead, and a figure that was not given again stays', () => {
  expect(incidentOf('ganzhou-zhiban').casualties).toEqual({ dead: 3, missing: 2, evacuated: 236, minorInjured: 4 });
});

test('two dead and three missing left the level where it was; the third death raised it', async () => {
  const { entries } = await asked('yudu-lingdao').get<{ entries: Note[] }>(`/api/v1/incidents/${flood}/timeline`);
  const levels = entries.filter(({ entry }) => entry === 'incident.assessed').map(({ set }) => set);
  expect(levels).toEqual([
    { severity: 4, standing: 'proposed' },
    { severity: 4, standing: 'set' },
    { severity: 3, standing: 'proposed' },
    { severity: 3, standing: 'set' },
  ]);
  expect(incidentOf('yudu-lingdao').severity).toMatchObject({ value: 3, standing: 'set', by: { role: 'county-leader' } });
});

test('the timeline is in the order of entry, with what people claim beside the server time', async () => {
  const { entries } = await asked('tieshanlong-zhiban').get<{ entries: Note[] }>(`/api/v1/incidents/${flood}/timeline`);
  expect(entries.map(({ n }) => n)).toEqual(ENTRIES);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
  for (const { at, claimedAt } of entries) if (claimedAt !== undefined) expect(claimedAt < at).toBe(true);
});

test('a report that waited for a signal keeps when it was seen and when it came in', () => {
  const { occurredAt = '', discoveredAt = '', receivedAt, loggedAt } = incidentOf('ganzhou-zhiban');
  expect([occurredAt, discoveredAt, receivedAt].map((at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16))).toEqual([
    '02:10',
    '02:18',
    '02:31',
  ]);
  expect(receivedAt < loggedAt).toBe(true);
});

test('who was not shown it can neither read it nor write in it, and is not told that it exists', async () => {
  const answer = await asked('huichang-zhiban').order({ id: derivedId('stranger'), type: 'incident.note', payload: { incidentId: flood, text: '了解情况。' } });
  expect(answer).toMatchObject({ ok: false, code: 'incident.unknown' });
  await expect(asked('huichang-zhiban').get(`/api/v1/incidents/${flood}`)).rejects.toThrow('404');
});

test('a county leader may not set a level that is the city leader’s to set', async () => {
  const answer = await asked('yudu-lingdao').order({
    id: derivedId('too-high'),
    type: 'incident.assess',
    payload: { incidentId: flood, severity: 2, basis: '失联人员较多。' },
  });
  expect(answer).toMatchObject({ ok: false, code: 'not-permitted' });
});
