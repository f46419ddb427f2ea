import { asked, beside, byHand, instant, kindOf, levelOf, type Form } from './form.ts';

/** 突发公共卫生事件、食品安全事件初步报告. */
export const PUBLIC_HEALTH: Form = {
  title: '突发公共卫生（食品安全）事件报告',
  basis: '突发公共卫生事件应对法、突发公共卫生事件应急条例',
  columns: [
    asked('事件名称', 30, ({ incident }) => incident.title),
    asked('事件类别', 16, kindOf),
    asked('事件等级', 10, levelOf),
    asked('行政区划代码', 14, ({ incident }) => incident.place.adcode),
    asked('发生地点', 30, ({ incident }) => incident.place.text),
    byHand('发生单位（场所）', 22),
    asked('首例发病（发生）时间', 17, ({ incident }) => instant(incident.occurredAt)),
    asked('发现时间', 17, ({ incident }) => instant(incident.discoveredAt)),
    asked('接报时间', 17, ({ incident }) => instant(incident.receivedAt)),
    asked('波及（暴露）人数', 10, ({ incident }) => incident.losses?.affected, '人'),
    asked('发病（中毒）人数', 10, ({ incident }) => incident.casualties.cases, '人'),
    asked('其中：重症（重伤）', 10, ({ incident }) => incident.casualties.seriousInjured, '人'),
    asked('死亡人数', 9, ({ incident }) => incident.casualties.dead, '人'),
    byHand('住院人数', 9, '人'),
    byHand('主要症状和体征', 26),
    byHand('初步诊断', 18),
    byHand('采样和检验情况', 24),
    asked('可能的原因（可疑食品、致病因素）', 28, ({ incident }) => incident.account?.cause),
    asked('发展趋势', 22, ({ incident }) => incident.account?.trend),
    asked('已采取的措施', 36, ({ incident }) => incident.account?.measures),
    asked('下一步工作', 30, ({ incident }) => incident.account?.nextSteps),
    beside('登记单位', 16, ({ unit }) => unit),
  ],
};
