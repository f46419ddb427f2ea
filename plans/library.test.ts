import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '#shared/team/category.ts';
import { PlanContent } from '#shared/plan/content.ts';
import { PARTS } from '#shared/plan/parts.ts';
import { LIBRARY } from './library.ts';

const each = LIBRARY.map((plan) => [plan.code, plan] as const);
const special = each.filter(([, { content }]) => content.kind === 'special');
/** A telephone number, or what people write where one is still to be filled in. */
const NUMBER_OR_GAP = /\d{7,}|\d{3,4}-\d{3,}|×{2,}|某某|待补|待填|_{3,}/;
const LEVELS = ['I', 'II', 'III', 'IV'];

/** Everything that a plan says, with the path to it, so that a finding can be read. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

/** The articles that were read (rules, tag S); a plan cites no other. */
const READ: Readonly<Record<string, readonly string[]>> = {
  中华人民共和国突发事件应对法:
    '三 七 九 十二 十五 十七 十八 二十二 二十五 二十六 二十七 二十八 三十八 三十九 四十 六十 六十一 六十二 六十三 六十四 六十六 六十七 七十 七十一 七十二 七十六 七十七 七十八 八十一 八十三 八十四 八十五 八十六 八十七 九十 九十二 九十四 九十五 九十六 九十七'.split(
      ' ',
    ),
  自然灾害救助条例: '十四 十七 二十 二十一 二十五 二十六'.split(' '),
  生产安全事故报告和调查处理条例: '三 十二 十三 十八 十九 二十 二十九 三十二'.split(' '),
  生产安全事故应急条例: '七 八 十四 十九 二十七'.split(' '),
  中华人民共和国突发公共卫生事件应对法: '三十 三十二 三十三 三十四'.split(' '),
  突发公共卫生事件应急条例: ['二十'],
  国家网络安全事件报告管理办法: ['四'],
  中华人民共和国个人信息保护法: '十三 十九 二十八 五十六 五十七'.split(' '),
  中华人民共和国治安管理处罚法: ['二十九'],
  中华人民共和国政府信息公开条例: '六 二十 二十六'.split(' '),
  中华人民共和国防汛条例: ['二十四'],
  中华人民共和国慈善法: '七十二 七十三'.split(' '),
  突发事件应急预案管理办法: ['二十六'],
  森林防火条例: '七 三十二 三十五 四十五'.split(' '),
  地质灾害防治条例: '二十八 二十九'.split(' '),
  志愿服务条例: '十七 十九 二十四'.split(' '),
  军队参加抢险救灾条例: '四 五'.split(' '),
};

describe('the library of plans', () => {
  it('holds every file of its folder, once', () => {
    const files = Object.keys(import.meta.glob('./library/*.json'));
    expect(LIBRARY.map(({ code }) => `./library/${code}.json`).sort()).toEqual(files.sort());
  });

  it('has the plans of the city in force, and the templates as drafts', () => {
    for (const { code, scope, status } of LIBRARY) {
      expect([code, status]).toEqual([code, scope === 'city' ? 'issued' : 'draft']);
      expect([code, code.endsWith('-template') || code.startsWith('unit-')]).toEqual([code, scope !== 'city']);
    }
  });

  it('copies nothing from one plan to another', () => {
    const seen = new Map<string, string>();
    for (const { code, content } of LIBRARY) {
      for (const { id, text } of content.clauses) {
        if (text.length <= 40) continue;
        expect([`${code} ${id}`, seen.get(text)]).toEqual([`${code} ${id}`, undefined]);
        seen.set(text, `${code} ${id}`);
      }
    }
  });

  it('gives each plan a name of its own in both languages', () => {
    for (const language of ['zh', 'en'] as const) expect(new Set(LIBRARY.map(({ content }) => content.title[language])).size).toBe(LIBRARY.length);
  });
});

