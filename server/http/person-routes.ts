import { refuse } from '#shared/refusal.ts';
import { RevealPerson } from '#shared/person/orders.ts';
import { RULES } from '#plans/rules.ts';
import { Router, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { detailsOf } from '#server/orders/parse.ts';
import { handle, sendAnswer, sendError } from './send.ts';

export const Reveal = RevealPerson.omit({ personId: true });
export const RevealOwn = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() });
const HOUR_MS = 60 * 60 * 1000;
const MOST_PER_HOUR = RULES.get('person.reveals-per-hour')?.value ?? 0;

/** Shows a name and a number for a reason. That it was shown is in the journal before it is. */
export function personRoutes(core: Core): Router {
  const router = Router();
  const limited = rateLimit({
    windowMs: HOUR_MS,
    limit: MOST_PER_HOUR,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (_req, res) => signedInOf(res).seat.actor.id,
    handler: (_req, res) => sendError(res, 429, 'too-many-reveals', `An account is shown personal data at most ${MOST_PER_HOUR} times an hour.`),
  });
  router.post(
    '/persons/:id/reveal',
    limited,
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const said = Reveal.safeParse(req.body);
      if (!said.success) return refuse('invalid', 'Say why: a reason is kept with it.', detailsOf(said.error));
      const personId = String(req.params['id']);
      // A new order each time: the answer of an old one would show again without being recorded.
      const answer = await core.orders.submit({ id: core.ids.next(), type: 'person.reveal', payload: { personId, ...said.data } }, seat);
      if (!answer.ok) return sendAnswer(res, answer);
      const person = await core.vault.open(personId);
      if (!person) return refuse('person.purged', 'The personal data was destroyed.');
      res.json({ ok: true, seq: answer.seq, person });
    }),
  );
  // A team reads its own people without a reason; its authority says why.
  router.post(
    '/members/:id/reveal',
    limited,
    handle(async (req, res) => {
      const memberId = String(req.params['id']);
      await reveal(
        core,
        req,
        res,
        (reason) => ({ type: 'member.reveal', payload: { memberIds: [memberId], ...reason } }),
        () => core.world.get('member', memberId)?.seal,
      );
    }),
  );
  router.post(
    '/teams/:id/reveal',
    limited,
    handle(async (req, res) => {
      const teamId = String(req.params['id']);
      await reveal(
        core,
        req,
        res,
        (reason) => ({ type: 'team.reveal', payload: { teamId, ...reason } }),
        () => core.world.get('team', teamId)?.seal,
      );
    }),
  );
  return router;
}

async function reveal(
  core: Core,
  req: Request,
  res: Response,
  orderFor: (reason: { reason?: string }) => object,
  sealOf: () => string | undefined,
): Promise<void> {
  const said = RevealOwn.safeParse(req.body ?? {});
  if (!said.success) return refuse('invalid', 'Say why: a reason is kept with it.', detailsOf(said.error));
  const { reason } = said.data;
  const answer = await core.orders.submit({ id: core.ids.next(), ...orderFor(reason === undefined ? {} : { reason }) }, signedInOf(res).seat);
  if (!answer.ok) return sendAnswer(res, answer);
  const seal = sealOf();
  const person = seal === undefined ? undefined : await core.vault.open(seal);
  if (!person) return refuse('person.purged', 'The personal data was destroyed.');
  res.json({ ok: true, seq: answer.seq, person });
}
