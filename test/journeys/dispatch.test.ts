import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Recommended } from '#server/recommend/recommender.ts';
import { idOf } from '#test/support/given.ts';
import { aPng } from '#test/support/pictures.ts';
import { pdfText } from '#test/support/pdf-text.ts';
import { aFlood } from '#test/support/payloads.ts';
import { GONGJIANG, ZHANGGONG } from '#test/support/seats.ts';
import { aMember, aTeam, OFF_DUTY } from '#test/support/teams.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { unzip } from '#test/support/unzip.ts';
import { upload } from '#test/support/upload.ts';
import { until } from '#test/support/until.ts';

const [BLUE, RED, OFF] = ['blue-sky', 'red-cross', 'asleep'] as const;
const ANNE = idOf(901);

let app: TestApp;
let duty: TestUser;
let blue: TestUser;
let red: TestUser;
let dispatchId: string;
let missionId: string;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  for (const organisationId of [BLUE, RED])
    await app.order(app.admin, 'organisation.add', { organisationId, kind: 'team', name: organisationId, parent: '360731' });
  [blue, red] = [await app.addUser('team', BLUE), await app.addUser('team', RED)];
  const { world, recommender } = app.core;
  const near = (km: number) => ({ ...aTeam('').doc.base, lng: 115.41 + km / 100 });
  for (const { doc } of [aTeam(BLUE), aTeam(RED, { base: near(20) }), aTeam(OFF, OFF_DUTY)]) {
    world.load('team', doc);
    recommender.changed([{ kind: 'team', id: doc.id, before: undefined, doc }]);
  }
  world.load('member', aMember(ANNE, BLUE).doc);
}, 30_000);
afterAll(() => app.close());

async function taken<T extends Parameters<TestApp['order']>[1]>(user: TestUser, type: T, payload: Payload<T>): Promise<Record<string, string>> {
  const answer = await app.order(user, type, payload);
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return answer.refs;
}

