import { kindSchema } from './stamp.ts';

export const noteSchema = kindSchema({ incidentId: String, n: Number });
noteSchema.index({ incidentId: 1, n: 1 });
