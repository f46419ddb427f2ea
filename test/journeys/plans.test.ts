import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { PlanContent } from '#shared/plan/content.ts';
import { libraryPlanId } from '#server/documents/library.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPlan } from '#test/support/plans.ts';
import { WATER, YUDU } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf, testCore } from '#test/support/test-core.ts';
import { unzip } from '#test/support/unzip.ts';

let app: TestApp;
let library: string;
let planner: TestUser;
let leader: TestUser;
let water: TestUser;
let yudu: TestUser;
let yuduLeader: TestUser;
let reviewer: TestUser;
const FLOOD = libraryPlanId('flood');

const file = (name: string, content: unknown) => writeFile(path.join(library, name), typeof content === 'string' ? content : JSON.stringify(content));

beforeAll(async () => {
  library = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-library-'));
  await file('flood.json', aPlan());
  await file('broken.json', '{');
  await file('no-plan.json', { title: '…' });
  app = await testApp({ env: { PLAN_LIBRARY: library } });
  await app.order(app.admin, 'organisation.add', { organisationId: WATER, kind: 'department', name: '水利局', parent: '360700', lines: ['N01'] });
  [planner, leader, water, yudu, yuduLeader, reviewer] = await Promise.all([
    app.addUser('planner'),
    app.addUser('city-leader'),
    app.addUser('department', WATER),
    app.addUser('county-duty', YUDU),
    app.addUser('county-leader', YUDU),
    app.addUser('planner', YUDU),
  ]);
});
afterAll(async () => {
  await app.close();
  await rm(library, { recursive: true, force: true });
});

const given = async <T extends OrderType>(user: TestUser, type: T, payload: Payload<T>): Promise<Record<string, string>> => {
  const answer = await app.order(user, type, payload);
  return answer.ok ? answer.refs : expect.unreachable(`${type}: ${JSON.stringify(answer)}`);
};

describe('the library', () => {
  it('is in force from the first start, without what is no plan, and nobody can bring it but the server', async () => {
    expect([...app.core.world.all('plan')].map(({ key, status }) => [key, status])).toEqual([['flood', 'in_force']]);
    const answer = await app.order(planner, 'plan.found', { planId: app.core.ids.next(), key: 'x', owner: '360700', content: aPlan(), on: '2026-06-01' });
    expect(answer).toMatchObject({ ok: false, code: 'not-permitted' });
  });

  it('brings new files at a later start, and never writes over what is there', async () => {
    await file('flood.json', aPlan({ title: { zh: '改', en: 'Changed' } }));
    await file('fire.json', aPlan({ title: { zh: '森林火灾应急预案', en: 'Forest fire' }, hazards: ['N06'] }));
    const again = await testCore({ store: app.core.store, env: { PLAN_LIBRARY: library } });
    expect([...again.core.world.all('plan')].map(({ title }) => title.zh).sort()).toEqual(['森林火灾应急预案', '赣州市山洪灾害应急预案']);
    expect((await journalOf(again.core)).filter(({ order }) => order.type === 'plan.found')).toHaveLength(2);
    await again.close();
  });
});

