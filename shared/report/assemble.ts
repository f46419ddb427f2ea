import { typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { regionLevel } from '#shared/region.ts';
import type { ReportKind } from './events.ts';
import { lastOf } from './facts.ts';
import { changesSince } from './figures.ts';
import type { FigureChange, ReportBrief, ReportFigures } from './state.ts';
import { chineseNumber, chineseTime, FIGURE_WORDS, figuresSaid, figureValue, LEVELS } from './wording.ts';

export interface Assembled {
  text: string;
  figures: ReportFigures;
}

interface Around {
  kind: ReportKind;
  /** Who reports: what its last report said is not said again. */
  org: string;
  now: string;
  /** What an organisation is called: 于都县. */
  nameOf: (id: string) => string;
}

/** A report as far as the incident tells it: content by kind (rules A.1). What is not known is not said, for a person to add. */
export function assemble(incident: Incident, around: Around): Assembled {
  const { casualties, losses } = incident;
  const figures = { casualties, ...(losses ? { losses } : {}) };
  return { figures, text: sectionsOf(incident, figures, around).join('\n') };
}

/** A part of a report: its heading, and the sentences under it. What is not known is undefined. */
type Part = readonly [heading: string, said: readonly (string | undefined)[]];

function sectionsOf(incident: Incident, figures: ReportFigures, around: Around): string[] {
  const last = lastOf(incident, around.org);
  switch (around.kind) {
    case 'follow-up':
    case 'correction':
      return numbered(last ? changedOnly(incident, figures, around, last) : whole(incident, figures, around));
    case 'upgrade':
      return [raised(incident), ...numbered(last ? changedOnly(incident, figures, around, last) : whole(incident, figures, around))];
    case 'final':
      return numbered(final(incident, figures, around));
    case 'initial':
      return numbered(whole(incident, figures, around));
    default:
      return around.kind satisfies never;
  }
}

/** The parts that have something to say under 一、二、三、, without a gap; each sentence ends as one does. */
function numbered(parts: readonly Part[]): string[] {
  return parts
    .map(([heading, said]) => ({ heading, text: said.flatMap((sentence) => (sentence ? [ended(sentence)] : [])).join('') }))
    .filter(({ text }) => text !== '')
    .flatMap(({ heading, text }, i) => [`${chineseNumber(i + 1)}、${heading}`, text]);
}

/** 初报: source, times, level, casualties, loss, course and consequence. */
function whole(incident: Incident, figures: ReportFigures, { org, now, nameOf }: Around): Part[] {
  const { account = {}, receivedAt, source, received } = incident;
  const level = /^\d+$/.test(org) ? regionLevel(org) : undefined;
  const known = (level && received?.[level]?.at) ?? received?.county?.at ?? receivedAt;
  const from = source?.unit ? `${source.unit}报告` : '报告';
  return [
    [
      '基本情况',
      [
        happened(incident, nameOf),
        `${chineseTime(known)}，${nameOf(org)}接${from}`,
        levelSaid(incident),
        account.course,
        account.cause && `初步原因：${account.cause}`,
      ],
    ],
    ['人员伤亡和损失', [told(figures, now), account.scope, account.trend && `发展趋势：${account.trend}`]],
    ['已采取的措施', [account.measures, account.leadersOnSite && `现场指挥：${account.leadersOnSite}`]],
    ['下一步工作', [account.nextSteps, account.requests && `请求支持事项：${account.requests}`, '有关情况将及时续报']],
  ];
}

/** 续报: only what changed since the last one. */
function changedOnly(incident: Incident, figures: ReportFigures, { now }: Around, last: ReportBrief): Part[] {
  const { account = {}, givenAt = {}, severity } = incident;
  const changes = changesSince(last.figures, figures).flatMap((change) => changeSaid(change) ?? []);
  const fresh = (name: keyof typeof account): string | undefined => ((givenAt[name] ?? '') > last.at ? account[name] || undefined : undefined);
  const at = chineseTime(now);
  return [
    [
      '最新情况',
      [
        changes.length > 0 ? `截至${at}，${changes.join('，')}` : `截至${at}，人员伤亡和损失数字较上次报告无变化`,
        severity && severity.at > last.at ? levelSaid(incident) : undefined,
        fresh('course'),
        fresh('cause'),
        fresh('scope'),
        fresh('trend'),
      ],
    ],
    ['处置进展', [fresh('measures'), fresh('leadersOnSite')]],
    ['下一步工作', [fresh('nextSteps'), fresh('requests') && `请求支持事项：${fresh('requests')}`, '有关情况将及时续报']],
  ];
}

/** 终报, 核报: summary of event and handling, present state, next steps. */
function final(incident: Incident, figures: ReportFigures, { now, nameOf }: Around): Part[] {
  const { account = {} } = incident;
  const stable = incident.circumstances?.stableAt;
  return [
    ['事件概况', [happened(incident, nameOf), levelSaid(incident), account.course, account.cause && `原因：${account.cause}`]],
    ['核定的伤亡和损失', [told(figures, now)]],
    ['处置情况', [account.measures, stable && `${chineseTime(stable)}，情况趋于稳定`]],
    ['善后和下一步工作', [account.nextSteps]],
  ];
}

/** What the level is, by its word, and whether it was set; of what has no level (ERL art. 3), the grade that a person recorded. */
function levelSaid({ severity, circumstances, typeCode }: Incident): string | undefined {
  if (severity?.value) return `事件等级${severity.standing === 'set' ? '确定' : '初判'}为${LEVELS[severity.value]}`;
  const grade = circumstances?.grade;
  return grade === undefined ? undefined : `按${guideline(typeCode)}，事件分级为${LEVELS[grade]}`;
}

const guideline = (typeCode: string): string => (typeCode.startsWith('S07') ? '《网络安全事件分级指南》' : '分级指南');

/** 升级报告 says what the level is now, since when and on what grounds; of what has no level, the grade of its own guideline. */
function raised({ severity, circumstances: { grade, foundAt } = {}, typeCode }: Incident): string {
  if (!severity?.value && grade !== undefined && foundAt !== undefined)
    return `经研判，${chineseTime(foundAt)}该事件按${guideline(typeCode)}定为${LEVELS[grade]}。`;
  if (!severity?.value) return '事件等级调整情况：';
  return `经研判，${chineseTime(severity.at)}该事件等级调整为${LEVELS[severity.value]}。依据：${ended(severity.basis)}`;
}

function happened({ occurredAt, discoveredAt, place, typeCode, title }: Incident, nameOf: (id: string) => string): string {
  const county = nameOf(place.adcode.slice(0, 6));
  const where = place.text.startsWith(county) ? place.text : `${county}${place.text}`;
  const kind = typeName(typeCode, 'zh');
  const when = occurredAt ? `${chineseTime(occurredAt)}许` : discoveredAt ? `${chineseTime(discoveredAt)}发现` : '';
  return `${when ? `${when}，` : ''}${where}发生${kind}${title.includes(kind) ? '' : `（${title}）`}`;
}

function told(figures: ReportFigures, now: string): string {
  const said = figuresSaid({ ...figures.losses, ...figures.casualties });
  return said.length > 0 ? `截至${chineseTime(now)}，${said.join('，')}` : `截至${chineseTime(now)}，人员伤亡和损失情况正在核实`;
}

/** 死亡由1人增至3人. A figure that we have no word for is left out. */
function changeSaid({ path, from, to }: FigureChange): string | undefined {
  const name = path.slice(path.indexOf('.') + 1);
  const found = FIGURE_WORDS.find(([figure]) => figure === name);
  if (!found) return undefined;
  const [figure, word, unit] = found;
  if (to === null) return `${word}数字正在重新核实`;
  const value = `${figureValue(figure, to)}${unit}`;
  if (from === null) return `${word}${value}`;
  return `${word}由${figureValue(figure, from)}${unit}${to > from ? '增至' : '减至'}${value}`;
}

/** With the mark that ends a sentence, once. */
const ended = (sentence: string): string => (/[。！？]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim().replace(/[；，,;.]+$/, '')}。`);
