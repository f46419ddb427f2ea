/** Names of orders of reporting, which `common` takes in. */
export const reportOrders = {
  report: {
    draft: '起草报告',
    revise: '修改报告',
    submit: '送审报告',
    approve: '审签报告',
    return: '退回报告',
    send: '报送',
    acknowledge: '签收报告',
    phone: '电话报告',
    find: '登记报送情形',
    unsettle: '撤回情况稳定',
    national: '登记国家系统直报',
    waive: '登记免报',
    lapse: '时限届满',
  },
} as const;
