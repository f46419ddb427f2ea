import { kindSchema } from './stamp.ts';

export const counterSchema = kindSchema({ n: Number });
