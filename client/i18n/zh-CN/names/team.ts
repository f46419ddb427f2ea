/** Names of orders and refusals of the register of teams, which `common` takes in. */
export const teamOrders = {
  claim: {
    submit: '申报补偿',
    return: '退回补正',
    review: '审核补偿',
    post: '公示审核结果',
    object: '提出异议',
    approve: '批准补偿',
    reject: '不予补偿',
    pay: '登记支付',
    archive: '归档补偿',
  },
  member: { warn: '到期提醒', save: '登记队员', leave: '队员退队', reveal: '查看队员信息' },
  team: {
    reveal: '查看负责人',
    honour: '录入表彰',
    apply: '申请登记',
    update: '变更队伍信息',
    verify: '核准登记',
    return: '退回申请',
    suspend: '暂停登记',
    reinstate: '恢复登记',
    revoke: '撤销登记',
    certify: '录入测评等级',
    availability: '设置备勤',
    expire: '登记到期',
    warn: '到期提醒',
  },
} as const;

export const teamRefusals = {
  claim: {
    exists: '此任务已申报补偿。',
    posting: '公示期未满，不能批准。',
    'same-person': '审核人与批准人不得为同一人。',
    state: '该补偿申报当前状态不允许此操作，演练不予申报。',
    unknown: '没有此补偿申报，或本席位无权查看。',
  },
  member: {
    exists: '此人已是该队队员。',
    'not-for-fire': '未成年人及标注不参加森林火灾扑救的队员，不得列入扑火任务（《森林防火条例》第三十五条）。',
    'reason-needed': '登记机关查看队员信息，须说明理由。',
    unknown: '没有此队员，或已退队。',
  },
  team: {
    exists: '该队已提交申请，或此统一社会信用代码已被其他队伍使用。',
    expired: '证书或协议已过期，请先录入有效的证书或协议。',
    'not-certified': '等级须有测评证书；没有证书的，只是队伍自评。',
    state: '该队当前登记状态不允许此操作。',
    unknown: '没有此队伍，或本席位无权查看。',
  },
} as const;
