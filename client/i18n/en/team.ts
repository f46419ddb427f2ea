import { teamDesk } from './names/team-desk.ts';

/** What social rescue teams do. */
export const team = {
  ...teamDesk,
  category: { collapse: 'Collapsed buildings', mountain: 'Mountain rescue', water: 'Water rescue', diving: 'Diving', medical: 'Emergency medicine' },
  level: { 1: 'level 1', 2: 'level 2', 3: 'level 3' },
} as const;
