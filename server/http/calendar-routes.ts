import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { signedInOf } from '#server/access/guard.ts';
import { icsOf, type CalendarOf } from '#server/calendar/ics.ts';
import type { Core } from '#server/core.ts';
import { bodySaid } from '#server/interchange/plan-paper.ts';
import { handle, sendError } from './send.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** A calendar asks once in a while; whoever tries addresses needs longer than there is. */
const PER_MINUTE = 120;

/** `GET /ics/:token.ics`: the dates that the owner of the address may see, for any calendar program. */
export function icsRoute(core: Core): Router {
  const router = Router();
  router.get(
    '/ics/:token.ics',
    rateLimit({ windowMs: 60_000, limit: PER_MINUTE, standardHeaders: 'draft-8', legacyHeaders: false }),
    handle(async (req, res) => {
      const token = String(req.params['token']);
      const userId = TOKEN.test(token) ? await core.calendars.holderOf(token) : undefined;
      const seat = userId === undefined ? null : await core.access.seatHeldBy(userId);
      if (!seat) return sendError(res, 404, 'no-such-path', 'There is no calendar at this address.');
      res
        .type('text/calendar; charset=utf-8')
        .set('Cache-Control', 'private, no-store')
        .set('Content-Disposition', 'inline; filename="fenghuo.ics"')
        .send(icsOf(calendarOf(core, seat)));
    }),
  );
  return router;
}

function calendarOf({ world, clock, journalId }: Core, seat: Seat): CalendarOf {
  const rooms = new Set(seat.rooms);
  const mine = [...world.all('plan')].filter((plan) => plan.status !== 'abolished' && mayRead(rooms, plan.readers));
  const plans = new Map(mine.map((plan) => [plan.id, plan]));
  const schedules = [...world.all('schedule')].flatMap((schedule) => {
    const plan = plans.get(schedule.planId);
    return plan && schedule.endedAt === undefined && mayRead(rooms, schedule.readers) ? [{ schedule, plan }] : [];
  });
  const named = (org: string | undefined): string | undefined => (org === undefined ? undefined : world.get('organisation', org)?.name);
  const slips = mine.flatMap((plan) =>
    plan.slips.filter(({ sentAt }) => sentAt === undefined).map((slip) => ({ slip, plan, to: bodySaid(slip.body, named(slip.org)) })),
  );
  // By whatever name the server is reached, an event keeps its own: a calendar must know it again.
  return { schedules, slips, now: clock.now().toISOString(), host: `${journalId}.fenghuo` };
}

/** One's own address: `POST` makes a new one and ends the one before, `DELETE` ends it. */
export function calendarRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/calendar',
    handle(async (_req, res) => {
      const since = await core.calendars.since(signedInOf(res).userId);
      res.json(since === undefined ? { made: false } : { made: true, since });
    }),
  );
  router.post(
    '/calendar',
    handle(async (req, res) => {
      const token = await core.calendars.renew(signedInOf(res).userId);
      const base = core.config.PUBLIC_URL ?? `${req.protocol}://${req.get('host') ?? ''}`;
      res.status(201).json({ path: `/ics/${token}.ics`, url: `${base.replace(/\/$/, '')}/ics/${token}.ics` });
    }),
  );
  router.delete(
    '/calendar',
    handle(async (_req, res) => {
      await core.calendars.end(signedInOf(res).userId);
      res.json({ ok: true });
    }),
  );
  return router;
}
