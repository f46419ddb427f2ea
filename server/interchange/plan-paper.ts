import type { Organisation } from '#shared/organisation/state.ts';
import type { PlanContent } from '#shared/plan/content.ts';
import { PART_NAMES, PARTS } from '#shared/plan/parts.ts';
import type { Body } from '#shared/plan/filing.ts';
import { clauseNumbers } from '#shared/plan/number.ts';
import { publicCopy } from '#shared/plan/public-copy.ts';
import type { Edition, Plan } from '#shared/plan/state.ts';
import { chineseDate } from '#shared/report/wording.ts';
import { paragraphsOf, printable, type Paper } from './paper.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const LEVEL_WORDS = { I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级' } as const;
const KIND_WORDS = { form: '表单', map: '图', table: '表' } as const;

/** A plan as the paper it is issued on; its public copy without anybody's number. */
export function planPaper(plan: Plan, edition: Edition, office: string, at: string, isPublic: boolean): Paper {
  const content = isPublic ? publicCopy(edition.content) : edition.content;
  const { issue } = edition;
  return {
    exercise: false,
    unapproved: issue === undefined,
    office: printable(office),
    head: '应急预案',
    year: chineseDate(issue?.issuedAt ?? at).slice(0, 4),
    signer: undefined,
    line: [issue?.docNo ?? '征求意见稿', `第${edition.no}版`],
    title: printable(content.title.zh),
    paragraphs: paragraphsOf(textOf(content)),
    date: chineseDate(issue?.issuedAt ?? at),
    imprint: [[plan.confidential ? '内部文件，注意保密' : '', isPublic ? '公开版' : '']],
  };
}

/** The whole text: the parts with their clauses, then the headquarters, the levels, what is needed, the annexes. */
function textOf(content: PlanContent): string {
  const numbers = clauseNumbers(content);
  const sections: [string, string[]][] = PARTS.map((part) => [
    PART_NAMES[part][0],
    content.clauses
      .filter((clause) => clause.part === part)
      .flatMap(({ id, title, text, source }) => [`${numbers.get(id) ?? id}　${title}`, text, ...(source === undefined ? [] : [`（依据：${source}）`])]),
  ]);
  sections.push(
    ['应急指挥机构岗位职责', content.positions.flatMap(({ title, unit, duties }) => [`${title.zh}（${unit}）：${duties}`])],
    ['响应分级与措施', content.levels.flatMap((level) => levelOf(content, level))],
    ['应急资源需求', content.demands.map(({ what, count, unit }) => `${what}：${count}${unit}`)],
    ['附件', content.annexes.flatMap(({ kind, title, text }, i) => [`附件${i + 1}　${title}（${KIND_WORDS[kind]}）`, text])],
  );
  const said = sections.filter(([, lines]) => lines.length > 0);
  return [content.summary.zh, ...said.flatMap(([name, lines], i) => [`${NUMERALS[i] ?? ''}、${name}`, ...lines])].join('\n');
}

function levelOf({ positions }: PlanContent, { level, conditions, approver, measures }: PlanContent['levels'][number]): string[] {
  const postOf = (id: string): string => positions.find((one) => one.id === id)?.title.zh ?? id;
  return [
    `${LEVEL_WORDS[level]}响应，由${approver}批准启动。符合下列条件之一的：`,
    ...conditions.map((one, i) => `（${i + 1}）${one}`),
    '采取下列措施：',
    ...measures.map(
      ({ text, position, withinMinutes }, i) => `（${i + 1}）${text}（${postOf(position)}${withinMinutes === undefined ? '' : `，${withinMinutes}分钟内`}）`,
    ),
  ];
}

/** Who issues a plan, in full: 于都县人民政府. */
export function issuerOf(id: string, organisation: Pick<Organisation, 'kind' | 'name'> | undefined): string {
  if (!organisation) return id;
  const { kind, name } = organisation;
  if (kind === 'city' || kind === 'county') return `${name}人民政府`;
  if (kind === 'township') return name.endsWith('街道') ? `${name}办事处` : `${name}人民政府`;
  return name;
}

const BODY_WORDS: Readonly<Record<Body, string>> = {
  government: '人民政府（经其应急管理部门）',
  'lead-department': '牵头主管部门',
  'emergency-department': '应急管理部门',
  departments: '有关部门',
  township: '人民政府（街道办事处）',
  regulator: '负有安全监管职责的部门',
};

/** To whom a plan is filed, in words; what lies over the city is the province. */
export const bodySaid = (body: Body, org: string | undefined): string => `${org ?? '省'}${BODY_WORDS[body]}`;
