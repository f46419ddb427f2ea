import { createHmac } from 'node:crypto';
import type { Message, Notice } from './notices.ts';
import type { Posted, ToPost } from './post.ts';

export const WEBHOOK_FORMATS = ['json', 'dingtalk', 'wecom', 'sms'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

export interface Webhook {
  url: string;
  secret: string | undefined;
  format: WebhookFormat;
  /** Where the links of messages lead. */
  base: string | undefined;
}

/** A notice as the receiver wants it, signed at this moment. A gateway for text messages knows its teams' numbers itself. */
export function webhookPost(hook: Webhook, notice: Notice, message: Message, now: Date): ToPost {
  const { url, secret, format } = hook;
  const link = hook.base === undefined ? message.url : new URL(message.url, hook.base).href;
  const text = `【${message.title}】${message.body}`;
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  switch (format) {
    case 'dingtalk':
      return { url: signedForDingTalk(url, secret, now), headers, body: JSON.stringify({ msgtype: 'text', text: { content: `${text}\n${link}` } }) };
    case 'wecom':
      return { url, headers, body: JSON.stringify({ msgtype: 'text', text: { content: `${text}\n${link}` } }) };
    case 'sms':
      return signed({ url, headers, body: JSON.stringify({ id: notice.id, teamId: notice.teamId, text }) }, secret, now);
    case 'json':
      return signed({ url, headers, body: JSON.stringify({ ...notice, ...message, url: link }) }, secret, now);
    default:
      return format satisfies never;
  }
}

/** HMAC-SHA256 over `<timestamp>.<body>`, the timestamp in seconds: what is repeated later is recognised as old. */
function signed({ url, headers, body }: ToPost & { body: string }, secret: string | undefined, now: Date): ToPost {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature =
    secret === undefined ? {} : { 'X-Fenghuo-Signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}` };
  return { url, headers: { ...headers, 'X-Fenghuo-Timestamp': timestamp, ...signature }, body };
}

/** As DingTalk's robots demand: over `<milliseconds>\n<secret>`, in the address. */
function signedForDingTalk(url: string, secret: string | undefined, now: Date): string {
  if (secret === undefined) return url;
  const to = new URL(url);
  const timestamp = String(now.getTime());
  to.searchParams.set('timestamp', timestamp);
  to.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return to.href;
}

/** DingTalk and WeCom say no with 200 and a code. */
export function refusedBy(format: WebhookFormat, { status, text }: Posted): string | undefined {
  if (status < 200 || status >= 300) return `answered ${status}`;
  if (format !== 'dingtalk' && format !== 'wecom') return undefined;
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(text)?.[1];
  return code === undefined || code === '0' ? undefined : `errcode ${code}`;
}
