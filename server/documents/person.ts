import { kindSchema } from './stamp.ts';

export const personSchema = kindSchema({ incidentId: String, exercise: Boolean });
personSchema.index({ incidentId: 1 });

export const custodySchema = kindSchema({ closedAt: String, heldUntil: String });
