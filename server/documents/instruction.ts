import { kindSchema } from './stamp.ts';

export const instructionSchema = kindSchema({ incidentId: String, status: String, at: String });
instructionSchema.index({ incidentId: 1, at: 1 });
