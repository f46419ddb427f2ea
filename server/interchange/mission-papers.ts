import { reachedAt, type Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Category } from '#shared/team/category.ts';
import { chineseDate, chineseTime } from '#shared/report/wording.ts';
import { paragraphsOf, printable, type Paper } from './paper.ts';

/** The five kinds of work for which teams are assessed, as the standard calls them. */
export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  collapse: '建筑物倒塌搜救',
  mountain: '山地搜救',
  water: '水上搜救',
  diving: '潜水救援',
  medical: '应急医疗救护',
};

/** What a mission's papers are made of. */
export interface MissionFacts {
  mission: Mission;
  dispatch: Dispatch;
  /** The office that dispatched, in full. */
  office: string;
  /** What the team's work is called: 水上搜救. */
  work: string;
}

interface Certified {
  /** In full, as the person's own certificate has it. */
  name: string;
  hours: number;
  code: string;
  /** Where anybody may check it. */
  url: string;
  at: string;
}

/** 志愿服务证明: free of charge (VOL17 art. 19), with a code by which anybody may check it. */
export function certificatePaper({ mission, dispatch, office, work }: MissionFacts, { name, hours, code, url, at }: Certified): Paper {
  const { from, to } = spanOf(mission);
  const when = chineseDate(from) === chineseDate(to) ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
  const kind = mission.exercise ? '应急演练' : '应急救援';
  return {
    ...plain(mission, office, at),
    head: '志愿服务证明',
    line: [`证明编号：${code}`, ''],
    paragraphs: paragraphsOf(
      [
        `兹证明${name}（${mission.teamName}队员）于${when}参加“${dispatch.about.title}”（${dispatch.about.number}）${kind}志愿服务，从事${work}，服务时长${hours}小时。`,
        '本证明依照《志愿服务条例》第十九条无偿、如实出具。',
      ].join('\n'),
    ),
    check: url,
    ragged: true,
    imprint: [['调派编号', dispatch.number]],
  };
}

/** 任务单: what a team is asked to do, where, with whom, and what is dangerous there. */
export function worksheetPaper({ mission, dispatch, office, work }: MissionFacts, at: string): Paper {
  const { staging, contact, hazards, text } = dispatch;
  const names = mission.members.map((member) => member.name).join('、');
  const rows: [string, string | undefined][] = [
    ['事件', `${dispatch.about.title}（${dispatch.about.number}），${dispatch.about.text}`],
    ['任务', work],
    ['队伍', `${mission.teamName}${mission.people === undefined ? '' : `，${mission.people} 人`}`],
    ['装备', mission.equipment?.join('、')],
    ['集结地点', `${staging.text}（${staging.lng.toFixed(5)}，${staging.lat.toFixed(5)}，WGS-84）`],
    ['联系人', contact && `${contact.post}${contact.phone === undefined ? '' : `，${contact.phone}`}`],
    ['危险提示', hazards],
    ['说明', text],
    ['作业区', mission.zone],
    ['具体任务', mission.task],
    ['报平安', mission.welfare && `每 ${mission.welfare.everyMinutes} 分钟一次`],
    ['出队名单', names === '' ? undefined : `${names}（共 ${mission.members.length} 人，均已投保）`],
  ];
  const said = rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}：${value}`]));
  const times = mission.steps.map(({ state, at: when, claimedAt = when }) => `${STEP_WORDS[state] ?? state} ${chineseTime(claimedAt)}`);
  return {
    ...plain(mission, office, at),
    head: '救援任务单',
    line: [`调派编号：${dispatch.number}`, chineseTime(at)],
    title: `${mission.teamName}任务单`,
    paragraphs: paragraphsOf(['一、任务', ...said, '二、经过', times.join('；')].join('\n')),
    ragged: true,
    imprint: [['本单以系统记录为准', `打印：${chineseTime(at)}`]],
  };
}

const plain = ({ exercise }: Mission, office: string, at: string) => ({
  exercise,
  unapproved: false,
  office: printable(office),
  year: chineseDate(at).slice(0, 4),
  signer: undefined,
  date: chineseDate(at),
});

/** From setting out, or being there, until being home. */
export function spanOf(mission: Mission): { from: string; to: string } {
  const from = reachedAt(mission, 'en_route') ?? reachedAt(mission, 'checked_in') ?? reachedAt(mission, 'accepted') ?? mission.at;
  return { from, to: reachedAt(mission, 'returned') ?? reachedAt(mission, 'debriefed') ?? from };
}

const STEP_WORDS: Partial<Record<Mission['state'], string>> = {
  offered: '收到调派',
  accepted: '接受',
  en_route: '出发',
  checked_in: '报到',
  assigned: '受领任务',
  working: '开始作业',
  released: '准予撤离',
  returned: '返回',
  debriefed: '小结',
};
