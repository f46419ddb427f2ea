import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#server/store/store.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPdf, photoWithPosition } from '#test/support/pictures.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { testCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { type Sent, upload as uploadTo } from '#test/support/upload.ts';
import { until } from '#test/support/until.ts';

const MB = 1024 * 1024;

let dataDir: string;
let app: TestApp;
let duty: TestUser;
let auditor: TestUser;
let elsewhere: TestUser;
let photo: Buffer<ArrayBuffer>;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-files-'));
  app = await testApp({ store: await testStore({ dataDir }), dataDir });
  [duty, auditor, elsewhere] = await Promise.all([app.addUser('county-duty'), app.addUser('auditor'), app.addUser('county-duty', ZHANGGONG)]);
  photo = Buffer.from(await photoWithPosition());
});
afterAll(async () => {
  const { store } = app.core;
  await app.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function logged(user = duty): Promise<string> {
  const answer = await app.order(user, 'incident.log', aFlood());
  return answer.ok ? (answer.refs['incident'] ?? '') : '';
}

const upload = (user: TestUser, incidentId: string, bytes: Uint8Array<ArrayBuffer>, sent: Sent = {}) => uploadTo(app, user, incidentId, bytes, sent);
const keptFiles = (): Promise<number> => app.core.store.connection.collection('attachments.files').countDocuments();

describe('nothing is kept of an upload', () => {
  it.each<[string, number, string, () => Promise<Sent & { bytes: Buffer<ArrayBuffer> }>]>([
    ['a page called a photo', 415, 'file.type', async () => ({ bytes: Buffer.from('<html><script>alert(1)</script>'), type: 'image/jpeg' })],
    [
      'a drawing that can run',
      415,
      'file.type',
      async () => ({ bytes: Buffer.from('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'), name: 'a.png' }),
    ],
    ['an archive that swells, called a PDF', 415, 'file.type', async () => ({ bytes: zipBomb(), name: '报告.pdf', type: 'application/pdf' })],
    ['a page with a PDF in it', 415, 'file.type', async () => ({ bytes: Buffer.from(`<html>${aPdf().toString()}`), name: 'a.pdf' })],
    ['a photo cut short', 422, 'file.damaged', async () => ({ bytes: Buffer.from((await photoWithPosition(2000, 1500)).subarray(0, 4000)) })],
    ['a photo that is too large', 413, 'file.too-large', async () => ({ bytes: Buffer.concat([photo, Buffer.alloc(16 * MB)]) })],
    ['a paper that is too large', 413, 'file.too-large', async () => ({ bytes: Buffer.concat([aPdf(), Buffer.alloc(26 * MB), aPdf()]), name: 'a.pdf' })],
    ['a field that is not known', 400, 'invalid', async () => ({ bytes: photo, fields: { path: '/etc' } })],
    ['an id that is none', 400, 'invalid', async () => ({ bytes: photo, id: '../../x' })],
    ['a field that is too long', 400, 'invalid', async () => ({ bytes: photo, fields: { caption: 'x'.repeat(5000) } })],
  ])('of %s', async (_what, status, code, make) => {
    const incidentId = await logged();
    const before = await keptFiles();
    const { bytes, ...sent } = await make();
    const refused = await upload(duty, incidentId, bytes, sent);
    expect([refused.status, refused.body]).toEqual([status, expect.objectContaining({ ok: false, code })]);
    expect(await keptFiles()).toBe(before);
    expect(await app.core.store.connection.collection('attachments.chunks').countDocuments({ files_id: refused.id as never })).toBe(0);
  });

  it('by whoever may not, or to an incident that they do not see', async () => {
    const incidentId = await logged();
    const before = await keptFiles();
    expect((await upload(auditor, incidentId, photo)).status).toBe(403);
    expect((await upload(elsewhere, incidentId, photo)).status).toBe(404);
    const byWire = await app.order(duty, 'file.attach', { incidentId, name: 'a.jpg', type: 'image/jpeg', bytes: 1, sha256: 'a'.repeat(64) });
    expect(byWire).toMatchObject({ ok: false, code: 'not-permitted' });
    expect(await keptFiles()).toBe(before);
  });

  it('whose sender goes away in the middle, and the place is free for others', async () => {
    const incidentId = await logged();
    const before = await keptFiles();
    const { hostname, port } = new URL(app.url);
    for (let n = 0; n < 6; n += 1) await cutShort(hostname, Number(port), duty.token, incidentId);
    await until('others are let in', async () => (await upload(duty, incidentId, photo)).status === 200);
    expect(await keptFiles()).toBe(before + 1);
  });

  it('that comes without a file or is no form', async () => {
    const headers = { authorization: `Bearer ${duty.token}`, 'content-type': 'multipart/form-data; boundary=x' };
    for (const body of ['', '--x\r\n', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf']) {
      const response = await fetch(`${app.url}/api/v1/files`, { method: 'POST', headers, body });
      expect(response.status, body).toBe(400);
    }
  });
});

describe('what a crash or a restore leaves', () => {
  it('bytes without an order and pieces without a file go at the next start, what is attached stays', async () => {
    const store = await testStore();
    const first = await testCore({ store });
    const { files } = first.core;
    const order = { incidentId: 'i', name: 'a.jpg', type: 'image/jpeg', bytes: 3, sha256: 'a'.repeat(64) } as const;
    for (const id of ['orphan', 'fresh', 'kept']) await files.keep({ id, source: id, order, bytes: Buffer.from('abc') });
    await files.attached('kept');
    const longAgo = { $set: { uploadDate: new Date(0) } };
    for (const id of ['orphan', 'kept']) await store.connection.collection('attachments.files').updateOne({ _id: id as never }, longAgo);
    await store.connection.collection('attachments.chunks').insertOne({ files_id: 'half', n: 0, data: 'x' });
    await first.close();
    const second = await testCore({ store });
    const left = await store.connection.collection('attachments.files').find().sort({ _id: 1 }).toArray();
    expect(left.map(({ _id }) => String(_id))).toEqual(['fresh', 'kept']);
    expect(await store.connection.collection('attachments.chunks').countDocuments()).toBe(2);
    await second.close();
    await store.close();
  });

  it('while the store is away or its disk is full, a file is refused, and taken when it is sent again after', async () => {
    const store = await testStore();
    let now: 'well' | 'away' | 'full' = 'well';
    const faulty: Store = {
      ...store,
      state: () => (now === 'away' ? { status: 'away', since: new Date(), reason: 'The cable is out.' } : store.state()),
      diskLevel: () => (now === 'full' ? 'floor' : store.diskLevel()),
    };
    const other = await testApp({ store: faulty });
    const officer = await other.addUser('county-duty');
    const answer = await other.order(officer, 'incident.log', aFlood());
    const form = new FormData();
    form.append('id', other.core.ids.next());
    form.append('incidentId', answer.ok ? (answer.refs['incident'] ?? '') : '');
    form.append('file', new Blob([photo]), 'a.jpg');
    const statuses: number[] = [];
    for (now of ['away', 'full', 'well'] as const) {
      const response = await fetch(`${other.url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${officer.token}` }, body: form });
      statuses.push(response.status, await store.connection.collection('attachments.files').countDocuments());
    }
    expect(statuses).toEqual([503, 0, 507, 0, 200, 1]);
    await other.close();
    await store.close();
  });
});

/** An archive of one file: a hundred megabytes of nothing in a hundred kilobytes. */
function zipBomb(): Buffer<ArrayBuffer> {
  const packed = deflateRawSync(Buffer.alloc(100 * MB));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(100 * MB, 22);
  return Buffer.concat([head, packed]);
}

/** A slow sender that hangs up. */
async function cutShort(host: string, port: number, token: string, incidentId: string): Promise<void> {
  const socket = connect(port, host);
  const field = (name: string, value: string): string => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `POST /api/v1/files HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n`;
  socket.write(`${head}${field('incidentId', incidentId)}--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`);
  socket.write(photo.subarray(0, 1000));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.destroy();
  await closed;
}
