import { kindSchema } from './stamp.ts';

export const teamSchema = kindSchema({ org: String, name: String, status: String });
export const memberSchema = kindSchema({ teamId: String, org: String });
