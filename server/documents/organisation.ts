import { kindSchema } from './stamp.ts';

export const organisationSchema = kindSchema({ kind: String, name: String, parent: String });
