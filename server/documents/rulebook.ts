import { kindSchema } from './stamp.ts';

export const rulebookSchema = kindSchema({ version: Number });
