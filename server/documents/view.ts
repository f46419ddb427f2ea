import { kindSchema } from './stamp.ts';

export const viewSchema = kindSchema({ name: String, at: String });
viewSchema.index({ readers: 1 });
