/** Names of orders of reporting, which `common` takes in. */
export const reportOrders = {
  report: {
    draft: 'Draft a report',
    revise: 'Change a report',
    submit: 'Hand in a report',
    approve: 'Approve a report',
    return: 'Return a report',
    send: 'Send a report',
    acknowledge: 'Acknowledge a report',
    phone: 'Report by phone',
    find: 'Record a circumstance',
    unsettle: 'Take “stable” back',
    national: 'Record entry in a national system',
    waive: 'Record that no report is needed',
    lapse: 'Deadline passed',
  },
} as const;
