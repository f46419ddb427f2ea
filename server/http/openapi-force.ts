import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { CHANNELS, DELIVERY_STATES } from '#server/notify/models.ts';
import { NOTICE_KINDS } from '#server/notify/notices.ts';
import { answers, body } from './openapi-parts.ts';
import { LogAsked, Subscribe, Unsubscribe } from './push-routes.ts';

const done = z.object({ ok: z.literal(true) });

const Delivery = z.object({
  id: z.string(),
  notice: z.string(),
  kind: z.enum(NOTICE_KINDS),
  channel: z.enum(CHANNELS),
  teamId: z.string(),
  tag: z.string(),
  at: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.array(z.object({ at: z.string(), status: z.number().optional(), error: z.string().optional() })),
});

/** How teams are kept, found and told. */
export const forcePaths: ZodOpenApiPathsObject = {
  '/push/key': { get: { tags: ['push'], summary: 'The key that a browser subscribes with', ...answers(z.object({ key: z.string() })) } },
  '/push/subscriptions': {
    post: {
      tags: ['push'],
      summary: 'Be told on this device of dispatches to my team (team)',
      description: 'As `PushSubscription.toJSON()` gives it. A message is `{title, body, url, tag}` and names no person and no place.',
      ...body(Subscribe),
      responses: { '201': { description: 'Kept' }, default: { description: 'Refused, and why' } },
    },
    delete: { tags: ['push'], summary: 'Be told no more on this device', ...body(Unsubscribe), ...answers(done) },
  },
  '/notifications': {
    get: {
      tags: ['push'],
      summary: 'What became of each message to a team, the latest first (administrator)',
      requestParams: { query: LogAsked },
      ...answers(
        z.object({
          deliveries: z.array(Delivery),
          counts: z.object({ waiting: z.number(), sent: z.number(), failed: z.number(), attempts: z.number() }),
        }),
      ),
    },
  },
};
