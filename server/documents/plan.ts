import { kindSchema } from './stamp.ts';

export const planSchema = kindSchema({ kind: String, owner: String, status: String });

export const editionSchema = kindSchema({ planId: String, no: Number });
editionSchema.index({ planId: 1, no: 1 });

export const scheduleSchema = kindSchema({ planId: String, purpose: String, dueAt: String });
scheduleSchema.index({ planId: 1 });
