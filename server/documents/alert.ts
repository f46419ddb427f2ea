import { kindSchema } from './stamp.ts';

export const alertSchema = kindSchema({ number: String, org: String, status: String, exercise: Boolean });
alertSchema.index({ status: 1, org: 1 });

export const calloutSchema = kindSchema({ alertId: String, org: String, status: String });
calloutSchema.index({ alertId: 1, org: 1 });
