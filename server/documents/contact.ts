import { kindSchema } from './stamp.ts';

export const contactSchema = kindSchema({ org: String, post: String });