describe('a plan over HTTP', () => {
  it('its text is in no feed and no snapshot; whoever may read it fetches it', async () => {
    const { docs } = await app.snapshot(yudu);
    expect(docs.some(({ kind }) => kind === 'plan')).toBe(true);
    expect(JSON.stringify(docs)).not.toContain('有效防御山洪灾害');
    expect((await app.get<{ content: PlanContent }>(yudu, `/editions/${FLOOD}.1`)).body.content.clauses).toHaveLength(3);
    const { plan: secret } = await given(planner, 'plan.draft', { content: aPlan(), confidential: true });
    expect((await app.get(yudu, `/editions/${secret}.1`)).status).toBe(404);
    expect((await app.get(yudu, `/plans/${secret}`)).status).toBe(404);
  });

  it('goes out as JSON and Word, the public copy without numbers, and comes in again as it was', async () => {
    const json = await app.get<PlanContent>(yudu, `/plans/${FLOOD}/editions/1.json`);
    expect(json.body).toEqual(aPlan());
    expect((await app.get(yudu, `/plans/${FLOOD}/editions/1.json?copy=public`)).text).not.toContain('8391111');
    const id = app.core.ids.next();
    const imported = await app.call<{ ok: boolean }>(planner, 'POST', '/plans/import', { id, content: json.body });
    expect(imported.body).toMatchObject({ ok: true, refs: { plan: id } });
    const long = aPlan({ clauses: Array.from({ length: 290 }, (_, i) => ({ id: `c${i}`, part: 'general', title: '条', text: '字'.repeat(400) })) });
    const big = app.core.ids.next();
    expect((await app.call(planner, 'POST', '/plans/import', { id: big, content: long })).status).toBe(200);
    const wrong = await app.call<{ details: { path: string }[] }>(planner, 'POST', '/plans/import', {
      id: app.core.ids.next(),
      content: { ...aPlan(), kind: 'poem' },
    });
    expect([wrong.status, wrong.body.details.map((one) => one.path)]).toEqual([400, ['content.kind']]);
    expect((await app.call(leader, 'POST', '/plans/import', { id: app.core.ids.next(), content: aPlan() })).status).toBe(403);
    const docx = await fetch(`${app.url}/api/v1/plans/${FLOOD}/editions/1.docx`, { headers: { authorization: `Bearer ${yudu.token}` } });
    const text = unzip(Buffer.from(await docx.arrayBuffer())).get('word/document.xml') ?? '';
    expect(text).toContain('赣州市山洪灾害应急预案');
    expect(text).toContain('副指挥长批准启动');
  });

  it('two planners who change the same clause: the second is told which, and nothing is lost', async () => {
    const { plan: planId = '' } = await given(planner, 'plan.draft', { fromPlanId: FLOOD, title: { zh: '甲', en: 'A' } });
    const put = (text: string): Payload<'plan.edit'> => ({
      planId,
      baseRevision: 1,
      changes: [{ in: 'clauses', put: { id: '5.1', part: 'response', title: '响应启动', text } }],
    });
    await given(planner, 'plan.edit', put('先'));
    const second = await app.call<{ code: string; details: { path: string; current: { text: string } }[] }>(planner, 'POST', '/orders', {
      id: app.core.ids.next(),
      type: 'plan.edit',
      payload: put('后'),
    });
    expect(second).toMatchObject({ status: 409, body: { code: 'plan.conflict', details: [{ path: 'clauses/5.1', current: { text: '先' } }] } });
  });
});

describe('a response', () => {
  it('is launched by the plan in force, and its incident keeps that version when another is issued', async () => {
    const { incident: incidentId = '' } = await given(yudu, 'incident.log', aFlood());
    const launch: Payload<'response.launch'> = {
      incidentId,
      planId: FLOOD,
      level: 'IV',
      matters: '于都山洪',
      expectedUntil: '2099-06-02T02:00:00+08:00',
      measures: ['meet', 'warn'],
    };
    const { expectedUntil: _missing, ...three } = launch;
    const incomplete = await app.call(yuduLeader, 'POST', '/orders', { id: app.core.ids.next(), type: 'response.launch', payload: three });
    expect(incomplete).toMatchObject({ status: 400, body: { code: 'invalid', details: [{ path: 'expectedUntil' }] } });
    const { response = '' } = await given(yuduLeader, 'response.launch', launch);
    await given(planner, 'plan.revise', { planId: FLOOD, trigger: 'event', reason: '没有夜间路线', incidentId });
    await given(planner, 'plan.submit', { planId: FLOOD, consult: [WATER, YUDU] });
    await given(planner, 'plan.submit', { planId: FLOOD });
    await given(leader, 'plan.review', { planId: FLOOD, aspect: 'coordination', passed: true, opinion: '衔接' });
    await given(water, 'plan.review', { planId: FLOOD, aspect: 'legality', passed: true, opinion: '合法' });
    await given(leader, 'plan.approve', { planId: FLOOD, approved: true, opinion: '同意' });
    await given(planner, 'plan.issue', {
      planId: FLOOD,
      docNo: '赣市府办字〔2026〕31号',
      issuedAt: new Date(Date.now() - 1000).toISOString(),
      draftingNote: '说明',
    });
    expect(app.core.world.get('plan', FLOOD)?.current?.no).toBe(2);
    expect(app.core.world.get('response', response)).toMatchObject({ no: 1, planDocNo: '示范文本' });
    expect((await app.get<{ content: PlanContent }>(yudu, `/editions/${FLOOD}.1`)).body.content.title.zh).toBe('赣州市山洪灾害应急预案');
    const { entries } = (await app.get<{ entries: { entry: string }[] }>(yudu, `/incidents/${incidentId}/timeline`)).body;
    expect(entries.map(({ entry }) => entry)).toEqual(['incident.logged', 'response.launched']);
  });
});

