import { kindSchema } from './stamp.ts';

export const responseSchema = kindSchema({ incidentId: String, status: String, launchedAt: String });
responseSchema.index({ incidentId: 1, launchedAt: 1 });

export const taskSchema = kindSchema({ incidentId: String, responseId: String, state: String });
taskSchema.index({ incidentId: 1 });
