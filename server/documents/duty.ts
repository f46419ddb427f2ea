import { kindSchema } from './stamp.ts';

export const shiftSchema = kindSchema({ org: String, from: String, status: String });
shiftSchema.index({ org: 1, from: 1 });

export const dutylogSchema = kindSchema({ org: String, shiftId: String, at: String });
dutylogSchema.index({ shiftId: 1, at: 1 });

export const handoverSchema = kindSchema({ org: String, shiftId: String, openedAt: String });

export const staffSchema = kindSchema({ org: String, role: String });
