import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { File as Attached } from '#shared/file/state.ts';
import type { Note } from '#shared/incident/state.ts';
import { positionOf } from '#server/files/exif-position.ts';
import { silentLog } from '#server/ports.ts';
import { backup } from '#server/store/backup.ts';
import { restore } from '#server/store/restore.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPdf, photoWithPosition, TAKEN_AT } from '#test/support/pictures.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf, testCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { type Sent, upload as uploadTo } from '#test/support/upload.ts';
import { until } from '#test/support/until.ts';

const MB = 1024 * 1024;

let dataDir: string;
let app: TestApp;
let duty: TestUser;
let village: TestUser;
let elsewhere: TestUser;
let photo: Buffer<ArrayBuffer>;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-files-'));
  app = await testApp({ store: await testStore({ dataDir }), dataDir });
  [duty, village, elsewhere] = await Promise.all([app.addUser('county-duty'), app.addUser('village-reporter'), app.addUser('county-duty', ZHANGGONG)]);
  photo = Buffer.from(await photoWithPosition());
});
afterAll(async () => {
  const { store } = app.core;
  await app.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function logged(user = duty, exercise = false): Promise<string> {
  const answer = await app.order(user, 'incident.log', aFlood({ exercise }));
  return answer.ok ? (answer.refs['incident'] ?? '') : '';
}

const fetched = (user: TestUser, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${user.token}`, ...headers } });
const upload = (user: TestUser, incidentId: string, bytes: Uint8Array<ArrayBuffer>, sent: Sent = {}) => uploadTo(app, user, incidentId, bytes, sent);
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const documentOf = (id: string): Attached | undefined => app.core.world.get('file', id);

describe('an attachment', () => {
  it('is an entry of its incident, seen by its readers and by nobody else', async () => {
    const incidentId = await logged(village);
    const screen = await app.connect(duty, { since: 0 });
    const { status, body, id } = await upload(village, incidentId, photo, { fields: { caption: '决口处' } });
    expect([status, body]).toEqual([200, expect.objectContaining({ ok: true, refs: { file: id, incident: incidentId } })]);
    await until('it is on the screen', () => screen.model.docs().some((put) => put.kind === 'file' && put.id === id));
    const { entries } = (await app.get<{ entries: Note[] }>(duty, `/incidents/${incidentId}/timeline`)).body;
    expect(entries.at(-1)).toMatchObject({ entry: 'file.attached', text: '决口处', set: { file: '现场.jpg' } });

    const given = await fetched(duty, `/files/${id}`);
    const bytes = await bytesOf(given);
    expect(sha256(bytes)).toBe(documentOf(id)?.sha256);
    expect(await positionOf(bytes)).toBeUndefined();
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(/^inline; filename\*=UTF-8''%E7%8E%B0/),
    });
    expect((await fetched(duty, `/files/${id}`, { 'if-none-match': given.headers.get('etag') ?? '' })).status).toBe(304);
    const preview = await fetched(duty, `/files/${id}?preview=1`);
    expect(preview.headers.get('content-type')).toBe('image/webp');
    for (const path of [`/files/${id}`, `/files/${id}?preview=1`]) {
      const refused = await fetched(elsewhere, path);
      expect([refused.status, await refused.text()]).toEqual([404, await (await fetched(elsewhere, `/files/${app.core.ids.next()}`)).text()]);
    }
  });

  it('follows the readers of its incident: restricted with it, archived with it and still there', async () => {
    // Nothing is owed of a drill: it can be closed.
    const incidentId = await logged(duty, true);
    const { id } = await upload(duty, incidentId, photo);
    const city = await app.addUser('city-duty');
    expect((await fetched(city, `/files/${id}`)).status).toBe(200);
    await app.order(duty, 'incident.restrict', { incidentId, named: [], reason: '涉密' });
    expect((await fetched(city, `/files/${id}`)).status).toBe(404);
    await app.order(duty, 'incident.close', { incidentId, reason: '险情排除' });
    await app.core.orders.submit(
      { id: app.core.ids.next(), type: 'incident.archive', payload: { incidentId } },
      { actor: { id: 'system', name: '', role: 'system', org: 'system' }, rooms: [], level: 'full' },
    );
    expect(documentOf(id)).toBeUndefined();
    expect((await fetched(duty, `/files/${id}`)).status).toBe(200);
    const held = await app.get<{ puts: { kind: string; id: string; doc: { incidentId?: string } }[] }>(duty, `/incidents/${incidentId}/held`);
    expect(held.body.puts).toMatchObject([{ kind: 'file', id, doc: { incidentId } }]);
    expect((await app.get(city, `/incidents/${incidentId}/held`)).status).toBe(404);
  });

  it('sent twice, or by two at once, is one, with the same answer; another file under its id is refused', async () => {
    const incidentId = await logged();
    const id = app.core.ids.next();
    const answers = await Promise.all([1, 2, 3].map(() => upload(duty, incidentId, photo, { id })));
    answers.push(await upload(duty, incidentId, photo, { id }));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await journalOf(app.core)).filter(({ order }) => order.id === id)).toHaveLength(1);
    const other = await upload(duty, incidentId, Buffer.from(await photoWithPosition(300, 200)), { id });
    expect([other.status, other.body]).toEqual([409, expect.objectContaining({ code: 'order-id-reused' })]);
    const theirs = await upload(elsewhere, await logged(elsewhere), photo, { id });
    expect(theirs.status).toBe(409);
    expect(sha256(await bytesOf(await fetched(duty, `/files/${id}`)))).toBe(documentOf(id)?.sha256);
  });

  it('kept as evidence is untouched and tells where it was taken', async () => {
    const { id } = await upload(duty, await logged(), photo, { fields: { evidence: 'true' } });
    expect((await bytesOf(await fetched(duty, `/files/${id}`))).equals(photo)).toBe(true);
    expect(documentOf(id)).toMatchObject({ evidence: true, position: TAKEN_AT, sha256: sha256(photo) });
  });

  it('that is a paper is given to be saved, never to be shown', async () => {
    const { id } = await upload(duty, await logged(), Buffer.from(aPdf()), { name: '报告.pdf' });
    const given = await fetched(duty, `/files/${id}`);
    expect(given.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await bytesOf(given)).equals(aPdf())).toBe(true);
    expect((await fetched(duty, `/files/${id}?preview=1`)).status).toBe(404);
  });

  it('a backup put back has every file to the byte', async () => {
    const incidentId = await logged();
    const { id } = await upload(duty, incidentId, photo, { fields: { evidence: 'true' } });
    const large = Buffer.concat([aPdf(), Buffer.alloc(3 * MB, 7), aPdf()]);
    const paper = await upload(duty, incidentId, large, { name: '报告.pdf' });
    const target = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-files-back-'));
    const out = path.join(target, 'out.gz');
    await app.core.documents.flush();
    await backup({ dataDir, log: silentLog }, out);
    const into = path.join(target, 'data');
    await restore({ dataDir: into, log: silentLog }, out);
    const store = await testStore({ dataDir: into });
    const again = await testCore({ store, dataDir: into });
    for (const [file, bytes] of [
      [id, photo],
      [paper.id, large],
    ] as const) {
      const parts: Buffer[] = [];
      for await (const part of (await again.core.files.read(file)) ?? []) parts.push(part as Buffer);
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
      expect(again.core.world.get('file', file)).toEqual(documentOf(file));
    }
    await again.close();
    await store.close();
    await rm(target, { recursive: true, force: true });
  });
});
