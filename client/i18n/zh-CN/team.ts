import { teamDesk } from './names/team-desk.ts';

/** What social rescue teams do. */
export const team = {
  ...teamDesk,
  category: { collapse: '建筑物倒塌搜救', mountain: '山地搜救', water: '水上搜救', diving: '潜水救援', medical: '应急医疗救护' },
  level: { 1: '一级', 2: '二级', 3: '三级' },
} as const;
