import { kindSchema } from './stamp.ts';

export const claimSchema = kindSchema({ dispatchId: String, missionId: String, teamId: String, org: String, state: String });
claimSchema.index({ missionId: 1 });
