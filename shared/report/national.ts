/** The national systems into which some reports go directly; what is there is not asked for twice (rules A.9, (e)). */
export const NATIONAL_SYSTEMS = {
  disaster: ['国家自然灾害灾情管理系统', 'National disaster statistics system'],
  disease: ['传染病网络直报系统', 'Direct disease reporting network'],
  accident: ['生产安全事故直报系统', 'Work-accident reporting system'],
  animal: ['动物疫情报告系统', 'Animal epidemic reporting system'],
  cyber: ['网络安全事件报告平台', 'Cyber incident reporting platform'],
} as const;
export type NationalSystem = keyof typeof NATIONAL_SYSTEMS;
export const NATIONAL_SYSTEM_IDS = ['disaster', 'disease', 'accident', 'animal', 'cyber'] as const satisfies readonly NationalSystem[];

/** The rows, by the beginning of their ids, that an entry in a system satisfies. */
const SATISFIES: Readonly<Record<NationalSystem, RegExp>> = {
  disaster: /^R1[1-5]/,
  disease: /^R1[678]/,
  accident: /^R(09|10)/,
  animal: /^R19/,
  cyber: /^R20/,
};

export const isNational = (system: NationalSystem, rule: string): boolean => SATISFIES[system].test(rule);

/** Why a deadline counts as met without a report of ours: as somebody wrote it, or the national system in which it is. */
export function reasonSaid(reason: string, language: 'zh' | 'en'): string {
  const system = NATIONAL_SYSTEM_IDS.find((id) => reason === `national:${id}`);
  return system === undefined ? reason : NATIONAL_SYSTEMS[system][language === 'zh' ? 0 : 1];
}
