import { Router } from 'express';
import type { Access } from './access.ts';
import { guard, signedInOf } from './guard.ts';
import { administratorOnly } from './placement.ts';

/** What an administrator does with accounts. */
export function userRoutes(access: Access): Router {
  const router = Router();
  router.use(guard(access), (_req, res, next) => {
    administratorOnly(signedInOf(res).seat.actor);
    next();
  });
  router.get('/', async (_req, res) => void res.json({ users: await access.listUsers(signedInOf(res).seat) }));
  router.post('/', async (req, res) => void res.status(201).json(await access.addUser(req.body, signedInOf(res).seat)));
  router.patch('/:id', async (req, res) => void res.json(await access.patchUser(req.params.id, req.body, signedInOf(res).seat)));
  router.get('/:id/sessions', async (req, res) => {
    await access.managed(req.params.id, signedInOf(res).seat);
    res.json({ sessions: await access.listSessions(req.params.id, signedInOf(res).sessionId) });
  });
  router.delete('/:id/sessions', async (req, res) => {
    await access.managed(req.params.id, signedInOf(res).seat);
    await access.endSessionsOf(req.params.id, 'session-ended');
    res.json({ ok: true });
  });
  return router;
}
