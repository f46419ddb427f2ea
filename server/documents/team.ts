import { kindSchema } from './stamp.ts';

export const teamSchema = kindSchema({ org: String, state: String });
teamSchema.index({ state: 1 });

export const memberSchema = kindSchema({ teamId: String });
memberSchema.index({ teamId: 1 });
