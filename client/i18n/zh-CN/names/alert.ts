/** Names of orders and refusals of early warnings, which `common` takes in. */
export const alertOrders = {
  alert: {
    draft: '拟制预警',
    approve: '审批预警',
    return: '退回预警',
    issue: '发布预警',
    update: '调整预警',
    cancel: '解除预警',
    expire: '预警到期',
    archive: '归档预警',
    measure: '落实预警措施',
    answer: '叫应回复',
    attempt: '叫应呼叫',
    read: '查看预警',
    climb: '叫应提级',
  },
} as const;

export const alertRefusals = {
  alert: {
    answered: '该单位已经叫应。',
    'approval-expired': '审批已逾 15 分钟失效，请重新审批。',
    'approval-void': '审批人已不是本级带班领导，请重新审批。',
    changed: '内容已被修改，请核对最新一稿。',
    'confirm-first': '橙色、红色预警审批前须再次输入密码。',
    incomplete: '预警要素不齐，不能审批或发布。',
    'not-approved': '当前内容尚未审批。',
    'not-asked': '该单位不在叫应范围内。',
    'out-of-area': '预警范围超出发布单位的辖区。',
    'same-person': '橙色、红色预警须由拟稿人以外的带班领导审批。',
    state: '该预警当前状态不允许此操作。',
    unknown: '没有此预警，或本席位无权查看。',
  },
} as const;
