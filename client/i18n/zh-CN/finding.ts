/** 报送情形：其他报送制度的起算时间和适用条件。 */
export const finding = {
  tab: '情形',
  title: '报送情形',
  stableAt: '情况稳定时间',
  stableHint: '登记后停止每日续报，核报时限自此起算',
  alsoTypes: '兼属类别',
  addType: '添加类别',
  alsoHint: '同时适用所选类别的报送时限，事件本身类别不变',
  drop: '去掉{{name}}',
  noticed: { firm: '单位负责人接报时间', hospital: '医疗机构发现时间', operator: '网络运营者发现时间' },
  grade: '分级指南等级',
  noGrade: '未分级',
  drinkingWater: '危及饮用水源',
  criticalInfrastructure: '关键信息基础设施',
  record: '登记',
  notYours: '由值班员、部门联络员或带班领导登记',
} as const;
