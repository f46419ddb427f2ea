import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RULES } from '#plans/rules.ts';
import { RevealContacts } from '#shared/contact/orders.ts';
import { refuse } from '#shared/refusal.ts';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { detailsOf } from '#server/orders/parse.ts';
import type { Plain } from '#server/vault/vault.ts';
import { handle, sendAnswer, sendError } from './send.ts';

const HOUR_MS = 60 * 60 * 1000;
const MOST_PER_HOUR = RULES.get('contact.reveals-per-hour')?.value ?? 0;

/** Shows names and numbers of the contact book: at once in one's own chain. That they were shown is in the journal before they are. */
export function contactRoutes(core: Core): Router {
  const router = Router();
  const limited = rateLimit({
    windowMs: HOUR_MS,
    limit: MOST_PER_HOUR,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (_req, res) => signedInOf(res).seat.actor.id,
    handler: (_req, res) => sendError(res, 429, 'too-many-reveals', `An account is shown contacts at most ${MOST_PER_HOUR} times an hour.`),
  });
  router.post(
    '/contacts/reveal',
    limited,
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const said = RevealContacts.safeParse(req.body);
      if (!said.success) return refuse('invalid', 'Name the contacts to be shown.', detailsOf(said.error));
      // A new order each time: the answer of an old one would show again without being counted.
      const answer = await core.orders.submit({ id: core.ids.next(), type: 'contact.reveal', payload: said.data }, seat);
      if (!answer.ok) return sendAnswer(res, answer);
      const contacts: Record<string, Plain> = {};
      for (const id of said.data.contactIds) {
        const seal = core.world.get('contact', id)?.seal;
        contacts[id] = (seal === undefined ? undefined : await core.vault.open(seal)) ?? {};
      }
      res.json({ ok: true, seq: answer.seq, contacts });
    }),
  );
  return router;
}
