/** The incident's log. */
export const incidentTimeline = {
  title: 'Log',
  count: '{{count}} entries',
  claimed: 'said to be at {{at}}',
  failed: 'Some entries could not be loaded.',
  dismiss: 'Remove',
} as const;
