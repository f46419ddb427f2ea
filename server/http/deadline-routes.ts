import type { Incident } from '#shared/incident/state.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { keptOf, tallyOf, wholeOf, type Kept, type Tally } from '#shared/report/tally.ts';
import { reasonSaid } from '#shared/report/national.ts';
import { LEVEL_NAMES } from '#shared/report/office.ts';
import { rowsOf } from '#shared/rulebook/state.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { bookOf, sheetOf, type Column } from '#server/interchange/xlsx.ts';
import { query } from './query.ts';
import { Search, searchAll } from './search.ts';
import { handle, sendFile } from './send.ts';

const Asked = Search.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How the deadlines of reports were kept, of all incidents that a search finds: counted, and one by one for Excel. */
export function deadlineRoutes(core: Core): Router {
  const router = Router();
  const now = (): string => core.clock.now().toISOString();
  router.get(
    '/report-deadlines',
    handle(async (req, res) => {
      const incidents = await searchAll(core, 'incident', query(Search, req), signedInOf(res).seat);
      const rows = tallyOf(incidents, now());
      res.json({ incidents: incidents.length, rows, whole: wholeOf(rows) });
    }),
  );
  router.get(
    '/report-deadlines.xlsx',
    handle(async (req, res) => {
      const { language, ...asked } = query(Asked, req);
      const incidents = await searchAll(core, 'incident', asked, signedInOf(res).seat);
      const zh = language === 'zh-CN';
      const at = now();
      const owed = incidents.flatMap((incident) => (incident.deadlines ?? []).map((row) => ({ incident, row })));
      const bytes = await bookOf([
        sheetOf({ name: zh ? '报送统计' : 'Summary', columns: tallyColumns(zh), rows: tallyOf(incidents, at) }),
        sheetOf({ name: zh ? '报送时限明细' : 'Deadlines', columns: rowColumns(core, zh, at), rows: owed }),
      ]);
      sendFile(res, { bytes, type: XLSX, name: `${zh ? '报送统计' : 'report-deadlines'}-${at.slice(0, 10)}.xlsx` });
    }),
  );
  return router;
}

const KINDS: Readonly<Record<ReportDeadline['kind'], readonly [string, string]>> = {
  initial: ['初报', 'Initial'],
  upgrade: ['升级报告', 'Upgrade'],
  'follow-up': ['续报', 'Follow-up'],
  final: ['终报（核报）', 'Final'],
};
const KEPT: Readonly<Record<Kept, readonly [string, string]>> = {
  onTime: ['按时', 'On time'],
  late: ['迟报', 'Late'],
  over: ['超时未报', 'Over'],
  open: ['未到时', 'Not yet due'],
  waived: ['免报', 'Waived'],
};
const CHANNELS = { any: ['不限', 'Any'], phone: ['电话', 'Phone'], written: ['书面', 'Written'] } as const;

const pick = (zh: boolean, words: readonly [string, string]): string => words[zh ? 0 : 1];

function tallyColumns(zh: boolean): Column<Tally>[] {
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  return [
    { header: say('报送方', 'From'), width: 16, value: ({ from }) => pick(zh, LEVEL_NAMES[from]) },
    { header: say('接收方', 'To'), width: 16, value: ({ to }) => pick(zh, LEVEL_NAMES[to]) },
    { header: say('报告种类', 'Kind'), width: 14, value: ({ kind }) => pick(zh, KINDS[kind]) },
    { header: say('应报', 'Due'), width: 10, value: ({ due }) => due },
    ...(['onTime', 'late', 'over', 'open', 'waived'] as const).map((name) => ({
      header: pick(zh, KEPT[name]),
      width: 12,
      value: (tally: Tally) => tally[name],
    })),
  ];
}

interface Owed {
  incident: Incident;
  row: ReportDeadline;
}

function rowColumns({ world }: Core, zh: boolean, now: string): Column<Owed>[] {
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  const names = new Map(rowsOf(world, 'report-deadlines').map((rule) => [rule.id, zh ? rule.zh : rule.en]));
  const instant = (at: string | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));
  return [
    { header: say('事件编号', 'Number'), width: 20, value: ({ incident }) => incident.number },
    { header: say('事件', 'Incident'), width: 36, value: ({ incident }) => incident.title },
    { header: say('规则', 'Rule'), width: 8, value: ({ row }) => row.rule },
    { header: say('规则内容', 'Says'), width: 40, value: ({ row }) => names.get(row.rule) },
    { header: say('报送方', 'From'), width: 14, value: ({ row }) => pick(zh, LEVEL_NAMES[row.from]) },
    { header: say('接收方', 'To'), width: 14, value: ({ row }) => pick(zh, LEVEL_NAMES[row.to]) },
    { header: say('报告种类', 'Kind'), width: 12, value: ({ row }) => pick(zh, KINDS[row.kind]) },
    { header: say('方式', 'Channel'), width: 8, value: ({ row }) => pick(zh, CHANNELS[row.channel]) },
    { header: say('起算', 'Runs from'), width: 17, value: ({ row }) => instant(row.startedAt) },
    { header: say('时限', 'Due'), width: 17, value: ({ row }) => instant(row.dueAt) },
    { header: say('报送时间（电话为所称通话时间）', 'Reported (of a call: as said)'), width: 17, value: ({ row }) => instant(row.met?.at) },
    { header: say('登记时间', 'Recorded'), width: 17, value: ({ row }) => instant(row.met?.recordedAt) },
    { header: say('办理情况', 'Kept'), width: 12, value: ({ row }) => pick(zh, KEPT[keptOf(row, now)]) },
    { header: say('迟报标记', 'Late'), width: 10, value: ({ row }) => (row.late ? say('迟报', 'Late') : '') },
    { header: say('说明', 'Reason'), width: 30, value: ({ row }) => row.met?.reason && reasonSaid(row.met.reason, zh ? 'zh' : 'en') },
  ];
}
