import { kindSchema } from './stamp.ts';

export const noteSchema = kindSchema({ incidentId: String, n: Number, text: String, grams: [String] });
noteSchema.index({ incidentId: 1, n: 1 });
noteSchema.index({ grams: 1 });