describe('a calendar', () => {
  const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

  it('is read by its address alone, tells legal and planned dates, and ends when another is made', async () => {
    const rule = { rrule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', anchor: '2099-03-15T09:00', zone: 'Asia/Shanghai' };
    const { schedule: scheduleId = '' } = await given(planner, 'plan.schedule', { planId: FLOOD, purpose: 'drill', ...rule, note: '联合，全要素；夜间' });
    const made = await app.call<{ path: string }>(planner, 'POST', '/calendar', {});
    const first = await fetch(app.url + made.body.path);
    const text = await first.text();
    expect(first.headers.get('content-type')).toContain('text/calendar');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const before = lines(text);
    expect(before).toEqual(
      expect.arrayContaining([
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'TZOFFSETTO:+0800',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15',
        'DTSTART;TZID=Asia/Shanghai:20990315T090000',
      ]),
    );
    const uid = before.find((line) => line.startsWith(`UID:${scheduleId}@`));
    expect(before[before.indexOf(uid ?? '') + 3]).toBe('SEQUENCE:1');
    // The review is a gap: only its next date is true.
    expect(before.filter((line) => line.startsWith('RRULE'))).toHaveLength(1);
    expect(before.some((line) => line.includes('联合，全要素；夜间'))).toBe(true);

    await given(planner, 'plan.postpone', { scheduleId, planned: '2099-04-20T09:00:00+08:00', reason: '避开汛期' });
    const after = lines(await (await fetch(app.url + made.body.path)).text());
    expect(after).toContain('RECURRENCE-ID;TZID=Asia/Shanghai:20990315T090000');
    expect(after).toContain('DTSTART;TZID=Asia/Shanghai:20990420T090000');
    expect(after.filter((line) => line === uid)).toHaveLength(2);
    expect(after).toContain('SEQUENCE:2');

    const next = await app.call<{ path: string }>(planner, 'POST', '/calendar', {});
    expect((await fetch(app.url + made.body.path)).status).toBe(404);
    expect((await fetch(app.url + next.body.path)).status).toBe(200);
    expect(JSON.stringify(await app.core.calendars.model.find().lean())).not.toContain(next.body.path.slice(5, -4));
  });

  it('shows nothing of what its owner may not see', async () => {
    const { plan: secret = '' } = await given(planner, 'plan.draft', { content: aPlan({ title: { zh: '密件', en: 'Secret' } }), confidential: true });
    await given(planner, 'plan.schedule', { planId: secret, purpose: 'drill', rrule: 'FREQ=YEARLY', anchor: '2098-01-01T09:00', zone: 'Asia/Shanghai' });
    const of = async (user: TestUser) => (await fetch(app.url + (await app.call<{ path: string }>(user, 'POST', '/calendar', {})).body.path)).text();
    expect(await of(planner)).toContain('密件');
    expect(await of(reviewer)).not.toContain('密件');
  });
});
