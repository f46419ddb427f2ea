import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get as httpGet } from 'node:http';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '#shared/feed.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let duty: TestUser;
let city: TestUser;
let leader: TestUser;
const made: string[] = [];

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  city = await app.addUser('city-duty');
  leader = await app.addUser('city-leader');
  const said = [
    { title: '梅江水位上涨', typeCode: 'N01.1', place: placeIn(YUDU, { lng: 115.41, lat: 25.95 }), receivedAt: '2026-05-01T00:00:00Z' },
    { title: '罗坳镇山体滑坡', typeCode: 'N04.1', place: placeIn(YUDU, { lng: 115.3, lat: 25.9, text: '罗坳' }), receivedAt: '2026-05-02T00:00:00Z' },
    { title: '水南大桥车祸', typeCode: 'A04', place: placeIn(ZHANGGONG, { lng: 114.94, lat: 25.85, text: '章江新区' }), receivedAt: '2026-05-03T00:00:00Z' },
    { title: '防汛演练', typeCode: 'N01', place: placeIn(YUDU), exercise: true, receivedAt: '2026-05-04T00:00:00Z' },
  ];
  for (const each of said) made.push(await logged(each));
  await app.order(duty, 'incident.note', { incidentId: made[1] ?? '', text: '道路中断' });
  await app.order(leader, 'incident.close', { incidentId: made[1] ?? '', reason: '已抢通', override: '报送另行办理' });
});
afterAll(() => app.close());

async function logged(over: Parameters<typeof aFlood>[0]): Promise<string> {
  const answer = await app.order(city, 'incident.log', aFlood(over));
  if (!answer.ok) throw new Error(answer.message);
  return answer.id;
}

interface Found {
  docs: Incident[];
  next?: string;
}
const found = async (query: string, user = city) => (await app.get<Found>(user, `/incidents?${query}`)).body.docs.map(({ id }) => made.indexOf(id)).sort();

describe('searching', () => {
  it('newest first, a page at a time until there is no more', async () => {
    const pages: string[][] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.get<Found>(city, `/incidents?limit=3${cursor}`);
      pages.push(body.docs.map(({ id }) => id));
      if (body.next === undefined) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 1]);
    expect(pages.flat()).toEqual([made[1], made[3], made[2], made[0]]);
  });

  it('by words of the title, the place and the number, in Chinese too', async () => {
    expect(await found(`q=${encodeURIComponent('滑坡')}`)).toEqual([1]);
    expect(await found(`q=${encodeURIComponent('章江新区')}`)).toEqual([2]);
    expect(await found('q=YL')).toEqual([3]);
    expect(await found(`q=${encodeURIComponent('水 桥')}`)).toEqual([2]);
    expect(await found(`q=${encodeURIComponent('不存在')}`)).toEqual([]);
  });

  it('by state, by drill or real, by time and by distance', async () => {
    expect([await found('status=closed'), await found('status=open')]).toEqual([[1], [0, 2, 3]]);
    expect([await found('exercise=true'), await found('exercise=false')]).toEqual([[3], [0, 1, 2]]);
    expect(await found('from=2026-05-02T00:00:00Z&to=2026-05-03T00:00:00Z')).toEqual([1]);
    expect([await found('near=114.94,25.85&within=1000'), await found('near=115.41,25.95&within=20000&exercise=false')]).toEqual([[2], [0, 1]]);
  });

  it('by class, level and region, a city’s code taking in its counties', async () => {
    expect([await found('type=N'), await found('type=N01'), await found('type=A04')]).toEqual([[0, 1, 3], [0, 3], [2]]);
    expect([await found(`adcode=${YUDU}`), await found(`adcode=${ZHANGGONG}`), await found('adcode=360700')]).toEqual([[0, 1, 3], [2], [0, 1, 2, 3]]);
    expect([await found('severity=none'), await found('severity=3')]).toEqual([[0, 1, 2, 3], []]);
  });

  it('inside an area, by its corners', async () => {
    expect(await found('area=115.2,25.8;115.35,25.8;115.35,26;115.2,26')).toEqual([1]);
    // A triangle: its box holds the first as well, it itself does not.
    expect(await found('area=115.25,25.85;115.45,25.85;115.25,26.0&exercise=false')).toEqual([1]);
    expect(await found('area=0,0;1,0;1,1')).toEqual([]);
  });

  it('what is asked wrongly is named', async () => {
    const wrong: [string, string][] = [
      ['limit=0', 'limit'],
      ['limit=501', 'limit'],
      ['near=200,0', 'near'],
      ['near=x', 'near'],
      ['from=yesterday', 'from'],
      ['cursor=x', 'cursor'],
      ['status=$ne', 'status'],
      ['page=2', 'page'],
      ['type=X', 'type'],
      ['adcode=36', 'adcode'],
      ['severity=5', 'severity'],
      ['area=1,2;3,4', 'area'],
      ['area=1,2;3,4;500,6', 'area'],
      ['q=a&q=b', 'q'],
      ['status[$ne]=open', 'status[$ne]'],
    ];
    for (const [query, path] of wrong)
      expect(await app.get(city, `/incidents?${query}`), query).toMatchObject({ status: 400, body: { ok: false, code: 'invalid', details: [{ path }] } });
  });

  it('each finds what its seat may see', async () => {
    expect(await found('limit=50', duty)).toEqual([0, 1, 3]);
  });

  it('every kind is searched by the same path', async () => {
    const { body } = await app.get<{ docs: { id: string }[] }>(duty, '/organisations?limit=500');
    expect(body.docs.map(({ id }) => id)).toEqual(expect.arrayContaining(['360700', YUDU, ZHANGGONG]));
    expect((await app.get<{ docs: Note[] }>(duty, '/notes')).body.docs).toHaveLength(5);
    expect(await app.get(duty, '/users_of_others')).toMatchObject({ status: 404, body: { ok: false, code: 'no-such-path' } });
  });
});

