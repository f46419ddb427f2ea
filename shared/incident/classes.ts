/**
 * The classes of incident of ERL art. 3 and their sub-types (rules B.1). A sub-type is its class and a number:
 * `N01.2` is 山洪. The codes are our own; `gbCode` waits for GB/T 35561-2017.
 */
export const CATEGORIES = {
  N: ['自然灾害', 'Natural disaster'],
  A: ['事故灾难', 'Accident'],
  H: ['公共卫生', 'Public health'],
  S: ['社会安全', 'Social security'],
} as const;
export type Category = keyof typeof CATEGORIES;

export interface IncidentClass {
  code: string;
  zh: string;
  en: string;
  subtypes: readonly (readonly [zh: string, en: string])[];
}

const of = (code: string, zh: string, en: string, ...subtypes: (readonly [string, string])[]): IncidentClass => ({ code, zh, en, subtypes });

export const CLASSES: readonly IncidentClass[] = [
  of(
    'N01',
    '水旱灾害',
    'Flood and drought',
    ['洪水', 'River flood'],
    ['山洪', 'Flash flood'],
    ['内涝', 'Waterlogging'],
    ['水库险情', 'Reservoir in danger'],
    ['堤防险情', 'Dike in danger'],
    ['干旱', 'Drought'],
  ),
  of(
    'N02',
    '气象灾害',
    'Severe weather',
    ['暴雨', 'Rainstorm'],
    ['台风', 'Typhoon'],
    ['雷电', 'Lightning'],
    ['大风', 'Gale'],
    ['冰雹', 'Hail'],
    ['低温冰冻', 'Freeze'],
    ['高温', 'Heat'],
    ['大雾', 'Fog'],
  ),
  of('N03', '地震灾害', 'Earthquake'),
  of('N04', '地质灾害', 'Geological disaster', ['滑坡', 'Landslide'], ['崩塌', 'Rockfall'], ['泥石流', 'Debris flow'], ['地面塌陷', 'Ground collapse']),
  of('N05', '生物灾害', 'Biological disaster'),
  of('N06', '森林火灾', 'Forest fire'),
  of('A01', '工矿商贸事故', 'Mine and industry', ['非煤矿山', 'Mine'], ['尾矿库', 'Tailings pond'], ['冶金', 'Metallurgy'], ['建筑施工', 'Construction']),
  of('A02', '危险化学品事故', 'Hazardous chemicals'),
  of('A03', '烟花爆竹事故', 'Fireworks'),
  of('A04', '道路交通事故', 'Road traffic'),
  of('A05', '铁路交通事故', 'Railway'),
  of('A06', '水上交通事故', 'Water transport'),
  of('A07', '民用航空事故', 'Aviation'),
  of('A08', '火灾事故', 'Fire'),
  of('A09', '特种设备事故', 'Special equipment'),
  of('A10', '公共设施事故', 'Public utilities', ['供水', 'Water supply'], ['供电', 'Power'], ['燃气', 'Gas'], ['通信', 'Communications']),
  of('A11', '环境污染和生态破坏', 'Pollution and ecological damage'),
  of('A12', '核与辐射事故', 'Nuclear and radiation'),
  of('A13', '踩踏事件和大型活动事故', 'Crowd crush and large events'),
  of('H01', '传染病疫情', 'Infectious disease'),
  of('H02', '群体性不明原因疾病', 'Mass illness of unknown cause'),
  of('H03', '群体性中毒', 'Mass poisoning'),
  of('H04', '食品安全事件', 'Food safety'),
  of('H05', '职业中毒', 'Occupational poisoning'),
  of('H06', '动物疫情', 'Animal epidemic'),
  of('H07', '药品和疫苗事件', 'Drugs and vaccines'),
  of('S01', '群体性事件', 'Mass disturbance'),
  of('S02', '恐怖袭击事件', 'Terrorist attack'),
  of('S03', '刑事案件', 'Criminal case'),
  of('S04', '金融突发事件', 'Financial event'),
  of('S05', '涉外突发事件', 'Foreign-related event'),
  of('S06', '民族宗教事件', 'Ethnic and religious event'),
  of('S07', '网络与信息安全事件', 'Cyber and information security'),
  of('S08', '舆情事件', 'Public opinion event'),
];

const names = new Map<string, { zh: string; en: string }>();
for (const { code, zh, en, subtypes } of CLASSES) {
  names.set(code, { zh, en });
  for (const [i, [subZh, subEn]] of subtypes.entries()) names.set(`${code}.${i + 1}`, { zh: subZh, en: subEn });
}

export const isTypeCode = (code: string): boolean => names.has(code);

/** The name of a class or sub-type; an unknown code names itself. */
export const typeName = (code: string, language: 'zh' | 'en'): string => names.get(code)?.[language] ?? code;

export const categoryOf = (code: string): Category => (code.charAt(0) in CATEGORIES ? (code.charAt(0) as Category) : 'N');

/** Social-security events are not on the four-level scale (ERL art. 3). */
export const hasSeverity = (code: string): boolean => categoryOf(code) !== 'S';