describe.each(each)('the plan %s', (_code, { content }) => {
  it('is of the shape that every plan has', () => {
    expect(PlanContent.safeParse(content).error).toBeUndefined();
  });

  it('says what it is in both languages', () => {
    for (const { zh, en } of [content.title, content.summary, ...content.positions.map(({ title }) => title)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/i);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('has all eight parts, in the order in which they are read', () => {
    const parts = content.clauses.map(({ part }) => PARTS.indexOf(part));
    expect(new Set(parts).size).toBe(PARTS.length);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    for (const { id, part } of content.clauses) expect(id.startsWith(`${part}.`)).toBe(true);
  });

  it('names no person and no number to call, and leaves no gap for one', () => {
    for (const [path, text] of textsOf(content)) {
      expect([path, text]).toEqual([path, expect.not.stringMatching(NUMBER_OR_GAP)]);
    }
  });

  it('cites only articles that were read', () => {
    for (const { id, source } of content.clauses) {
      if (source === undefined) continue;
      const [, law = '', articles = ''] = /^《(.+)》(第.+条)$/.exec(source) ?? [];
      for (const article of articles.split('、')) expect([id, READ[law]?.includes(article.slice(1, -1)) ? '' : source]).toEqual([id, '']);
    }
  });

  it('owns every measure, and gives every post something to do', () => {
    const posts = new Set(content.positions.map(({ id }) => id));
    const busy = new Set(content.levels.flatMap(({ measures }) => measures.map(({ position }) => position)));
    expect([...busy].filter((id) => !posts.has(id))).toEqual([]);
    expect([...posts].filter((id) => !busy.has(id))).toEqual([]);
  });

  it('has one head, to whom every other post answers', () => {
    expect(content.positions.filter(({ under }) => under === undefined)).toHaveLength(1);
    const under = new Map(content.positions.map((post) => [post.id, post.under]));
    for (const { id } of content.positions) {
      let steps = 0;
      for (let at: string | undefined = id; at !== undefined; at = under.get(at)) expect(steps++).toBeLessThan(content.positions.length);
    }
  });

  it('says no measure twice, and gives every one its time', () => {
    const texts = content.levels.flatMap(({ measures }) => measures.map(({ text }) => text));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    for (const { measures } of content.levels) for (const { text, withinMinutes } of measures) expect([text, withinMinutes]).not.toEqual([text, undefined]);
  });

  it('starts from the lowest level, with work enough in each, and no less in the next one up', () => {
    const ranks = content.levels.map(({ level }) => LEVELS.indexOf(level));
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    for (const { measures, approver } of content.levels) {
      expect(measures.length).toBeGreaterThanOrEqual(10);
      expect(approver).toMatch(/\p{Script=Han}/u);
    }
  });

  it('asks for rescue teams by the categories in which teams are assessed', () => {
    expect(content.demands.length).toBeGreaterThan(0);
    for (const { capability } of content.demands) if (capability !== undefined) expect(CATEGORIES).toContain(capability);
  });
});

describe.each(special)('the special plan %s', (_code, { content }) => {
  it('has four levels, a class of incident, a form and a map', () => {
    expect(content.levels.map(({ level }) => level).sort()).toEqual(LEVELS);
    expect(content.hazards).not.toEqual([]);
    expect(content.annexes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['form', 'map']));
  });

  it('speaks of this city: of at least three of its counties, roads or neighbours', () => {
    const places =
      '章贡 南康 赣县 瑞金 龙南 信丰 大余 上犹 崇义 安远 定南 全南 宁都 于都 兴国 会昌 寻乌 石城 G35 G45 G72 G76 韶关 河源 梅州 龙岩 三明 郴州 吉安 抚州'.split(
        ' ',
      );
    const risk = content.clauses.filter(({ part }) => part === 'risk').map(({ text }) => text);
    expect(places.filter((place) => risk.join('').includes(place)).length).toBeGreaterThanOrEqual(3);
  });
});
