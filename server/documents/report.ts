import { kindSchema } from './stamp.ts';

export const reportSchema = kindSchema({ incidentId: String, kind: String, status: String, exercise: Boolean, draftedAt: String });
reportSchema.index({ incidentId: 1 });
