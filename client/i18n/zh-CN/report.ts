export const report = {
  entry: {
    sent: '报送',
    phoned: '电话报告',
    acknowledged: '签收报告',
    found: '登记报送情形',
    entered: '已录入国家系统',
    waived: '登记免报',
    lapsed: '报送超时',
  },
} as const;
