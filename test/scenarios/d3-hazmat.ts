import type { SampleOrganisation, SampleSeat } from './seats.ts';
import type { Step } from './step.ts';

const TANKER = 'tanker';
const COUNTY = 'huichang-zhiban';
const LEADER = 'huichang-lingdao';
const CITY = 'ganzhou-zhiban';
const ENVIRONMENT = 'huichang-huanbao';

export const d3Organisations: readonly SampleOrganisation[] = [
  { id: 'huichang-environment', kind: 'department', name: '会昌生态环境局', nameEn: 'Huichang Environment Bureau', parent: '360733', lines: ['A02', 'A11'] },
];
export const d3Seats: readonly SampleSeat[] = [
  { username: LEADER, name: '会昌县带班领导', role: 'county-leader', org: '360733' },
  { username: ENVIRONMENT, name: '会昌生态环境局联络员', role: 'department', org: 'huichang-environment' },
];

/** D3: a methanol tanker on the G35 in 会昌, six kilometres above a water intake. Whom it asks: do three regimes stand side by side, and do late deaths count? */
export const d3Hazmat: readonly Step[] = [
  {
    at: '10:12',
    seat: COUNTY,
    type: 'incident.log',
    names: TANKER,
    payload: {
      title: 'G35济广高速会昌段甲醇槽罐车侧翻泄漏',
      typeCode: 'A02',
      place: { adcode: '360733', text: 'G35济广高速会昌段', lng: 115.74, lat: 25.52 },
      occurredAt: '10:00',
      discoveredAt: '10:05',
      receivedAt: '10:12',
      source: { channel: 'phone', unit: '会昌县公安局交警大队' },
      casualties: { dead: 1, seriousInjured: 4 },
      text: '甲醇槽罐车侧翻泄漏，1人死亡，4人重伤。下游6公里有取水口。',
    },
  },
  {
    at: '10:14',
    seat: COUNTY,
    type: 'report.find',
    payload: { incidentId: TANKER, alsoTypes: ['A04', 'A11'], drinkingWater: true, noticed: { firm: '10:00' } },
  },
  {
    at: '10:20',
    seat: COUNTY,
    type: 'report.phone',
    payload: { incidentId: TANKER, at: '10:20', spokenTo: '赣州市应急管理局值班室', text: '甲醇槽罐车侧翻泄漏，1人死亡，4人重伤，下游取水口已停。' },
  },
  { at: '10:30', seat: COUNTY, type: 'incident.assess', payload: { incidentId: TANKER, severity: 4, basis: '死亡1人、重伤4人，属一般事故。' } },
  {
    at: '10:40',
    seat: COUNTY,
    type: 'report.draft',
    names: 'county-initial',
    payload: {
      incidentId: TANKER,
      kind: 'initial',
      figures: { casualties: { dead: 1, seriousInjured: 4 } },
      text: '一、事故发生单位概况；二、事故发生的时间、地点和现场情况；三、简要经过：罐车侧翻，甲醇泄漏；四、伤亡：死亡1人、重伤4人；五、已采取措施：警戒、封路、关闭取水口；六、其他。',
    },
  },
  { at: '10:45', seat: COUNTY, type: 'report.submit', payload: { reportId: 'county-initial' } },
  { at: '10:55', seat: LEADER, type: 'report.approve', payload: { reportId: 'county-initial' } },
  { at: '11:00', seat: COUNTY, type: 'report.send', payload: { reportId: 'county-initial' } },
  { at: '11:05', seat: CITY, type: 'report.acknowledge', payload: { reportId: 'county-initial' } },
  {
    at: '13:30',
    seat: ENVIRONMENT,
    type: 'report.phone',
    payload: { incidentId: TANKER, to: 'city', at: '13:28', spokenTo: '赣州市生态环境局值班室', text: '下游断面检测甲醇超标，取水口已关闭。' },
  },
  { at: '+6 09:00', seat: COUNTY, type: 'incident.update', payload: { incidentId: TANKER, casualties: { dead: 3 } } },
  { at: '+6 09:10', seat: LEADER, type: 'incident.assess', payload: { incidentId: TANKER, severity: 3, basis: '第3人经抢救无效死亡，定为较大事故。' } },
  {
    at: '+6 09:30',
    seat: COUNTY,
    type: 'report.phone',
    payload: { incidentId: TANKER, kind: 'upgrade', at: '+6 09:30', spokenTo: '赣州市应急管理局值班室', text: '第3人经抢救无效死亡，等级调整为较大。' },
  },
  { at: '+8 15:00', seat: COUNTY, type: 'incident.update', payload: { incidentId: TANKER, casualties: { dead: 4 } } },
];
