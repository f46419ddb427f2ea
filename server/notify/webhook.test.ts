import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { messageOf, type Notice } from './notices.ts';
import { refusedBy, webhookPost, type Webhook } from './webhook.ts';

const NOW = new Date('2026-06-01T14:10:00Z');
const notice: Notice = {
  id: 'n1',
  kind: 'offered',
  teamId: 'blue-sky',
  dispatchId: 'd1',
  number: 'YD-1-D1',
  category: 'water',
  acceptBy: '2026-06-01T14:40:00.000Z',
  at: NOW.toISOString(),
};
const hook = (over: Partial<Webhook>): Webhook => ({ url: 'https://gate.example/in?key=k', secret: 'a good secret', format: 'json', base: undefined, ...over });
const made = (over: Partial<Webhook>) => webhookPost(hook(over), notice, messageOf(notice, 'zh-CN', 'Asia/Shanghai'), NOW);
const bodyOf = (over: Partial<Webhook>) => JSON.parse(String(made(over).body)) as unknown;

it('a message says which need, what for and until when, in both languages', () => {
  expect(messageOf(notice, 'zh-CN', 'Asia/Shanghai')).toEqual({
    title: '调派请求',
    body: 'YD-1-D1 水上搜救,请于 06-01 22:40 前答复。',
    url: '/team#offer',
    tag: 'dispatch.d1',
  });
  expect(messageOf(notice, 'en', 'Asia/Shanghai').body).toBe('YD-1-D1, water rescue: answer by 06-01 22:40.');
});

it('plain JSON is signed over its time and its body', () => {
  const { headers, body } = made({ base: 'https://fenghuo.example' });
  const signature = createHmac('sha256', 'a good secret')
    .update(`1780323000.${String(body)}`)
    .digest('hex');
  expect(headers).toMatchObject({ 'X-Fenghuo-Timestamp': '1780323000', 'X-Fenghuo-Signature': `sha256=${signature}` });
  expect(JSON.parse(String(body))).toMatchObject({ teamId: 'blue-sky', kind: 'offered', url: 'https://fenghuo.example/team#offer' });
  expect(made({ secret: undefined }).headers).not.toHaveProperty('X-Fenghuo-Signature');
});

it('robots and gateways get what they understand', () => {
  expect(bodyOf({ format: 'sms' })).toEqual({ id: 'n1', teamId: 'blue-sky', text: '【调派请求】YD-1-D1 水上搜救,请于 06-01 22:40 前答复。' });
  for (const format of ['dingtalk', 'wecom'] as const) expect(bodyOf({ format })).toMatchObject({ msgtype: 'text', text: { content: expect.any(String) } });
  const url = new URL(made({ format: 'dingtalk' }).url);
  const sign = createHmac('sha256', 'a good secret').update(`${NOW.getTime()}\na good secret`).digest('base64');
  expect(Object.fromEntries(url.searchParams)).toEqual({ key: 'k', timestamp: String(NOW.getTime()), sign });
});

it('a robot that says no with 200 has said no', () => {
  expect(refusedBy('wecom', { status: 200, text: '{"errcode":45009,"errmsg":"freq"}' })).toBe('errcode 45009');
  expect(refusedBy('wecom', { status: 200, text: '{"errcode":0}' })).toBeUndefined();
  expect(refusedBy('json', { status: 500, text: '' })).toBe('answered 500');
});
