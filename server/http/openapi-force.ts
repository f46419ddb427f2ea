import { CategoryCode } from '#shared/dispatch/orders.ts';
import { EXCLUSIONS } from '#shared/dispatch/rank.ts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { CHANNELS, DELIVERY_STATES } from '#server/notify/models.ts';
import { NOTICE_KINDS } from '#server/notify/notices.ts';
import { answers, body, id } from './openapi-parts.ts';
import { ReadinessAsked } from './readiness-routes.ts';
import { RevealOwn } from './person-routes.ts';
import { ImportAsked, SheetAsked } from './team-sheet-routes.ts';
import { LogAsked, Subscribe, Unsubscribe } from './push-routes.ts';

const done = z.object({ ok: z.literal(true) });

const Force = z.object({
  reach: z.array(z.object({ hours: z.number(), teams: z.number(), heads: z.number() })),
  later: z.object({ teams: z.number(), heads: z.number() }),
  against: z.partialRecord(z.enum(EXCLUSIONS), z.number()),
  unfit: z.number(),
});

const shown = (summary: string) => ({
  post: {
    tags: ['teams'],
    summary: `${summary}: recorded before it is shown. The team itself, or its authority for a reason`,
    requestParams: id,
    ...body(RevealOwn),
    ...answers(
      z.object({
        ok: z.literal(true),
        seq: z.number(),
        person: z.object({ name: z.string().optional(), phone: z.string().optional(), idNo: z.string().optional(), blood: z.string().optional() }),
      }),
    ),
  },
});

const SheetRow = z.object({
  row: z.number().int(),
  teamId: z.string().optional(),
  name: z.string().optional(),
  action: z.enum(['apply', 'update', 'same']),
  changes: z.array(z.string()),
});
const SheetFault = z.object({ row: z.number().int(), column: z.string().optional(), code: z.string(), message: z.string() });
const upload = { requestBody: { content: { 'multipart/form-data': { schema: z.object({ file: z.string().meta({ format: 'binary' }) }) } } } };
const sheet = (summary: string) => ({
  get: { tags: ['teams'], summary, requestParams: { query: SheetAsked }, responses: { '200': { description: 'The table' } } },
});

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
  '/teams/readiness': {
    get: {
      tags: ['teams'],
      summary: 'The joint force: who could be at a place (or a county’s seat, or every county’s) within 1, 2 and 4 hours (who dispatches)',
      description: 'Without lng and lat, or county: every county. Heads are insured members. `against` counts what speaks against the others.',
      requestParams: { query: ReadinessAsked },
      ...answers(
        z.object({
          at: z.string(),
          place: z.object({ lng: z.number(), lat: z.number() }).optional(),
          forces: z.array(
            z.object({
              category: CategoryCode,
              ...Force.partial().shape,
              teams: z.array(z.object({ teamId: z.string(), name: z.string(), minutes: z.number() }).loose()).optional(),
              excluded: z.array(z.object({ teamId: z.string(), name: z.string(), against: z.array(z.enum(EXCLUSIONS)) }).loose()).optional(),
              beyond: z.number().optional(),
              total: z.number().optional(),
              counties: z
                .array(
                  Force.extend({
                    adcode: z.string(),
                    name: z.string(),
                    nameEn: z.string(),
                    based: z.object({ teams: z.number(), fit: z.number(), heads: z.number() }),
                  }),
                )
                .optional(),
            }),
          ),
        }),
      ),
    },
  },
  '/members/{id}/reveal': shown('A member in full'),
  '/teams/{id}/reveal': shown('The leader of a team in full'),
  '/teams/template.xlsx': sheet('A table to fill in'),
  '/teams/template.csv': sheet('A table to fill in'),
  '/teams.xlsx': sheet('The teams that I may see, leaders masked: it can be brought in again'),
  '/teams.csv': sheet('The teams that I may see, leaders masked: it can be brought in again'),
  '/teams/import/preview': {
    post: {
      tags: ['teams'],
      summary: 'What a table (.xlsx or .csv) would change: each row, or every cell that is wrong. Nothing is written (the authority)',
      requestParams: { query: ImportAsked },
      ...upload,
      ...answers(z.object({ rows: z.array(SheetRow), faults: z.array(SheetFault) })),
    },
  },
  '/teams/import': {
    post: {
      tags: ['teams'],
      summary: 'Brings a table in: an order for each row that says something new. With anything wrong nothing is written (the authority)',
      requestParams: { query: ImportAsked },
      ...upload,
      ...answers(
        z.object({
          ok: z.boolean(),
          rows: z.array(SheetRow.extend({ ok: z.boolean(), seq: z.number().optional(), code: z.string().optional(), message: z.string().optional() })),
        }),
      ),
    },
  },
  '/teams.geojson': {
    get: {
      tags: ['teams'],
      summary: 'My teams for other maps: where, what for, whether on duty; nobody by name',
      responses: { '200': { description: 'A FeatureCollection in WGS-84' } },
    },
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
