/** What the rules of reporting ask about an incident. */
export const finding = {
  tab: 'Facts',
  title: 'Circumstances of reporting',
  stableAt: 'Stable since',
  stableHint: 'Ends the daily follow-ups; the verified report is due from then',
  unsettle: {
    reason: 'Why it is not stable after all',
    give: 'Take “stable” back',
    hint: 'Daily reports go on, the verified report is no longer due, and what was late stays so',
  },
  alsoTypes: 'Also of class',
  addType: 'Add a class',
  alsoHint: 'Their deadlines apply as well; the class of the incident stays',
  drop: 'Drop {{name}}',
  noticed: { firm: 'Head of the firm told at', hospital: 'Hospital found out at', operator: 'Operator found out at' },
  grade: 'Grade of its guideline',
  noGrade: 'Not graded',
  drinkingWater: 'Drinking-water source in danger',
  criticalInfrastructure: 'Critical information infrastructure',
  not: 'not: {{name}}',
  record: 'Record',
  notYours: 'Recorded by duty officers, departments and leaders',
} as const;
