import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { Router } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { query } from './query.ts';
import { handle } from './send.ts';

export const Page = z.strictObject({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1000).default(100) });

/** The journal as it is, for the auditor of the city: it holds every county's orders, so a county's auditor doesn't read it whole. */
export function auditRoutes(core: Core): Router {
  const router = Router();
  const auditorsOnly = ({ actor }: Seat): void => {
    if (actor.role !== 'auditor' || actor.org !== core.config.REGION) refuse('not-permitted', 'Only an auditor of the city reads the journal.');
  };
  router.get(
    '/journal',
    handle(async (req, res) => {
      auditorsOnly(signedInOf(res).seat);
      const { after, limit } = query(Page, req);
      res.json({ commits: await core.journal.after(after, limit), head: core.world.seq });
    }),
  );
  router.get(
    '/journal/verify',
    handle(async (_req, res) => {
      auditorsOnly(signedInOf(res).seat);
      res.json(await core.journal.verify());
    }),
  );
  return router;
}