async function paper(user: TestUser, path: string, body?: object): Promise<{ status: number; bytes: Buffer }> {
  const headers = { authorization: `Bearer ${user.token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(`${app.url}/api/v1${path}`, { headers, method: body ? 'POST' : 'GET', ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

it('who dispatches is told which teams fit and why, and who is left out and why', async () => {
  const path = '/dispatches/candidates?category=water&minLevel=3&lng=115.42&lat=25.95';
  const { body } = await app.get<Recommended>(duty, path);
  expect(body.ranked.map(({ teamId, rank }) => [rank, teamId])).toEqual([
    [1, BLUE],
    [2, RED],
  ]);
  expect(body.ranked[0]?.reasons).toMatchObject({ level: 2, insured: 20, km: 1 });
  expect(body.excluded).toMatchObject([{ teamId: OFF, against: ['off-duty'] }]);
  for (const user of [blue, await app.addUser('township-duty', GONGJIANG)]) expect((await app.get(user, path)).status).toBe(403);
  expect((await app.get(duty, '/dispatches/candidates?category=cooking&lng=1&lat=2')).status).toBe(400);
});

it('a need reaches the teams that are asked, and neither another county nor another team', async () => {
  const { incident: incidentId = '' } = await taken(duty, 'incident.log', aFlood());
  const staging = { lng: 115.42, lat: 25.95, text: '贡江大桥东' };
  const acceptBy = new Date(Date.now() + 3_600_000).toISOString();
  const need = { incidentId, capability: { category: 'water' as const }, teamsNeeded: 1, staging, acceptBy, checkInCode: '482913' };
  dispatchId = (await taken(duty, 'dispatch.request', need))['dispatch'] ?? '';
  missionId = `${dispatchId}.${BLUE}`;
  const seen = await app.get<Dispatch>(blue, `/dispatches/${dispatchId}`);
  expect(seen.body).toMatchObject({ state: 'open', about: { title: '梅江水位上涨' }, reserve: [], offers: [{ teamId: BLUE, state: 'offered' }] });
  // What the gate knows, and why a team was chosen, is the officer's.
  for (const hidden of ['482913', 'reasons', 'score']) expect(seen.text).not.toContain(hidden);
  expect((await app.get(blue, `/incidents/${incidentId}`)).status).toBe(404);
  const other = await app.addUser('county-duty', ZHANGGONG);
  for (const user of [red, other])
    for (const path of [`/dispatches/${dispatchId}`, `/missions/${missionId}`]) expect((await app.get(user, path)).status).toBe(404);
  const open = await app.get<{ docs: Dispatch[] }>(duty, '/dispatches?status=open');
  expect(open.body.docs.map(({ id }) => id)).toEqual([dispatchId]);
});

it('accepted with the fields of the contract alone, it is filled on every screen at once', async () => {
  const desk = await app.connect(duty, { since: 0 });
  const answer = await app.order(blue, 'dispatch.accept', { dispatchId, etaMinutes: 45, people: 1 });
  if (!answer.ok) throw new Error(answer.message);
  await desk.reached(answer.seq);
  const shown = desk.model.docs().find(({ id }) => id === dispatchId)?.doc as Dispatch | undefined;
  expect(shown?.state).toBe('filled');
});

it('where the team is reaches the desk while it shares it, and nobody who may not read the mission', async () => {
  const [phone, desk, other, stranger] = await Promise.all([
    app.connect(blue),
    app.connect(duty),
    app.connect(red),
    app.connect(await app.addUser('city-duty', '360700', 'stranger')),
  ]);
  const told = (client: typeof desk): number => client.heard.filter(({ event }) => event === 'positions').length;
  phone?.socket.emit('position', { lng: 115.4, lat: 25.9 });
  await taken(blue, 'dispatch.share', { dispatchId, on: true });
  phone?.socket.emit('position', { lng: 115.41, lat: 25.91, accuracy: 12 });
  await until('the desk knows where they are', () => told(desk) > 0);
  expect(desk.heard.find(({ event }) => event === 'positions')?.said).toMatchObject([{ missionId, lng: 115.41, lat: 25.91 }]);
  // The city stands above the county and may read the mission; the other team may not.
  expect([told(stranger) > 0, told(other)]).toEqual([true, 0]);
  const trail = await app.get<{ points: unknown[] }>(duty, `/missions/${missionId}/trail`);
  expect(trail.body.points).toMatchObject([{ lng: 115.41, accuracy: 12 }]);
  expect((await app.get(red, `/missions/${missionId}/trail`)).status).toBe(404);
});

it('the work sheet says where to go and with whom', async () => {
  await taken(blue, 'dispatch.roster', { dispatchId, members: [ANNE] });
  const [page = ''] = pdfText((await paper(duty, `/missions/${missionId}/worksheet.pdf`)).bytes);
  for (const said of ['救援任务单', '水上搜救', '贡江大桥东', '张**']) expect(page).toContain(said);
  expect(unzip((await paper(blue, `/missions/${missionId}/worksheet.docx`)).bytes).get('word/document.xml')).toContain('贡江大桥东');
});

it('the team brings photos of what it did, which it sees and the desk, and names them in its log', async () => {
  const { incidentId } = (await app.get<Dispatch>(blue, `/dispatches/${dispatchId}`)).body;
  const picture = new Uint8Array(await aPng());
  const brought = await upload(app, blue, incidentId, picture, { name: '三号艇.png' });
  expect(brought.body).toMatchObject({ ok: true });
  const fileId = brought.id;
  await taken(blue, 'dispatch.log', { dispatchId, text: '三号艇底部划破', fileIds: [fileId] });
  expect((await paper(blue, `/files/${fileId}`)).status).toBe(200);
  expect((await paper(duty, `/files/${fileId}`)).status).toBe(200);
  expect((await paper(red, `/files/${fileId}`)).status).toBe(404);
  expect((await upload(app, red, incidentId, picture)).status).toBe(404);
  expect(await app.order(blue, 'dispatch.log', { dispatchId, text: '…', fileIds: [idOf(77)] })).toMatchObject({ code: 'invalid' });
});

it('a volunteer has a certificate that anybody can check; its code stays the same', async () => {
  const asked = () => app.call<{ code: string }>(blue, 'POST', `/missions/${missionId}/certificates`, { memberId: ANNE });
  expect((await asked()).body).toMatchObject({ code: 'mission.state' });
  await taken(blue, 'dispatch.check-in', { dispatchId, code: '482913', members: [ANNE] });
  await taken(duty, 'dispatch.release', { dispatchId });
  await taken(blue, 'dispatch.progress', { dispatchId, status: 'returned' });
  await taken(blue, 'dispatch.debrief', { dispatchId, hours: [{ memberId: ANNE, hours: 6.5 }] });
  const [first, second] = await Promise.all([asked(), asked()]);
  const { code } = first.body;
  expect([second.body.code, code]).toEqual([code, expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/)]);

  const checked = await app.get<{ hours: number; name: string }>(null, `/certificates/${code}`);
  expect(checked.body).toMatchObject({ name: '张**', hours: 6.5, team: BLUE, exercise: false });
  expect((await app.get(null, '/certificates/0000000000000000')).status).toBe(404);
  const page = await (await fetch(`${app.url}/verify/${code}`)).text();
  for (const said of ['证明有效', '张**', '6.5', code]) expect(page).toContain(said);
  const none = await fetch(`${app.url}/verify/${encodeURIComponent('<script>')}`);
  expect([none.status, (await none.text()).includes('<script>')]).toEqual([404, false]);

  const path = `/missions/${missionId}/certificates/${code}.pdf`;
  const [plain = ''] = pdfText((await paper(duty, path)).bytes);
  for (const said of ['志愿服务证明', '张**', '6.5', code]) expect(plain).toContain(said);
  const named = await paper(blue, path, { name: '张三丰' });
  expect(pdfText(named.bytes)[0]).toContain('张三丰');
  expect((await paper(blue, path, { name: '李四光' })).status).toBe(400);
  expect((await paper(red, path)).status).toBe(404);
  const journal = JSON.stringify((await app.core.journal.byOrder(dispatchId))?.events ?? []) + JSON.stringify(app.core.world.get('mission', missionId));
  expect(journal).not.toContain('张三丰');
});

it('what the mission was stays to be read, and how long it took', async () => {
  const { body } = await app.get<Mission>(duty, `/missions/${missionId}`);
  expect(body).toMatchObject({ state: 'debriefed', hours: [{ memberId: ANNE, hours: 6.5 }] });
  expect(body.steps.map(({ state }) => state)).toEqual(['offered', 'accepted', 'checked_in', 'released', 'returned', 'debriefed']);
});
