import { randomBytes } from 'node:crypto';
import { TeamApplication, type TeamApplied } from '#shared/access/accounts.ts';
import { decide } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import { seatOf } from '#shared/seat.ts';
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AccessError, parseBody } from '#server/access/access-error.ts';
import { sendAccessError } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { parseOrder } from '#server/orders/parse.ts';
import { handle, sendError } from './send.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A team applies once, and mistypes a few times. */
const PER_HOUR = 20;
/** From everywhere together: more than a province has teams. */
const PER_DAY = 500;
/** An author's name is as long as an account's may be. */
const NAME_LENGTH = 60;

/**
 * A team that has no account applies: it gets a seat of its own, by which it may keep its entry and nothing else until it is registered.
 * Whether a username is taken is said only to whoever sends a whole application that would be taken.
 */
export function applicationRoutes(core: Core): Router {
  const router = Router();
  const limit = (windowMs: number, most: number, together: boolean) =>
    rateLimit({
      windowMs,
      limit: most,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      ...(together ? { keyGenerator: () => 'all' } : {}),
      handler: (_req, res) => sendError(res, 429, 'too-many-requests', 'Too many applications. Try again later, or call the authority.'),
    });
  router.post(
    '/applications',
    (_req, res, next) => {
      if (core.config.TEAM_APPLICATIONS) return next();
      sendError(res, 403, 'applications-closed', 'Teams apply on paper here: the administrator has closed this page.');
    },
    limit(HOUR_MS, PER_HOUR, false),
    limit(DAY_MS, PER_DAY, true),
    handle(async (req, res) => {
      const applied = await apply(core, req.body).catch((error: unknown) => {
        if (!(error instanceof AccessError)) throw error;
        sendAccessError(res, error);
      });
      if (applied) res.status(201).json(applied);
    }),
  );
  return router;
}

async function apply(core: Core, body: unknown): Promise<TeamApplied> {
  const { username, password, application } = parseBody(TeamApplication, body);
  const { world, access, orders, clock, ids } = core;
  const team = newTeamId();
  const order = parseOrder({ id: ids.next(), type: 'team.apply', payload: application });
  if (!world.get('organisation', application.org))
    refuse('organisation.unknown', 'There is no such authority.', [{ path: 'org', message: 'unknown organisation' }]);
  nameIsFree(core, application.name);
  const name = application.name.slice(0, NAME_LENGTH);
  // Asked before an account is made: one that could not apply is of no use to anybody.
  decide(world, order, seatOf({ id: team, name, role: 'team', org: application.org, team }, undefined), clock.now().toISOString());
  const seat = await access.addApplicant({ username, password, name, org: application.org, team });
  const answer = await orders.submit(order, seat);
  if (!answer.ok) refuse(answer.code === 'internal' ? 'store-unavailable' : answer.code, answer.message, answer.details);
  return { ok: true, teamId: team, username };
}

/** Nobody takes the name of a team that is registered: officers would send the one for the other. */
function nameIsFree({ world }: Core, name: string): void {
  const same = (other: string): boolean => other.trim().toLowerCase() === name.trim().toLowerCase();
  for (const team of world.all('team'))
    if (team.registeredAt !== undefined && team.status !== 'revoked' && same(team.name))
      refuse('team.exists', 'A registered team has this name.', [{ path: 'name', message: 'taken' }]);
}

/** Made by chance, so that it tells nothing and nobody guesses the next. */
const newTeamId = (): string => `team-${randomBytes(6).toString('hex')}`;
