import { kindSchema } from './stamp.ts';

export const sketchSchema = kindSchema({ incidentId: String, exercise: Boolean, at: String });
sketchSchema.index({ incidentId: 1 }, { sparse: true });
