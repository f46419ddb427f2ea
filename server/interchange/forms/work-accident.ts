import { asked, beside, byHand, instant, kindOf, levelOf, tenThousand, type Form } from './form.ts';

/** 生产安全事故快报: the six items of PSR07 art. 12. Who is missing counts among the casualties and is told apart from the dead. */
export const WORK_ACCIDENT: Form = {
  title: '生产安全事故快报',
  basis: '生产安全事故报告和调查处理条例第十二条',
  columns: [
    byHand('（一）事故发生单位概况', 26),
    asked('（二）发生时间', 17, ({ incident }) => instant(incident.occurredAt)),
    asked('（二）发生地点', 32, ({ city, county, incident }) => placeOf(city, county, incident.place.text)),
    asked('（二）事故现场情况', 30, ({ incident }) => incident.account?.scope),
    asked('（三）事故简要经过', 40, ({ incident }) => incident.account?.course),
    asked('（四）死亡', 8, ({ incident }) => incident.casualties.dead, '人'),
    asked('（四）下落不明', 9, ({ incident }) => incident.casualties.missing, '人'),
    asked('（四）重伤（含急性工业中毒）', 12, ({ incident }) => incident.casualties.seriousInjured, '人'),
    asked('（四）轻伤', 8, ({ incident }) => incident.casualties.minorInjured, '人'),
    asked('（四）被困', 8, ({ incident }) => incident.casualties.trapped, '人'),
    asked('（四）初步估计直接经济损失', 14, ({ incident }) => tenThousand(incident.losses?.directLossCny), '万元'),
    asked('（五）已经采取的措施', 40, ({ incident }) => incident.account?.measures),
    asked('（六）其他应当报告的情况', 30, ({ incident }) => incident.account?.requests),
    beside('事故类别', 16, kindOf),
    beside('事故等级', 10, levelOf),
    beside('初步原因', 24, ({ incident }) => incident.account?.cause),
    beside('接报时间', 17, ({ incident }) => instant(incident.receivedAt)),
    beside('登记单位', 16, ({ unit }) => unit),
  ],
};

const placeOf = (city: string, county: string, text: string): string => `${city}${text.startsWith(county) || city === county ? '' : county}${text}`;
