import { CITY, CITY_LEADER, COUNTY, d1Morning, FLOOD, LEADER, TOWNSHIP } from './d1-morning.ts';
import type { Step } from './step.ts';

const VILLAGE = 'shanqian-cun';

/**
 * D1: a flash flood in 于都 in the night of red rain. Whom it asks: does what a village says without a signal reach
 * the city in order, are the missing never counted as dead, and does the level follow the third death?
 */
export const d1FlashFlood: readonly Step[] = [
  {
    at: '02:31',
    seat: VILLAGE,
    type: 'incident.log',
    names: FLOOD,
    payload: {
      title: '铁山垅镇山前村突发山洪',
      typeCode: 'N01.2',
      place: { adcode: '360731101299', text: '于都县铁山垅镇山前村沿溪组', lng: 115.55, lat: 25.7, accuracyM: 200 },
      occurredAt: '02:10',
      discoveredAt: '02:18',
      receivedAt: '02:31',
      source: { channel: 'village', unit: '山前村村民委员会' },
      text: '2时10分许，受短时强降雨影响，村前小溪山洪暴发，洪水漫过河堤进入沿溪组民房。2时18分发现险情后，村干部已鸣锣、用应急广播逐户叫醒群众，正组织沿溪群众向村小学转移。当时现场无通信信号，本条在离线状态下记录，信号恢复后上报。人员伤亡情况正在核实。',
    },
  },
  { at: '02:33', seat: TOWNSHIP, type: 'incident.receive', payload: { incidentId: FLOOD, receivedAt: '02:31' } },
  {
    at: '02:37',
    seat: TOWNSHIP,
    type: 'report.phone',
    payload: {
      incidentId: FLOOD,
      at: '02:35',
      spokenTo: '于都县应急管理局值班室',
      text: '山前村沿溪组约40户进水，进村道路1处塌方中断。镇主要负责同志带领应急小分队23人赶赴现场，正逐户排查、组织转移。人员伤亡情况正在核实。',
    },
  },
  { at: '02:40', seat: COUNTY, type: 'incident.receive', payload: { incidentId: FLOOD, receivedAt: '02:40' } },
  {
    at: '02:40',
    seat: COUNTY,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '02:40',
      text: '2时40分，县应急管理局值班室接铁山垅镇电话报告并记录。经查，县气象台2时05分发布的暴雨红色预警信号仍在生效，山前村雨量站前3小时累计雨量112.4毫米。已要求镇、村立即转移危险区域群众，“叫应”到户到人，并于2时58分前报送书面材料。',
    },
  },
  {
    at: '02:43',
    seat: COUNTY,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '02:43',
      text: '2时38分，县110指挥中心转来群众来电，反映铁山垅镇山前村房屋进水、有人被困。经核对时间、地点、情形，与本事件为同一起灾情，不再另行登记，两个信息来源并列记载。',
    },
  },
  {
    at: '02:46',
    seat: COUNTY,
    type: 'incident.assess',
    payload: { incidentId: FLOOD, severity: 4, basis: '山洪已造成民房进水、道路中断，暂无人员死亡报告，建议先按一般（Ⅳ级）突发事件处置，视伤亡核实情况调整。' },
  },
  {
    at: '02:50',
    seat: LEADER,
    type: 'incident.assess',
    payload: { incidentId: FLOOD, severity: 4, basis: '同意按一般（Ⅳ级）突发事件先行处置。请值班室盯紧失联人员核实情况，达到较大标准立即报告。' },
  },
  {
    at: '02:51',
    seat: TOWNSHIP,
    type: 'report.draft',
    names: 'township-initial',
    payload: {
      incidentId: FLOOD,
      kind: 'initial',
      figures: { casualties: {} },
      text: '2时10分许，铁山垅镇山前村发生山洪，沿溪组约40户进水，进村道路1处塌方中断。镇应急小分队23人已到场，正组织转移。人员伤亡情况正在核实。',
    },
  },
  {
    at: '02:55',
    seat: LEADER,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '02:55',
      text: '经县政府同意，自2时55分起启动县防汛Ⅳ级应急响应。响应事项：铁山垅镇山前村山洪灾害处置。响应级别：Ⅳ级。预计期限：至18时，视雨情水情延长或者终止。处置措施：一、立即转移山前村及下游2个村危险区域群众；二、消防救援、公安、卫生健康力量赶赴现场搜救救治；三、水利部门加密监测上游山塘水库；四、交通、电力、通信部门抢通道路和电力通信。',
    },
  },
  { at: '02:56', seat: TOWNSHIP, type: 'report.send', payload: { reportId: 'township-initial', approvedPost: '铁山垅镇镇长' } },
  {
    at: '03:00',
    seat: COUNTY,
    type: 'report.phone',
    payload: {
      incidentId: FLOOD,
      at: '03:00',
      spokenTo: '赣州市应急管理局值班室',
      text: '2时10分许，铁山垅镇山前村发生山洪，约40户进水，正在转移群众，伤亡情况正在核实。县防汛Ⅳ级应急响应已启动。',
    },
  },
  {
    at: '03:02',
    seat: CITY,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '03:00',
      text: '3时00分，市应急管理局值班室接于都县电话首报，已报告市带班领导。请于都县在3时40分前报送书面初报，重点报告人员伤亡、失联和转移情况；如达到较大及以上等级，按规定时限同步上报。',
    },
  },
  {
    at: '03:20',
    seat: TOWNSHIP,
    type: 'incident.update',
    payload: { incidentId: FLOOD, casualties: { dead: 2, missing: 3, evacuated: 180 } },
  },
  {
    at: '03:22',
    seat: TOWNSHIP,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '03:20',
      text: '截至3时20分，经初步核实，山洪造成2人死亡、3人失联，累计转移群众68户180人，集中安置于村小学和镇中学。失联人员正在搜救，未列入死亡人数。',
    },
  },
  {
    at: '03:26',
    seat: COUNTY,
    type: 'report.draft',
    names: 'county-initial',
    payload: {
      incidentId: FLOOD,
      kind: 'initial',
      figures: { casualties: { dead: 2, missing: 3, evacuated: 180 }, losses: { housesCollapsed: 6 } },
      text: '2时10分许，铁山垅镇山前村发生山洪。截至3时20分，死亡2人、失联3人，转移180人，倒塌房屋6间，损坏桥梁1座。消防救援31人、民兵40人、镇村干部56人在现场搜救。失联人员另列，未计入死亡人数。',
    },
  },
  { at: '03:29', seat: COUNTY, type: 'report.submit', payload: { reportId: 'county-initial' } },
  { at: '03:33', seat: LEADER, type: 'report.approve', payload: { reportId: 'county-initial' } },
  { at: '03:36', seat: COUNTY, type: 'report.send', payload: { reportId: 'county-initial' } },
  { at: '03:41', seat: CITY, type: 'report.acknowledge', payload: { reportId: 'county-initial' } },
  {
    at: '04:05',
    seat: CITY,
    type: 'report.draft',
    names: 'city-initial',
    payload: {
      incidentId: FLOOD,
      kind: 'initial',
      figures: { casualties: { dead: 2, missing: 3, evacuated: 180 }, losses: { housesCollapsed: 6 } },
      text: '2时10分许，于都县铁山垅镇山前村发生山洪。截至3时20分，死亡2人、失联3人，转移180人，倒塌房屋6间。市、县工作组正在现场指导搜救和安置。',
    },
  },
  { at: '04:08', seat: CITY, type: 'report.submit', payload: { reportId: 'city-initial' } },
  { at: '04:14', seat: CITY_LEADER, type: 'report.approve', payload: { reportId: 'city-initial' } },
  { at: '04:20', seat: CITY, type: 'report.send', payload: { reportId: 'city-initial' } },
  {
    at: '04:25',
    seat: CITY,
    type: 'incident.note',
    payload: {
      incidentId: FLOOD,
      at: '04:25',
      text: '4时25分，市防汛抗旱指挥部派出工作组，由市应急管理局、市水利局、市消防救援支队组成，预计6时10分抵达山前村，协助指导搜救和群众安置。市消防救援支队增派舟艇2艘、搜救犬2头。',
    },
  },
  ...d1Morning,
];
