import { kindSchema } from './stamp.ts';

export const fileSchema = kindSchema({ incidentId: String, exercise: Boolean });
fileSchema.index({ incidentId: 1 });
