import type { Organisation } from '#shared/organisation/state.ts';
import type { ReportLevel } from './deadline.ts';

/** What a level is called, in Chinese and English. */
export const LEVEL_NAMES: Readonly<Record<ReportLevel, readonly [zh: string, en: string]>> = {
  village: ['村（社区）', 'Village'],
  firm: ['事发单位', 'Firm'],
  hospital: ['医疗机构', 'Hospital'],
  operator: ['网络运营者', 'Operator'],
  department: ['部门', 'Department'],
  township: ['乡镇（街道）', 'Township'],
  county: ['县（市、区）', 'County'],
  city: ['市', 'City'],
  province: ['省', 'Province'],
  state: ['国务院', 'State Council'],
  'disease-control': ['疾控机构', 'Disease control'],
};

/** Whom a level is where it has no seat here. */
const OUTSIDE: Readonly<Record<ReportLevel, string>> = {
  village: '村（居）民委员会',
  firm: '事发单位',
  hospital: '医疗机构',
  operator: '网络运营者',
  department: '行业主管部门',
  township: '乡镇人民政府（街道办事处）',
  county: '县（市、区）人民政府总值班室',
  city: '市人民政府总值班室',
  province: '省人民政府总值班室',
  state: '国务院总值班室',
  'disease-control': '疾病预防控制机构',
};

/** The office that writes or is written to, in full: 于都县人民政府总值班室. */
export function officeOf(level: ReportLevel, organisation: Pick<Organisation, 'kind' | 'name'> | undefined): string {
  if (!organisation) return OUTSIDE[level];
  const { kind, name } = organisation;
  if (kind === 'city' || kind === 'county' || kind === 'neighbour') return `${name}人民政府总值班室`;
  if (kind === 'township') return name.endsWith('街道') ? `${name}办事处` : `${name}人民政府`;
  return name;
}
