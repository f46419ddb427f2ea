import { typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { xlsxOf, type Column } from '#server/interchange/xlsx.ts';
import { query } from './query.ts';
import { Search, searchAll } from './search.ts';
import { handle, sendFile } from './send.ts';

const Asked = Search.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a search finds as a table for Excel. */
export function exportRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/incidents.xlsx',
    handle(async (req, res) => {
      const { language, ...asked } = query(Asked, req);
      const incidents = await searchAll(core, 'incident', asked, signedInOf(res).seat);
      const zh = language === 'zh-CN';
      const bytes = await xlsxOf(zh ? '突发事件' : 'Incidents', columnsOf(core, zh), incidents);
      const name = `${zh ? '突发事件' : 'incidents'}-${core.clock.now().toISOString().slice(0, 10)}.xlsx`;
      sendFile(res, { bytes, type: XLSX, name });
    }),
  );
  return router;
}

const LEVELS = { '1': ['特别重大', 'I'], '2': ['重大', 'II'], '3': ['较大', 'III'], '4': ['一般', 'IV'] } as const;
const FIGURES = [
  ['dead', '死亡', 'Dead'],
  ['missing', '失联', 'Missing'],
  ['seriousInjured', '重伤', 'Seriously injured'],
  ['minorInjured', '轻伤', 'Slightly injured'],
  ['trapped', '被困', 'Trapped'],
  ['evacuated', '转移', 'Evacuated'],
] as const;

function columnsOf({ world }: Core, zh: boolean): Column<Incident>[] {
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  const orgName = (id: string): string => {
    const org = world.get('organisation', id);
    return (zh ? org?.name : org?.nameEn) ?? id;
  };
  const instant = (at: string | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));
  const level = ({ severity }: Incident): string => (severity?.value ? LEVELS[severity.value][zh ? 0 : 1] : '');
  return [
    { header: say('编号', 'Number'), width: 20, value: ({ number }) => number },
    { header: say('性质', 'Mode'), width: 8, value: ({ exercise }) => (exercise ? say('演练', 'Drill') : say('实战', 'Real')) },
    { header: say('事件', 'Incident'), width: 40, value: ({ title }) => title },
    { header: say('类别代码', 'Class code'), width: 10, value: ({ typeCode }) => typeCode },
    { header: say('类别', 'Class'), width: 16, value: ({ typeCode }) => typeName(typeCode, zh ? 'zh' : 'en') },
    { header: say('等级', 'Level'), width: 10, value: level },
    { header: say('状态', 'State'), width: 10, value: ({ status }) => (status === 'open' ? say('处置中', 'Open') : say('已办结', 'Closed')) },
    { header: say('发生时间', 'Occurred'), width: 17, value: ({ occurredAt }) => instant(occurredAt) },
    { header: say('发现时间', 'Discovered'), width: 17, value: ({ discoveredAt }) => instant(discoveredAt) },
    { header: say('接报时间', 'Received'), width: 17, value: ({ receivedAt }) => instant(receivedAt) },
    { header: say('登记时间', 'Logged'), width: 17, value: ({ loggedAt }) => instant(loggedAt) },
    { header: say('行政区划代码', 'Region code'), width: 14, value: ({ place }) => place.adcode },
    { header: say('县（市、区）', 'County'), width: 12, value: ({ place }) => orgName(place.adcode.slice(0, 6)) },
    { header: say('地点', 'Place'), width: 32, value: ({ place }) => place.text },
    { header: say('经度', 'Longitude'), width: 11, value: ({ place }) => place.lng },
    { header: say('纬度', 'Latitude'), width: 11, value: ({ place }) => place.lat },
    ...FIGURES.map(([figure, chinese, english]) => ({
      header: say(chinese, english),
      width: 9,
      value: ({ casualties }: Incident) => casualties[figure],
    })),
    { header: say('登记单位', 'Logged by'), width: 16, value: ({ loggedBy }) => orgName(loggedBy.org) },
    { header: say('办结时间', 'Closed'), width: 17, value: (incident) => (incident.status === 'open' ? undefined : instant(incident.closedAt)) },
    { header: say('办结说明', 'Closed because'), width: 40, value: (incident) => (incident.status === 'open' ? '' : incident.closedFor) },
  ];
}
