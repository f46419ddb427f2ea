import type { PlanContent } from '#shared/plan/content.ts';

/** A small plan with everything in it that a plan has. */
export const aPlan = (over: Partial<PlanContent> = {}): PlanContent => ({
  kind: 'special',
  title: { zh: '赣州市山洪灾害应急预案', en: 'Ganzhou flash flood plan' },
  summary: { zh: '适用于全市山洪灾害的防御与处置。', en: 'For flash floods anywhere in the city.' },
  hazards: ['N01'],
  clauses: [
    { id: '1.1', part: 'general', title: '编制目的', text: '有效防御山洪灾害，减少人员伤亡。' },
    { id: '2.1', part: 'command', title: '指挥机构', text: '市防汛抗旱指挥部负责组织指挥，值班电话0797-8391111。' },
    { id: '5.1', part: 'response', title: '响应启动', text: '达到启动条件的，由指挥部决定启动。' },
  ],
  positions: [
    { id: 'commander', title: { zh: '指挥长', en: 'Commander' }, unit: '市政府', duties: '统一指挥。' },
    { id: 'transfer', title: { zh: '转移安置组', en: 'Evacuation group' }, unit: '市应急管理局', under: 'commander', duties: '组织群众转移。' },
  ],
  levels: [
    {
      level: 'III',
      conditions: ['2个以上县区发生山洪'],
      approver: '指挥长',
      measures: [{ id: 'call', text: '指挥长坐镇指挥', position: 'commander', withinMinutes: 30 }],
    },
    {
      level: 'IV',
      conditions: ['1个县区发生山洪', '气象部门发布暴雨红色预警'],
      approver: '副指挥长',
      measures: [
        { id: 'meet', text: '组织会商', position: 'commander', withinMinutes: 30 },
        { id: 'warn', text: '通知危险区群众转移', position: 'transfer', withinMinutes: 60, after: ['meet'] },
        { id: 'shelter', text: '开放避险安置点', position: 'transfer' },
      ],
    },
  ],
  demands: [{ id: 'boats', what: '冲锋舟', count: 10, unit: '艘' }],
  annexes: [{ id: 'form-1', kind: 'form', title: '响应启动单', text: '事项、级别、期限、措施。' }],
  ...over,
});
