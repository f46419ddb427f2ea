import { kindSchema } from './stamp.ts';

export const preferenceSchema = kindSchema({});