describe('one incident', () => {
  it('is told with its timeline in order', async () => {
    const { body } = await app.get<Incident>(duty, `/incidents/${made[1]}`);
    expect(body).toMatchObject({ id: made[1], status: 'closed', entries: 3, title: '罗坳镇山体滑坡' });
    const { entries } = (await app.get<{ entries: Note[] }>(duty, `/incidents/${made[1]}/timeline`)).body;
    expect(entries.map(({ n, entry }) => [n, entry])).toEqual([
      [1, 'incident.logged'],
      [2, 'incident.noted'],
      [3, 'incident.closed'],
    ]);
    expect(entries[1]).toMatchObject({ text: '道路中断', by: { id: duty.id } });
  });

  it('one that a seat may not see is as one that is not there', async () => {
    const nothing = await app.get(duty, `/incidents/${app.core.ids.next()}`);
    for (const path of [`/incidents/${made[2]}`, `/incidents/${made[2]}/timeline`])
      expect(await app.get(duty, path)).toMatchObject({ status: 404, text: nothing.text });
  });

  it('stays to be found after it has left the world', async () => {
    const id = await logged({ title: '旧事', place: placeIn(YUDU) });
    await app.order(leader, 'incident.close', { incidentId: id, reason: '…', override: '报送另行办理' });
    await app.core.orders.submit({ id: app.core.ids.next(), type: 'incident.archive', payload: { incidentId: id } }, SYSTEM_SEAT);
    expect(app.core.world.get('incident', id)).toBeUndefined();
    expect((await app.snapshot(duty)).docs.filter((put) => put.id.startsWith(id))).toEqual([]);
    expect((await app.get(duty, `/incidents/${id}`)).body).toMatchObject({ id, status: 'closed' });
    expect((await app.get<{ entries: Note[] }>(duty, `/incidents/${id}/timeline`)).body.entries).toHaveLength(2);
    expect((await app.get<Found>(duty, `/incidents?q=${encodeURIComponent('旧事')}`)).body.docs).toHaveLength(1);
    await app.order(duty, 'incident.note', { incidentId: id, text: '补记' });
    expect((await app.get<{ entries: Note[] }>(duty, `/incidents/${id}/timeline`)).body.entries.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect((await app.snapshot(duty)).docs.filter((put) => put.id === id)).toHaveLength(1);
    made.push(id);
  });
});

describe('the snapshot', () => {
  it('is everything, and tells its journal and seq', async () => {
    const snapshot = await app.snapshot(city);
    expect(snapshot).toMatchObject({ journal: app.core.journalId, seq: app.core.world.seq, complete: true, drops: [] });
    expect(Object.keys(snapshot.docs[0] ?? {}).sort()).toEqual(['doc', 'id', 'kind']);
  });

  it('is not sent again while nothing has changed', async () => {
    const first = await app.get(city, '/snapshot');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toContain('private');
    const again = await app.get(city, '/snapshot', { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await app.get(duty, '/snapshot', { 'if-none-match': etag })).status).toBe(200);
    await app.order(city, 'incident.note', { incidentId: made[0] ?? '', text: '…' });
    expect((await app.get(city, '/snapshot', { 'if-none-match': etag })).status).toBe(200);
  });

  it('comes compressed as the client can, with the same inside', async () => {
    const plain = await rawSnapshot('identity');
    expect(plain.encoding).toBeUndefined();
    expect(await rawSnapshot('br')).toMatchObject({ encoding: 'br' });
    expect(brotliDecompressSync((await rawSnapshot('br')).bytes)).toEqual(plain.bytes);
    expect(gunzipSync((await rawSnapshot('gzip')).bytes)).toEqual(plain.bytes);
  });

  it('since a commit is what is newer, and everything for whoever follows another journal', async () => {
    const before = app.core.world.seq;
    await app.order(duty, 'incident.note', { incidentId: made[0] ?? '', text: '…' });
    const newer = await app.snapshot(city, `?since=${before}&journal=${app.core.journalId}`);
    expect(newer).toMatchObject({ seq: before + 1, complete: false, drops: [] });
    expect(newer.docs.map(({ kind }) => kind).sort()).toEqual(['incident', 'note']);
    expect((await app.snapshot(city, `?since=${before}&journal=other`)).complete).toBe(true);
    expect((await app.snapshot(city, `?since=${before + 1000}`)).complete).toBe(true);
    expect((await app.snapshot(city, '?since=0')).complete).toBe(true);
    for (const bad of ['since=-1', 'since=x', 'since=1.5', 'after=1']) expect((await app.get(city, `/snapshot?${bad}`)).status, bad).toBe(400);
  });
});

function rawSnapshot(encoding: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = httpGet(`${app.url}/api/v1/snapshot`, { headers: { authorization: `Bearer ${city.token}`, 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
  });
}

it('the map of others gets points in WGS-84', async () => {
  const reply = await app.get<{ type: string; features: { id: string; geometry: unknown; properties: Record<string, unknown> }[] }>(duty, '/incidents.geojson');
  expect(reply.headers.get('content-type')).toContain('application/geo+json');
  expect(reply.body.type).toBe('FeatureCollection');
  expect(reply.body.features.find(({ id }) => id === made[0])).toMatchObject({
    geometry: { type: 'Point', coordinates: [115.41, 25.95] },
    properties: { title: '梅江水位上涨', exercise: false },
  });
});

it('what a search finds goes to other maps as well, closed incidents included', async () => {
  const ids = async (asked: string, user = city) =>
    (await app.get<{ features: { id: string }[] }>(user, `/incidents.geojson?${asked}`)).body.features.map(({ id }) => made.indexOf(id)).sort();
  expect([await ids('status=closed&type=N04'), await ids('type=A04'), await ids('type=A04', duty)]).toEqual([[1], [2], []]);
});

it('a snapshot as JSON has what a client needs to start', async () => {
  const { docs } = await app.get<Snapshot>(duty, '/snapshot').then(({ body }) => body);
  expect(new Set(docs.map(({ kind }) => kind))).toEqual(new Set(['organisation', 'incident', 'note', 'rulebook']));
});

it('what a search finds goes into a table as well, for whoever may see it', async () => {
  const titles = async (user: TestUser): Promise<unknown[]> => {
    const response = await fetch(`${app.url}/api/v1/incidents.xlsx?exercise=false`, { headers: { authorization: `Bearer ${user.token}` } });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.+\.xlsx$/);
    const book = new ExcelJS.Workbook();
    // exceljs is typed for an older Buffer.
    await book.xlsx.load((await response.arrayBuffer()) as never);
    const values = book.worksheets[0]?.getColumn(3).values ?? [];
    return values.slice(2);
  };
  expect(await titles(city)).toEqual(expect.arrayContaining(['水南大桥车祸', '罗坳镇山体滑坡']));
  expect(await titles(duty)).not.toContain('水南大桥车祸');
  expect((await app.get(null, '/incidents.xlsx')).status).toBe(401);
});
