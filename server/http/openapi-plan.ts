import { PlanContent } from '#shared/plan/content.ts';
import { z } from 'zod';
import { answers, body } from './openapi-parts.ts';
import { CopyAsked, ImportPlan } from './plan-routes.ts';

const edition = z.object({ id: z.uuid(), no: z.number().int() });

/** What belongs to plans: their text in and out, and the calendar of what they demand. */
export const planPaths = {
  '/plans/import': {
    post: { tags: ['plans'], summary: 'Begin a plan from its JSON; the id is the order’s', ...body(ImportPlan), ...answers(z.object({}).loose()) },
  },
  '/plans/{id}/editions/{no}.json': {
    get: {
      tags: ['plans'],
      summary: 'One version as JSON, as the library has it; `copy=public` without telephone numbers',
      requestParams: { path: edition, query: CopyAsked },
      ...answers(PlanContent),
    },
  },
  '/plans/{id}/editions/{no}.docx': {
    get: {
      tags: ['plans'],
      summary: 'One version for Word',
      requestParams: { path: edition, query: CopyAsked },
      responses: { '200': { description: 'A Word file' } },
    },
  },
  '/calendar': {
    get: {
      tags: ['plans'],
      summary: 'Whether I have a calendar address, and since when',
      ...answers(z.object({ made: z.boolean(), since: z.string().optional() })),
    },
    post: { tags: ['plans'], summary: 'A new calendar address; the one before ends', ...answers(z.object({ path: z.string(), url: z.string() })) },
    delete: { tags: ['plans'], summary: 'End my calendar address', ...answers(z.object({ ok: z.literal(true) })) },
  },
};
