import { HAZARDS, levelOf, type Colour, type HazardCode } from '#shared/alert/hazards.ts';
import type { AlertContent } from '#shared/alert/orders.ts';
import type { Alert } from '#shared/alert/state.ts';
import { element } from './markup.ts';

const SEVERITY = { red: 'Extreme', orange: 'Severe', yellow: 'Moderate', blue: 'Minor' } as const satisfies Record<Colour, string>;
const COLOUR_WORDS = { red: ['红色', 'Red'], orange: ['橙色', 'Orange'], yellow: ['黄色', 'Yellow'], blue: ['蓝色', 'Blue'] } as const satisfies Record<
  Colour,
  readonly [string, string]
>;
const HOUR = 3_600_000;
const OFFSET_MS = 8 * HOUR;

/** OASIS CAP 1.2 writes times with their offset and without fractions: `2026-06-01T10:00:00+08:00`. */
export const capTime = (instant: string): string => `${new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

function categoryOf(hazard: HazardCode): string {
  const code = HAZARDS[hazard].typeCode;
  if (hazard === 'forest-fire') return 'Fire';
  if (hazard === 'geological') return 'Geo';
  if (hazard === 'cyber') return 'Infra';
  if (hazard === 'other') return 'Other';
  if (code.startsWith('H')) return 'Health';
  return code.startsWith('A') ? 'Env' : 'Met';
}

export interface CapContext {
  /** Who sends, as CAP names it: no spaces, commas, `<` or `&`. */
  sender: string;
  /** Names of regions by their code. */
  nameOf(id: string): { name: string; nameEn: string } | undefined;
}

/** Each time it is issued it is a message of its own; the last may take it back. */
export const messageId = ({ id }: Pick<Alert, 'id'>, n: number): string => `${id}.${n}`;

/** When each message was sent, first to last. */
export function messagesOf(alert: Alert): { n: number; sent: string; type: 'Alert' | 'Update' | 'Cancel' }[] {
  const sent = alert.log.filter(({ kind }) => kind === 'issued' || kind === 'cancelled');
  return sent.map(({ at, kind }, i) => ({ n: i + 1, sent: at, type: kind === 'cancelled' ? 'Cancel' : i === 0 ? 'Alert' : 'Update' }));
}

/** The latest message about an alert as CAP 1.2; null for one that was never issued. */
export function capOf(alert: Alert, context: CapContext): string | null {
  const messages = messagesOf(alert);
  const last = messages.at(-1);
  if (!last || !alert.content) return null;
  const references = messages.slice(0, -1).map(({ n, sent }) => `${context.sender},${messageId(alert, n)},${capTime(sent)}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    element('identifier', messageId(alert, last.n)),
    element('sender', context.sender),
    element('sent', capTime(last.sent)),
    element('status', alert.exercise ? 'Exercise' : 'Actual'),
    element('msgType', last.type),
    element('scope', 'Public'),
    element('note', last.type === 'Cancel' ? alert.ended?.reason : undefined),
    element('references', references.join(' ')),
    infoOf(alert, alert.content, 'zh-CN', last.sent, context),
    alert.content.english ? infoOf(alert, alert.content, 'en-US', last.sent, context) : '',
    '</alert>\n',
  ].join('');
}

function infoOf(alert: Alert, content: AlertContent, language: 'zh-CN' | 'en-US', sent: string, context: CapContext): string {
  const { hazard, colour, issuer, startAt = sent, expectedEnd, cautions, measures = [], english } = content;
  const zh = language === 'zh-CN';
  const event = HAZARDS[hazard][zh ? 'zh' : 'en'];
  const word = COLOUR_WORDS[colour][zh ? 0 : 1];
  const waits = Date.parse(startAt) - Date.parse(sent);
  return [
    '<info>',
    element('language', language),
    element('category', categoryOf(hazard)),
    element('event', event),
    element('urgency', waits <= HOUR ? 'Immediate' : waits <= 24 * HOUR ? 'Expected' : 'Future'),
    element('severity', SEVERITY[colour]),
    element('certainty', waits <= 0 ? 'Observed' : 'Likely'),
    '<eventCode><valueName>fenghuo:hazard</valueName>',
    element('value', hazard),
    '</eventCode>',
    element('effective', capTime(sent)),
    element('onset', capTime(startAt)),
    element('expires', expectedEnd === undefined ? undefined : capTime(expectedEnd)),
    element('senderName', issuer?.name),
    element('headline', zh ? `${event}${word}预警` : `${event}: ${word} alert`),
    element('description', zh ? cautions : english?.cautions),
    element('instruction', zh ? measures.map(({ text }) => text).join('；') : english?.measures),
    '<parameter><valueName>colour</valueName>',
    element('value', `${colour} ${levelOf(colour)}`),
    '</parameter>',
    areaOf(content, zh, alert, context),
    '</info>',
  ].join('');
}

function areaOf({ scope }: AlertContent, zh: boolean, { home }: Alert, { nameOf }: CapContext): string {
  const adcodes = scope?.adcodes ?? [home];
  const said = adcodes.map((code) => nameOf(code)?.[zh ? 'name' : 'nameEn'] || code);
  // CAP has latitude first, and an area that ends where it begins.
  const polygon = scope?.polygon?.map(([lng, lat]) => `${lat},${lng}`).join(' ');
  const codes = adcodes.map((code) => `<geocode><valueName>adcode</valueName>${element('value', code)}</geocode>`);
  return `<area>${element('areaDesc', [...said, ...(zh && scope?.text !== undefined ? [scope.text] : [])].join(zh ? '、' : ', '))}${element('polygon', polygon)}${codes.join('')}</area>`;
}

/** An Atom feed of the latest message of each alert, newest first. */
export function atomOf(alerts: readonly Alert[], base: string, updated: string, context: CapContext): string {
  const entries = alerts.map((alert) => {
    const last = messagesOf(alert).at(-1);
    const content = alert.content;
    if (!last || !content) return '';
    const title = `${HAZARDS[content.hazard].zh}${COLOUR_WORDS[content.colour][0]}预警${last.type === 'Cancel' ? '解除' : ''}`;
    return [
      '<entry>',
      element('id', `urn:uuid:${alert.id}:${last.n}`),
      element('title', title),
      element('updated', capTime(last.sent)),
      `<author>${element('name', content.issuer?.name ?? context.sender)}</author>`,
      `<link rel="alternate" type="application/cap+xml" href="${base}/cap/alerts/${alert.id}.xml"/>`,
      element('summary', content.cautions),
      '</entry>',
    ].join('');
  });
  const head = `${element('id', `${base}/cap/alerts.atom`)}${element('title', '烽火 预警信息 Fenghuo alerts')}${element('updated', capTime(updated))}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${head}<link rel="self" href="${base}/cap/alerts.atom"/>${entries.join('')}</feed>\n`;
}
