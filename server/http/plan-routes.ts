import { PlanContent } from '#shared/plan/content.ts';
import { publicCopy } from '#shared/plan/public-copy.ts';
import { editionId, type Edition, type Plan } from '#shared/plan/state.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import express, { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { issuerOf, planPaper } from '#server/interchange/plan-paper.ts';
import { scribe } from '#server/interchange/scribe.ts';
import { detailsOf } from '#server/orders/parse.ts';
import { readable } from './document-routes.ts';
import { fullOnly } from './form-routes.ts';
import { PAPER_TYPES } from './paper-routes.ts';
import { query } from './query.ts';
import { handle, sendAnswer, sendFile } from './send.ts';

const IMPORT = '/api/v1/plans/import';

/** A whole plan is longer than any other order: it has a door of its own. */
export function planImport(): RequestHandler {
  const wide = express.json({ limit: '1mb', strict: true });
  return (req, res, next) => (req.originalUrl.split('?')[0] === IMPORT ? wide(req, res, next) : next());
}

export const ImportPlan = z.strictObject({ id: z.uuid(), content: PlanContent, confidential: z.boolean().optional() });
export const CopyAsked = z.strictObject({ copy: z.enum(['public']).optional() });

/** Plans in and out: as the JSON that the library has, and as a Word file. */
export function planRoutes(core: Core): Router {
  const router = Router();
  router.post(
    '/plans/import',
    handle(async (req, res) => {
      const asked = ImportPlan.safeParse(req.body);
      if (!asked.success) return refuse('invalid', 'This is no plan.', detailsOf(asked.error));
      const { id, ...payload } = asked.data;
      sendAnswer(res, await core.orders.submit({ id, type: 'plan.draft', payload }, signedInOf(res).seat));
    }),
  );
  router.get(
    '/plans/:id/editions/:no.json',
    handle(async (req, res) => {
      const { plan, edition, isPublic } = await asked(core, req, signedInOf(res).seat);
      const content = isPublic ? publicCopy(edition.content) : edition.content;
      sendFile(res, { bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`), type: 'application/json', name: `${nameOf(plan, edition, isPublic)}.json` });
    }),
  );
  router.get(
    '/plans/:id/editions/:no.docx',
    handle(async (req, res) => {
      const { plan, edition, isPublic } = await asked(core, req, signedInOf(res).seat);
      const paper = planPaper(plan, edition, issuerOf(plan.owner, core.world.get('organisation', plan.owner)), core.clock.now().toISOString(), isPublic);
      sendFile(res, { bytes: await scribe('docx', paper), type: PAPER_TYPES.docx, name: `${nameOf(plan, edition, isPublic)}.docx` });
    }),
  );
  return router;
}

async function asked(core: Core, req: Request, seat: Seat): Promise<{ plan: Plan; edition: Edition; isPublic: boolean }> {
  fullOnly(seat);
  const isPublic = query(CopyAsked, req).copy === 'public';
  // Asked for by their kinds.
  const plan = (await readable(core, 'plan', String(req.params['id']), seat)) as Plan;
  const edition = (await readable(core, 'edition', editionId(plan.id, Number(req.params['no'])), seat)) as Edition;
  if (isPublic && plan.confidential) refuse('not-permitted', 'A confidential plan has no public copy.');
  return { plan, edition, isPublic };
}

const nameOf = ({ title }: Plan, { no, issue }: Edition, isPublic: boolean): string =>
  `${title.zh}-第${no}版${issue ? '' : '（送审稿）'}${isPublic ? '（公开版）' : ''}`;
