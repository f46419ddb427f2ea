import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWarning } from '#test/support/alert-cases.ts';
import { GONGJIANG, YUDU } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let duty: TestUser;
let leader: TestUser;

beforeAll(async () => {
  app = await testApp();
  [duty, leader] = await Promise.all([app.addUser('county-duty', YUDU), app.addUser('county-leader', YUDU)]);
});
afterAll(() => app.close());

const read = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${app.url}${path}`, { headers });

async function drafted(over: Parameters<typeof aWarning>[0] = {}): Promise<string> {
  const answer = await app.order(duty, 'alert.draft', aWarning(over));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['alert'] ?? '';
}

async function issued(over: Parameters<typeof aWarning>[0] = {}): Promise<string> {
  const alertId = await drafted(over);
  // Whoever has just signed in has just said the password.
  expect(await app.order(leader, 'alert.approve', { alertId, revision: 1 })).toMatchObject({ ok: true });
  expect(await app.order(duty, 'alert.issue', { alertId, revision: 1 })).toMatchObject({ ok: true });
  return alertId;
}

/** The elements of a message in their order, by name and text; CAP fixes the order. */
const elementsOf = (xml: string, parent: string): string[] =>
  [
    ...(new RegExp(`<${parent}[^>]*>(.*?)</${parent}>`, 's').exec(xml)?.[1] ?? '')
      .replaceAll(/<(info|area|eventCode|parameter|geocode)>.*?<\/\1>/gs, '<$1/>')
      .matchAll(/<([a-zA-Z]+)[/>]/g),
  ].map(([, name]) => name ?? '');

describe('what anybody may read', () => {
  it('is an alert that was issued, never a draft or a drill', async () => {
    const draft = await drafted({ cautions: '尚未发布的一稿' });
    const drill = await issued({ exercise: true, cautions: '演练用语' });
    const real = await issued({ colour: 'red', cautions: '沿河 <低洼> & 山脚', english: { cautions: 'Low ground', measures: 'Move up' } });
    const feed = await (await read('/cap/alerts.atom')).text();
    expect(feed).toContain(real);
    for (const hidden of [draft, drill, '尚未发布的一稿', '演练用语']) expect(feed).not.toContain(hidden);
    for (const id of [draft, drill, crypto.randomUUID()]) expect((await read(`/cap/alerts/${id}.xml`)).status).toBe(404);
    const page = await (await read('/public')).text();
    expect(page).toContain('山洪 红色预警');
    expect(page).toContain('沿河 &#60;低洼&#62; &#38; 山脚');
    expect(page).not.toContain('演练用语');
    expect(page).not.toMatch(/<script/i);
    const english = await (await read('/public?lang=en')).text();
    expect(english).toContain('Low ground');
    expect(english).toContain('<html lang="en">');
  });

  it('as CAP 1.2 has the elements in the order of the standard, times with their offset, and both languages', async () => {
    const id = await issued({ colour: 'orange', english: { cautions: 'Low ground', measures: 'Move up' } });
    const answer = await read(`/cap/alerts/${id}.xml`);
    expect(answer.headers.get('content-type')).toContain('application/cap+xml');
    const xml = await answer.text();
    expect(elementsOf(xml, 'alert')).toEqual(['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'info', 'info']);
    expect(elementsOf(xml, 'info')).toEqual([
      'language',
      'category',
      'event',
      'urgency',
      'severity',
      'certainty',
      'eventCode',
      'effective',
      'onset',
      'expires',
      'senderName',
      'headline',
      'description',
      'instruction',
      'parameter',
      'area',
    ]);
    expect(xml).toMatch(/<sent>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00<\/sent>/);
    expect(xml).toContain('<language>zh-CN</language>');
    expect(xml).toContain('<language>en-US</language>');
    expect(xml).toContain(`<geocode><valueName>adcode</valueName><value>${YUDU}</value></geocode>`);
    expect(xml).toContain('<severity>Severe</severity>');
    expect(xml).toContain('<status>Actual</status><msgType>Alert</msgType>');
  });

  it('says of a change and of the end which messages they follow', async () => {
    const id = await issued();
    const { exercise: _exercise, ...content } = aWarning({ scope: { adcodes: [GONGJIANG] } });
    expect(await app.order(duty, 'alert.update', { ...content, alertId: id, reason: '范围缩小' })).toMatchObject({ ok: true });
    expect(await app.order(leader, 'alert.approve', { alertId: id, revision: 2 })).toMatchObject({ ok: true });
    expect(await app.order(duty, 'alert.issue', { alertId: id, revision: 2 })).toMatchObject({ ok: true });
    const update = await (await read(`/cap/alerts/${id}.xml`)).text();
    expect(update).toContain('<msgType>Update</msgType>');
    expect(update).toMatch(new RegExp(`<references>fenghuo\\.360700,${id}\\.1,[^<]+</references>`));
    expect(await app.order(leader, 'alert.cancel', { alertId: id, reason: '降雨结束' })).toMatchObject({ ok: true });
    const end = await (await read(`/cap/alerts/${id}.xml`)).text();
    expect(end).toContain('<msgType>Cancel</msgType>');
    expect(end).toContain('<note>降雨结束</note>');
    expect(end.match(/fenghuo\.360700,/g)).toHaveLength(2);
    expect(await (await read('/public')).text()).toContain('已解除');
  });

  it('is not sent again to whoever has it', async () => {
    const first = await read('/cap/alerts.atom');
    const tag = first.headers.get('etag') ?? '';
    expect((await read('/cap/alerts.atom', { 'if-none-match': tag })).status).toBe(304);
    await issued();
    expect((await read('/cap/alerts.atom', { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('who approves', () => {
  it('says the password once more when the sign-in is old, and a wrong one is none', async () => {
    const confirm = (body: object) => app.call(leader, 'POST', '/session/confirm', body);
    expect((await confirm({ password: 'wrong' })).status).toBe(401);
    expect((await confirm({ password: leader.password })).status).toBe(200);
    expect((await confirm({ password: leader.password, more: 1 })).status).toBe(400);
  });
});
