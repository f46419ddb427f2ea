/** Parts in the order in which they are read: 总则, 组织指挥体系, 风险分析, 预防与预警, 应急响应, 应急保障, 恢复重建, 附则. */
export const PARTS = ['general', 'command', 'risk', 'warning', 'response', 'support', 'recovery', 'management'] as const;
export type Part = (typeof PARTS)[number];

/** As they are headed on paper and on screens. */
export const PART_NAMES = {
  general: ['总则', 'General'],
  command: ['组织指挥体系', 'Command'],
  risk: ['风险分析', 'Risks'],
  warning: ['预防与预警', 'Prevention and warning'],
  response: ['应急响应', 'Response'],
  support: ['应急保障', 'Support'],
  recovery: ['恢复重建', 'Recovery'],
  management: ['附则', 'Management'],
} as const satisfies Record<Part, readonly [zh: string, en: string]>;
