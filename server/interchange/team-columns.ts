import { CATEGORIES, certifiedLevel, insuredAt } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { CATEGORY_WORDS } from './mission-papers.ts';
import type { Cell } from './xlsx.ts';

/** What a cell says, or why it says nothing. */
export type Read = { value: unknown } | { code: 'unknown-word' | 'not-a-number' | 'form'; message: string };

export interface TeamColumn {
  /** Where it stands in the order, `leader.name`. */
  path: string;
  zh: string;
  en: string;
  width: number;
  required?: true;
  /** How it is filled in. */
  hint?: string;
  read(text: string): Read;
  tell(team: Team): Cell;
}

const plain = (text: string): Read => ({ value: text });
const number = (text: string): Read => {
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? { value } : { code: 'not-a-number', message: 'is not a number' };
};
const partsOf = (text: string): string[] =>
  text
    .split(/[;；、\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** `水上搜救2；应急医疗救护`: the level is what the team thinks of itself. */
function readCategories(text: string): Read {
  const found: object[] = [];
  for (const part of partsOf(text)) {
    const [, name = '', level] = /^(.*?)\s*(?:自评)?([123])?级?$/.exec(part) ?? [];
    const category = CATEGORIES.find((one) => one === name || CATEGORY_WORDS[one] === name);
    if (!category) return { code: 'unknown-word', message: `${part} is not a category: ${Object.values(CATEGORY_WORDS).join('、')}` };
    found.push({ category, ...(level === undefined ? {} : { selfLevel: Number(level) }) });
  }
  return { value: found };
}

/** `冲锋舟×4；绳索×10` */
function readEquipment(text: string): Read {
  const found: object[] = [];
  for (const part of partsOf(text)) {
    const [, kind, count] = /^(.+?)\s*[×xX*]\s*(\d+)$/.exec(part) ?? [];
    if (kind === undefined) return { code: 'form', message: `${part}: write 冲锋舟×4` };
    found.push({ kind, count: Number(count) });
  }
  return { value: found };
}

/** `皮卡/赣B12345/5；卡车` */
function readVehicles(text: string): Read {
  const found: object[] = [];
  for (const part of partsOf(text)) {
    const [kind, plate, seats, ...more] = part.split('/').map((piece) => piece.trim());
    if (more.length > 0 || (seats !== undefined && !/^\d+座?$/.test(seats))) return { code: 'form', message: `${part}: write 皮卡/赣B12345/5` };
    found.push({ kind, ...(plate ? { plate } : {}), ...(seats === undefined ? {} : { seats: Number.parseInt(seats, 10) }) });
  }
  return { value: found };
}

/** The columns that are read and told: what is told can be read again. */
export const TEAM_COLUMNS: readonly TeamColumn[] = [
  { path: 'teamId', zh: '队伍编号', en: 'Team id', width: 18, required: true, hint: '小写字母、数字、连字符,以字母开头', read: plain, tell: ({ id }) => id },
  { path: 'name', zh: '队伍名称', en: 'Name', width: 28, required: true, read: plain, tell: ({ name }) => name },
  { path: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', width: 22, read: plain, tell: ({ creditCode }) => creditCode },
  { path: 'civilRegNo', zh: '民政登记证号', en: 'Civil registration', width: 20, read: plain, tell: ({ civilRegNo }) => civilRegNo },
  { path: 'supervisorOrg', zh: '业务主管单位', en: 'Supervisor', width: 22, read: plain, tell: ({ supervisorOrg }) => supervisorOrg },
  { path: 'leader.name', zh: '负责人', en: 'Leader', width: 12, required: true, read: plain, tell: ({ leader }) => leader.name },
  { path: 'leader.phone', zh: '负责人电话', en: 'Leader’s telephone', width: 16, required: true, read: plain, tell: ({ leader }) => leader.phone },
  {
    path: 'base.adcode',
    zh: '驻地区划代码',
    en: 'Region code',
    width: 14,
    required: true,
    hint: '6、9 或 12 位',
    read: plain,
    tell: ({ base }) => base.adcode,
  },
  { path: 'base.text', zh: '驻地地址', en: 'Base', width: 30, required: true, read: plain, tell: ({ base }) => base.text },
  { path: 'base.lng', zh: '经度', en: 'Longitude', width: 11, required: true, hint: 'WGS-84', read: number, tell: ({ base }) => base.lng },
  { path: 'base.lat', zh: '纬度', en: 'Latitude', width: 11, required: true, hint: 'WGS-84', read: number, tell: ({ base }) => base.lat },
  {
    path: 'categories',
    zh: '类别',
    en: 'Categories',
    width: 30,
    required: true,
    hint: '如 水上搜救2；应急医疗救护,数字为自评等级',
    read: readCategories,
    tell: ({ categories }) => categories.map(({ category, selfLevel }) => `${CATEGORY_WORDS[category]}${selfLevel ?? ''}`).join('；'),
  },
  {
    path: 'equipment',
    zh: '装备',
    en: 'Equipment',
    width: 34,
    hint: '如 冲锋舟×4；绳索×10',
    read: readEquipment,
    tell: ({ equipment }) => equipment.map(({ kind, count }) => `${kind}×${count}`).join('；'),
  },
  {
    path: 'vehicles',
    zh: '车辆',
    en: 'Vehicles',
    width: 30,
    hint: '如 皮卡/赣B12345/5；卡车',
    read: readVehicles,
    tell: ({ vehicles }) => vehicles.map(({ kind, plate, seats }) => [kind, plate ?? '', seats ?? ''].join('/').replace(/\/+$/, '')).join('；'),
  },
  { path: 'rangeKm', zh: '活动半径(公里)', en: 'Range (km)', width: 12, required: true, read: number, tell: ({ rangeKm }) => rangeKm },
  {
    path: 'responseMinutes',
    zh: '集结时间(分钟)',
    en: 'Minutes to leave',
    width: 12,
    required: true,
    read: number,
    tell: ({ responseMinutes }) => responseMinutes,
  },
];

/** Told only: what the authority and the clock decide. */
export const toldColumns = (now: string): readonly Pick<TeamColumn, 'zh' | 'en' | 'width' | 'tell'>[] => [
  { zh: '登记机关', en: 'Authority', width: 12, tell: ({ org }) => org },
  { zh: '登记状态', en: 'Standing', width: 12, tell: ({ status }) => status },
  {
    zh: '有效等级',
    en: 'Valid levels',
    width: 24,
    tell: (team) =>
      team.categories
        .flatMap(({ category }) => [certifiedLevel(team, category, now)].flatMap((level) => (level ? [`${CATEGORY_WORDS[category]}${level}级`] : [])))
        .join('；'),
  },
  { zh: '队员数', en: 'Members', width: 9, tell: ({ strength }) => strength.members },
  { zh: '有效投保', en: 'Insured', width: 9, tell: ({ strength }) => insuredAt(strength, now) },
];
