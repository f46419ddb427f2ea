import type { Organisation } from '#shared/organisation/state.ts';
import type { FigureChange, Report } from '#shared/report/state.ts';
import { toldOf } from '#shared/report/told.ts';
import { chineseDate, chineseTime, figureValue, FIGURE_WORDS, kindWord } from '#shared/report/wording.ts';
import { paragraphsOf, printable, type Paper } from './paper.ts';

const UNAPPROVED: readonly Report['status'][] = ['draft', 'in_review', 'returned'];

/** A report as the paper it goes out on. */
export function paperOf(report: Report, organisation: (id: string) => Organisation | undefined): Paper {
  const { from, to } = toldOf(report, organisation);
  const kind = kindWord(report.kind, report.ordinal, report.typeCode);
  const at = report.sentAt ?? report.approvedAt ?? report.draftedAt;
  const phone = report.channel === 'phone';
  const signer = report.approvedBy?.name ?? report.approvedPost;
  return {
    exercise: report.exercise,
    unapproved: UNAPPROVED.includes(report.status),
    office: printable(from),
    head: phone ? '电话报告记录' : '突发事件信息',
    year: chineseDate(at).slice(0, 4),
    signer: signer === undefined ? undefined : printable(signer),
    title: printable(`关于${report.title}的报告（${kind}）`),
    addressee: printable(to),
    paragraphs: [...(phone ? paragraphsOf(callOf(report, to)) : []), ...paragraphsOf(report.text), ...paragraphsOf(reasonsOf(report))],
    date: chineseDate(at),
    imprint: [
      [`事件编号：${report.incidentNumber}`, `${kind}　第${report.version}版`],
      [printable(`拟稿：${report.draftedBy.name}`), report.sentAt === undefined ? '尚未报送' : `${chineseTime(report.sentAt)}${phone ? '电话报告' : '报送'}`],
    ],
  };
}

const callOf = ({ sentAt, draftedAt, spokenTo, draftedBy }: Report, to: string): string =>
  `通话时间：${chineseTime(sentAt ?? draftedAt)}\n登记时间：${chineseTime(draftedAt)}\n受话单位：${to}${spokenTo === undefined ? '' : `（${spokenTo}）`}\n记录人：${draftedBy.name}\n报告内容：`;

/** A figure that jumped or fell is explained on the paper itself. */
function reasonsOf({ changes, reasons = {} }: Report): string {
  const explained = changes.flatMap((change) => {
    const reason = reasons[change.path];
    return reason === undefined ? [] : [`${changeSaid(change)}，原因：${reason.replace(/[。；]+$/, '')}`];
  });
  return explained.length === 0 ? '' : `数据变化说明：${explained.join('；')}。`;
}

function changeSaid({ path, from, to }: FigureChange): string {
  const name = path.slice(path.indexOf('.') + 1);
  const known = FIGURE_WORDS.find(([figure]) => figure === name);
  if (!known) return path;
  const [figure, word, unit] = known;
  const said = (value: number | null): string => (value === null ? '未掌握' : `${figureValue(figure, value)}${unit}`);
  return `${word}由${said(from)}变为${said(to)}`;
}

/** The name of the file: which incident, which report, and that it is a drill. */
export const paperName = (report: Report): string =>
  `${report.exercise ? '【演练】' : ''}${report.incidentNumber}-${kindWord(report.kind, report.ordinal, report.typeCode)}${report.version > 1 ? `-第${report.version}版` : ''}`;
