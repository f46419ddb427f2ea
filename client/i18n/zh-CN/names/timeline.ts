/** The incident's log. */
export const incidentTimeline = {
  title: '处置记录',
  count: '{{count}} 条',
  claimed: '所述时刻 {{at}}',
  failed: '记录未能全部加载。',
  dismiss: '移除',
} as const;
