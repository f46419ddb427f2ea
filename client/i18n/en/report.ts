export const report = {
  entry: {
    sent: 'Report sent',
    phoned: 'Reported by phone',
    acknowledged: 'Report acknowledged',
    found: 'Circumstance recorded',
    entered: 'Entered in a national system',
    waived: 'Need not be reported',
    lapsed: 'Deadline passed',
  },
} as const;
