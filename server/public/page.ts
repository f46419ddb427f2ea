import { HAZARDS, levelOf, type Colour } from '#shared/alert/hazards.ts';
import type { Alert } from '#shared/alert/state.ts';
import { escaped } from './markup.ts';
import type { CapContext } from './cap.ts';

export type PublicLanguage = 'zh-CN' | 'en';

const TEXT = {
  'zh-CN': {
    title: '预警信息',
    city: '突发事件预警信息',
    none: '目前没有生效的预警。',
    ended: '近期解除的预警',
    over: '已解除',
    expired: '已到期',
    colour: { red: '红色预警', orange: '橙色预警', yellow: '黄色预警', blue: '蓝色预警' },
    where: '范围',
    when: '时间',
    from: '自',
    until: '至',
    beware: '注意',
    what: '怎么做',
    issuer: '发布单位',
    issued: '发布时间',
    call: '遇到危险：公安 110，消防 119，急救 120。咨询求助：12345。',
    changed: '本页最后变动',
    never: '尚未发布过信息',
    other: 'English',
    feed: '订阅（Atom、CAP）',
  },
  en: {
    title: 'Alerts',
    city: 'Early warnings',
    none: 'No alert is in force.',
    ended: 'Ended recently',
    over: 'cancelled',
    expired: 'expired',
    colour: { red: 'Red alert', orange: 'Orange alert', yellow: 'Yellow alert', blue: 'Blue alert' },
    where: 'Where',
    when: 'When',
    from: 'from',
    until: 'until',
    beware: 'Beware',
    what: 'What to do',
    issuer: 'Issued by',
    issued: 'Issued',
    call: 'In danger: police 110, fire 119, ambulance 120. Advice and help: 12345.',
    changed: 'Last change of this page',
    never: 'nothing has been published yet',
    other: '中文',
    feed: 'Subscribe (Atom, CAP)',
  },
} as const;

const SHAPES = { red: '■', orange: '◆', yellow: '▲', blue: '●' } as const satisfies Record<Colour, string>;

const wall = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** What the public may know, as a page that needs no script: black on white, the worst first. */
export function publicPage(
  inForce: readonly Alert[],
  ended: readonly Alert[],
  language: PublicLanguage,
  changed: string | undefined,
  context: CapContext,
): string {
  const text = TEXT[language];
  const other: PublicLanguage = language === 'en' ? 'zh-CN' : 'en';
  const current = inForce.map((alert) => article(alert, language, context)).join('') || `<p>${text.none}</p>`;
  const past = ended.map(
    (alert) => `<li>${escaped(headline(alert, language))} · ${alert.status === 'expired' ? text.expired : text.over} ${wall(alert.ended?.at ?? '')}</li>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text.city}</title>
<link rel="stylesheet" href="/public.css"><link rel="alternate" type="application/atom+xml" href="/cap/alerts.atom" title="${text.feed}"></head>
<body><header><h1>${text.city}</h1><a href="/public?lang=${other}" hreflang="${other}" lang="${other}">${text.other}</a></header>
<main>${current}${past.length > 0 ? `<h2>${text.ended}</h2><ul>${past.join('')}</ul>` : ''}</main>
<footer><p><strong>${text.call}</strong></p><p>${text.changed}：${changed === undefined ? text.never : `<time datetime="${changed}">${wall(changed)}</time>`} · <a href="/cap/alerts.atom">${text.feed}</a></p></footer>
</body></html>
`;
}

function headline({ content }: Alert, language: PublicLanguage): string {
  if (!content) return '';
  return `${HAZARDS[content.hazard][language === 'en' ? 'en' : 'zh']} ${TEXT[language].colour[content.colour]}`;
}

function article(alert: Alert, language: PublicLanguage, { nameOf }: CapContext): string {
  const { content, issued } = alert;
  if (!content || !issued) return '';
  const text = TEXT[language];
  const english = language === 'en' ? content.english : undefined;
  const places = (content.scope?.adcodes ?? []).map((code) => nameOf(code)?.[language === 'en' ? 'nameEn' : 'name'] || code);
  const when = [content.startAt && `${text.from} ${wall(content.startAt)}`, content.expectedEnd && `${text.until} ${wall(content.expectedEnd)}`]
    .filter(Boolean)
    .join(' ');
  const todo = english?.measures ?? (content.measures ?? []).map((measure) => measure.text).join('；');
  const rows: [string, string][] = [
    [text.where, [...places, content.scope?.text].filter(Boolean).join(language === 'en' ? ', ' : '、')],
    [text.when, when],
    [text.beware, english?.cautions ?? content.cautions ?? ''],
    [text.what, todo],
    [text.issuer, content.issuer?.name ?? ''],
    [text.issued, wall(issued.at)],
  ];
  const list = rows.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`);
  return `<article data-level="${levelOf(content.colour)}"><h2><span aria-hidden="true">${SHAPES[content.colour]}</span> ${escaped(headline(alert, language))}</h2><dl>${list.join('')}</dl></article>`;
}

export const PUBLIC_CSS = `:root{color-scheme:light}body{margin:0 auto;max-width:44rem;padding:1rem;background:#fff;color:#111;font:1.125rem/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}h1{font-size:1.5rem;margin:0}h2{font-size:1.25rem;margin:0 0 .5rem}
article{margin:1rem 0;padding:.75rem 1rem;border:1px solid #555;border-left:.75rem solid #1668c7}article[data-level="1"]{border-left-color:#c21d1d}article[data-level="2"]{border-left-color:#d96a00}article[data-level="3"]{border-left-color:#b58a00}
dl{margin:0}dt{color:#444;font-size:.95rem}dd{margin:0 0 .5rem;white-space:pre-wrap}a{color:#0b4fa0}header a{display:inline-block;padding:.5rem}footer{margin-top:2rem;border-top:1px solid #888;font-size:1rem}
`;
