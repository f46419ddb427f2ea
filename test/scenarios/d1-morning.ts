import type { Step } from './step.ts';

export const FLOOD = 'flood';
export const TOWNSHIP = 'tieshanlong-zhiban';
export const COUNTY = 'yudu-zhiban';
export const LEADER = 'yudu-lingdao';
export const CITY = 'ganzhou-zhiban';
export const CITY_LEADER = 'ganzhou-lingdao';

/** D1 from the third death on: the level is raised, both levels tell it upward, and the first daily 续报 goes out. */
export const d1Morning: readonly Step[] = [
  {
    at: '06:00',
    seat: COUNTY,
    type: 'incident.update',
    payload: { incidentId: FLOOD, casualties: { dead: 3, missing: 2 } },
  },
  {
    at: '06:00',
    seat: COUNTY,
    type: 'incident.assess',
    payload: {
      incidentId: FLOOD,
      severity: 3,
      basis: '6时00分在下游1.2公里处找到1名失联人员，经医护人员确认已无生命体征。死亡人数增至3人，失联减至2人，达到较大（Ⅲ级）标准，建议提级。',
    },
  },
  {
    at: '06:05',
    seat: LEADER,
    type: 'incident.assess',
    payload: { incidentId: FLOOD, severity: 3, basis: '死亡3人，定为较大（Ⅲ级）突发事件。6时30分前报送升级报告，同时提请县政府研究将应急响应提升至Ⅲ级。' },
  },
  {
    at: '06:10',
    seat: COUNTY,
    type: 'report.draft',
    names: 'county-upgrade',
    payload: {
      incidentId: FLOOD,
      kind: 'upgrade',
      figures: { casualties: { dead: 3, missing: 2, evacuated: 180 }, losses: { housesCollapsed: 6 } },
      text: '截至6时00分，死亡3人、失联2人，转移群众180人，事件等级由一般调整为较大。县防汛应急响应已提升至Ⅲ级。',
    },
  },
  { at: '06:13', seat: COUNTY, type: 'report.submit', payload: { reportId: 'county-upgrade' } },
  { at: '06:18', seat: LEADER, type: 'report.approve', payload: { reportId: 'county-upgrade' } },
  { at: '06:24', seat: COUNTY, type: 'report.send', payload: { reportId: 'county-upgrade' } },
  {
    at: '06:29',
    seat: CITY,
    type: 'report.phone',
    payload: {
      incidentId: FLOOD,
      kind: 'upgrade',
      at: '06:28',
      spokenTo: '省应急管理厅值班室',
      text: '于都县铁山垅镇山前村山洪死亡人数增至3人，失联2人，等级调整为较大，书面报告随后报送。',
    },
  },
  {
    at: '06:31',
    seat: CITY,
    type: 'report.draft',
    names: 'city-upgrade',
    payload: {
      incidentId: FLOOD,
      kind: 'upgrade',
      figures: { casualties: { dead: 3, missing: 2, evacuated: 180 }, losses: { housesCollapsed: 6 } },
      text: '截至6时00分，于都县铁山垅镇山前村山洪死亡3人、失联2人，转移群众180人，等级由一般调整为较大。市工作组已到场，县防汛应急响应提升至Ⅲ级。',
    },
  },
  { at: '06:33', seat: CITY, type: 'report.submit', payload: { reportId: 'city-upgrade' } },
  { at: '06:38', seat: CITY_LEADER, type: 'report.approve', payload: { reportId: 'city-upgrade' } },
  // The written report to the province is eleven minutes late, and stays so.
  { at: '06:41', seat: CITY, type: 'report.send', payload: { reportId: 'city-upgrade' } },
  {
    at: '07:30',
    seat: TOWNSHIP,
    type: 'incident.update',
    payload: { incidentId: FLOOD, casualties: { evacuated: 236, minorInjured: 4 } },
  },
  {
    at: '08:36',
    seat: COUNTY,
    type: 'report.draft',
    names: 'county-first-follow-up',
    payload: {
      incidentId: FLOOD,
      kind: 'follow-up',
      figures: { casualties: { dead: 3, missing: 2, minorInjured: 4, evacuated: 236 }, losses: { housesCollapsed: 6 } },
      text: '截至8时30分，死亡3人，失联2人，轻伤4人，累计转移群众91户236人。进村道路已抢通便道，供电恢复率70%。降雨减弱，红色预警降为橙色。搜救力量186人分三组沿河道向下游搜寻，安置点饮水、食品、药品保障到位。',
    },
  },
  { at: '08:40', seat: COUNTY, type: 'report.submit', payload: { reportId: 'county-first-follow-up' } },
  { at: '08:48', seat: LEADER, type: 'report.approve', payload: { reportId: 'county-first-follow-up' } },
  { at: '08:55', seat: COUNTY, type: 'report.send', payload: { reportId: 'county-first-follow-up' } },
  { at: '09:00', seat: CITY, type: 'report.acknowledge', payload: { reportId: 'county-first-follow-up' } },
];
