/** Names of orders and refusals of plans and responses, which `common` takes in. */
export const planOrders = {
  plan: {
    draft: '起草预案',
    edit: '修改预案草案',
    comment: '提出意见',
    resolve: '答复意见',
    submit: '提交预案',
    review: '审查预案',
    approve: '审批预案',
    issue: '印发预案',
    'take-effect': '预案施行',
    file: '预案备案',
    revise: '启动修订',
    withdraw: '撤回草案',
    evaluate: '评估预案',
    retire: '废止预案',
    found: '导入示范文本',
    schedule: '设定周期',
    postpone: '改期',
    complete: '登记完成',
    unschedule: '取消周期',
    remind: '到期提醒',
    miss: '登记逾期',
  },
  response: { launch: '启动响应', adjust: '调整响应', terminate: '终止响应', record: '登记人大备案', lapse: '响应到期提醒' },
  task: { assign: '分派任务', done: '完成任务', skip: '不予执行', lapse: '任务逾期提醒' },
} as const;

export const planRefusals = {
  plan: {
    'comments-open': '尚有意见未答复，不能提交审查。',
    conflict: '您修改的条款已被他人改动，请核对后重新提交。',
    'not-in-force': '该预案没有施行中的版本。',
    'same-person': '起草人不能审查或审批本人起草的预案。',
    state: '预案当前所处环节不能进行此操作，请查看最新情况。',
    unknown: '没有此预案，或本席位无权查看。',
  },
  response: {
    ended: '应急响应已终止，须重新启动后方可调派队伍。',
    incomplete: '启动响应须写明事项、级别、期限和措施。',
    'no-level': '该预案没有这一响应级别。',
    running: '依据该预案的响应正在进行，请调整级别。',
    state: '响应状态已变化，请查看最新情况。',
    unknown: '没有此应急响应，或本席位无权查看。',
  },
  schedule: { ended: '该周期已结束。', unknown: '没有此周期，或本席位无权查看。' },
  task: {
    'evidence-needed': '须说明完成情况。',
    state: '该任务已办结，请查看最新情况。',
    unknown: '没有此任务，或本席位无权查看。',
    waits: '须先完成前置任务。',
  },
} as const;

/** What the timeline calls what a response says. */
export const planFields = {
  plan: '预案',
  planDocNo: '预案文号',
  responseLevel: '响应级别',
  expectedUntil: '预计结束',
  docNo: '文号',
  lapsed: '到期事项',
  task: '任务',
} as const;
