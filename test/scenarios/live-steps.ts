import type { Step } from './step.ts';

/** What arrives while somebody watches, after a pause of so many seconds. It ends: then the desk is quiet. */
export interface LiveStep {
  afterS: number;
  step: Step;
}

const note = (seat: string, incidentId: string, text: string): Step => ({
  at: '-1min',
  seat,
  type: 'incident.note',
  payload: { incidentId, at: '-1min', text },
});
const CITY = 'ganzhou-zhiban';
const COUNTY = 'yudu-zhiban';
const TOWNSHIP = 'tieshanlong-zhiban';

export const liveSteps: readonly LiveStep[] = [
  { afterS: 20, step: note(TOWNSHIP, 'flood', '搜救二组报告：已搜寻至下游3.5公里处漫水桥，未发现失联人员，继续向下游推进。') },
  { afterS: 24, step: note(CITY, 'huichang-river', '会昌县报告：湘江县城站水位退至警戒水位以下，转移群众正有序返回。') },
  {
    afterS: 28,
    step: {
      at: '-3min',
      seat: CITY,
      type: 'incident.log',
      names: 'live-crash',
      payload: {
        title: '厦蓉高速瑞金段客货车相撞',
        typeCode: 'A04',
        place: { adcode: '360781', text: 'G76厦蓉高速瑞金段', lng: 116.02, lat: 25.86 },
        receivedAt: '-3min',
        source: { channel: 'phone', unit: '瑞金市公安局交警大队' },
        text: '一辆中型客车与货车相撞，客车载14人，4人受伤，其中1人伤势较重。交警、消防、120已到场，相关路段实行管制。',
        casualties: { seriousInjured: 1, minorInjured: 3 },
      },
    },
  },
  {
    afterS: 22,
    step: {
      at: '-1min',
      seat: CITY,
      type: 'incident.assess',
      payload: { incidentId: 'live-crash', severity: 4, basis: '重伤1人、轻伤3人，未达较大标准，建议按一般（Ⅳ级）处置。' },
    },
  },
  { afterS: 30, step: note(COUNTY, 'flood', '县供电公司报告：铁山垅镇10千伏线路抢修完毕，供电恢复率95%，剩余17户正在逐户接通。') },
  { afterS: 26, step: note(CITY, 'live-crash', '4名伤员全部送至瑞金市人民医院，1名重伤员已进入手术室，生命体征平稳。') },
  { afterS: 20, step: { at: '-1min', seat: TOWNSHIP, type: 'incident.update', payload: { incidentId: 'flood', casualties: { evacuated: 251 } } } },
  { afterS: 33, step: note('yudu-shuili', 'flood', '县水利局：山前村上游2座山塘水位均在汛限以下，坝体无渗漏，已安排专人24小时值守。') },
  { afterS: 25, step: note('ganzhou-lingdao', 'flood', '请于都县科学组织搜救，防止次生灾害；认真做好遇难者家属安抚和受灾群众安置。') },
  {
    afterS: 28,
    step: {
      at: '-2min',
      seat: 'shanqian-cun',
      type: 'incident.log',
      names: 'live-crack',
      payload: {
        title: '铁山垅镇山前村屋后山坡出现裂缝',
        typeCode: 'N04.1',
        place: { adcode: '360731101299', text: '于都县铁山垅镇山前村上屋组', lng: 115.553, lat: 25.703, accuracyM: 50 },
        discoveredAt: '-4min',
        receivedAt: '-2min',
        source: { channel: 'village', unit: '山前村村民委员会' },
        text: '巡查发现上屋组屋后山坡有一条约15米长裂缝，正组织坡下4户13人撤离。',
      },
    },
  },
  { afterS: 24, step: note(TOWNSHIP, 'live-crack', '镇值班室已收到。镇应急小分队8人出发，要求坡下住户全部撤离，险情排除前不得返回。') },
  { afterS: 30, step: { at: '-1min', seat: COUNTY, type: 'incident.update', payload: { incidentId: 'live-crack', casualties: { evacuated: 13 } } } },
  { afterS: 22, step: note(CITY, 'huichang-tanker', '倒罐作业完成，罐体吊装转运。下游断面连续3次检测未检出，取水口恢复取水。') },
  { afterS: 35, step: note(COUNTY, 'live-crack', '县自然资源局技术人员到场，判定为小型滑坡隐患，设置监测点2处，每小时巡查一次。') },
  {
    afterS: 27,
    step: {
      at: '-1min',
      seat: 'ganzhou-lingdao',
      type: 'incident.assess',
      payload: { incidentId: 'live-crack', severity: 4, basis: '隐患发现及时，4户13人已撤离，按小型地质灾害险情处置。' },
    },
  },
  { afterS: 30, step: note(CITY, 'nankang-school', '截至目前累计就诊21人，均为轻症，14人已返校。疾控机构初步判断与食堂豆浆未煮透有关，样品正在检测。') },
  { afterS: 24, step: { at: '-1min', seat: COUNTY, type: 'incident.update', payload: { incidentId: 'flood', casualties: { dead: 4, missing: 1 } } } },
  {
    afterS: 20,
    step: note(
      COUNTY,
      'flood',
      '搜救三组在下游5.8公里处找到1名失联人员，已无生命体征，身份已由家属确认。死亡4人，失联1人，事件等级不变，已电话续报市应急管理局。',
    ),
  },
  {
    afterS: 38,
    step: {
      at: '-1min',
      seat: 'ganzhou-lingdao',
      type: 'incident.close',
      payload: {
        incidentId: 'ruijin-debris',
        reason: '县道双向恢复通行，沟口设置警示标志并安排雨后巡查，处置结束。',
        override: '报送由市应急管理局一并办理。',
      },
    },
  },
  { afterS: 26, step: note(CITY, 'xingguo-drill', '演练科目三：通信中断条件下信息报送。卫星电话接通用时4分钟，达到预期。') },
  { afterS: 32, step: note(TOWNSHIP, 'flood', '山前村饮水管网修复，水质检测合格；安置点新增医护人员3名、心理疏导人员2名。') },
  {
    afterS: 24,
    step: {
      at: '-1min',
      seat: 'ganzhou-lingdao',
      type: 'incident.close',
      payload: {
        incidentId: 'live-crash',
        reason: '事故现场清理完毕，恢复双向通行，伤员得到妥善救治，后续由公安交管部门依法调查。',
        override: '报送由市公安局交管支队一并办理。',
      },
    },
  },
];
