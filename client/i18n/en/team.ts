/** What social rescue teams do. */
export const team = {
  category: { collapse: 'Collapsed buildings', mountain: 'Mountain rescue', water: 'Water rescue', diving: 'Diving', medical: 'Emergency medicine' },
} as const;
