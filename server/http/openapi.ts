import {
  AddUser,
  ChangePassword,
  ConfirmSelf,
  ColleaguesAnswer,
  ConfirmTotp,
  Credentials,
  PatchUser,
  SessionAnswer,
  SessionsAnswer,
  SignedInAnswer,
  TotpAnswer,
  UsersAnswer,
} from '#shared/access/accounts.ts';
import { ORDERS } from '#shared/catalogue.ts';
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { version } from '#server/version.ts';
import { Page } from './audit-routes.ts';
import { planPaths } from './openapi-plan.ts';
import { dispatchPaths } from './openapi-dispatch.ts';
import { forcePaths } from './openapi-force.ts';
import { keptPaths } from './openapi-kept.ts';
import { answers, Applied, body, id, json, Refused } from './openapi-parts.ts';
import { Search } from './search.ts';
import { Since } from './snapshot-routes.ts';

const Doc = z
  .object({ id: z.string(), seq: z.number().int(), rev: z.number().int(), readers: z.array(z.string()) })
  .loose()
  .meta({ id: 'Document' });
const Put = z.object({ kind: z.string(), id: z.string(), doc: Doc });
const Drop = z.object({ kind: z.string(), id: z.string() });
const SnapshotAnswer = z.object({ journal: z.string(), seq: z.number().int(), complete: z.boolean(), docs: z.array(Put), drops: z.array(Drop) });
const Form = z.enum(['natural-disaster', 'public-health', 'work-accident']);
/** Every order as its own envelope, so that the page lists each with its payload. */
function orderEnvelopes() {
  return Object.entries(ORDERS).map(([type, payload]) =>
    z.strictObject({ id: z.uuid(), type: z.literal(type), payload }).meta({ id: `Order ${type}`.replace(/\W+/g, '_') }),
  );
}

function paths(): ZodOpenApiPathsObject {
  const [first, second, ...rest] = orderEnvelopes();
  if (!first || !second) throw new Error('There are no orders to describe.');
  return {
    '/session': {
      post: { tags: ['session'], summary: 'Sign in', ...body(Credentials), ...answers(SignedInAnswer) },
      get: { tags: ['session'], summary: 'Who I am', ...answers(SessionAnswer) },
      delete: { tags: ['session'], summary: 'Sign out', ...answers(z.object({ ok: z.literal(true) })) },
    },
    '/session/confirm': {
      post: {
        tags: ['session'],
        summary: 'Say my password once more, before what two persons approve',
        ...body(ConfirmSelf),
        ...answers(z.object({ confirmedAt: z.string() })),
      },
    },
    '/session/password': { post: { tags: ['session'], summary: 'Change my password', ...body(ChangePassword), ...answers(z.object({ ok: z.literal(true) })) } },
    '/session/totp': { post: { tags: ['session'], summary: 'Begin a second factor', ...answers(TotpAnswer) } },
    '/session/totp/confirm': {
      post: { tags: ['session'], summary: 'Confirm the second factor', ...body(ConfirmTotp), ...answers(z.object({ ok: z.literal(true) })) },
    },
    '/sessions': { get: { tags: ['session'], summary: 'My sessions', ...answers(SessionsAnswer) } },
    '/sessions/{id}': { delete: { tags: ['session'], summary: 'End one of my sessions', requestParams: id, ...answers(z.object({ ok: z.literal(true) })) } },
    '/colleagues': { get: { tags: ['session'], summary: 'Whom I may name: accounts of my own chain (duty officers, leaders)', ...answers(ColleaguesAnswer) } },
    '/users': {
      get: { tags: ['users'], summary: 'All accounts (administrator)', ...answers(UsersAnswer) },
      post: {
        tags: ['users'],
        summary: 'Add an account (administrator)',
        ...body(AddUser),
        responses: { '201': { description: 'Added', ...json(z.object({ id: z.string() })) }, default: { description: 'Refused, and why', ...json(Refused) } },
      },
    },
    '/users/{id}': {
      patch: { tags: ['users'], summary: 'Change an account (administrator)', requestParams: id, ...body(PatchUser), ...answers(z.object({}).loose()) },
    },
    '/orders': {
      post: {
        tags: ['orders'],
        summary: 'Give an order',
        description: 'The id is made once by whoever orders and kept through every retry: sent again, it gets the first answer.',
        ...body(z.union([first, second, ...rest])),
        ...answers(Applied),
      },
    },
    '/orders/{id}': {
      get: { tags: ['orders'], summary: 'What became of an order of mine', requestParams: id, ...answers(Applied.extend({ status: z.literal('applied') })) },
    },
    '/snapshot': {
      get: {
        tags: ['documents'],
        summary: 'Everything that I may see, or what is newer than `since`',
        requestParams: { query: Since },
        ...answers(SnapshotAnswer),
      },
    },
    '/{kinds}': {
      get: {
        tags: ['documents'],
        summary: 'History and search',
        requestParams: { path: z.object({ kinds: z.string().meta({ example: 'incidents' }) }), query: Search },
        ...answers(z.object({ docs: z.array(Doc), next: z.string().optional(), staleSince: z.string().optional() })),
      },
    },
    '/{kinds}/{id}': {
      get: { tags: ['documents'], summary: 'One document', requestParams: { path: z.object({ kinds: z.string(), id: z.string() }) }, ...answers(Doc) },
    },
    '/incidents/{id}/timeline': {
      get: { tags: ['documents'], summary: "An incident's entries in order", requestParams: id, ...answers(z.object({ entries: z.array(Doc) })) },
    },
    '/incidents/{id}/held': {
      get: {
        tags: ['documents'],
        summary: 'What belongs to an incident beside its entries: reports, instructions, files, persons (masked), drawings, dispatches',
        requestParams: id,
        ...answers(z.object({ puts: z.array(Put) })),
      },
    },
    '/incidents/{id}/history': {
      get: {
        tags: ['documents'],
        summary: "An incident's past: what each commit left behind, in order",
        requestParams: id,
        ...answers(
          z.object({
            steps: z.array(
              z.object({ seq: z.number().int(), at: z.string(), by: z.object({}).loose(), order: z.string(), puts: z.array(Put), drops: z.array(Drop) }),
            ),
          }),
        ),
      },
    },
    '/incidents.xlsx': {
      get: {
        tags: ['documents'],
        summary: 'All that a search finds, as a table',
        requestParams: { query: Search.extend({ language: z.enum(['zh-CN', 'en']).optional() }) },
        responses: { '200': { description: 'An Excel file' } },
      },
    },
    '/report-deadlines': {
      get: {
        tags: ['documents'],
        summary: 'How the deadlines of reports were kept, of all incidents that a search finds: by level and kind',
        requestParams: { query: Search },
        ...answers(z.object({ incidents: z.number().int(), rows: z.array(z.object({}).loose()), whole: z.object({}).loose() })),
      },
    },
    '/report-deadlines.xlsx': {
      get: {
        tags: ['documents'],
        summary: 'The same for Excel, with each deadline in a row of its own',
        requestParams: { query: Search.extend({ language: z.enum(['zh-CN', 'en']).optional() }) },
        responses: { '200': { description: 'An Excel file' } },
      },
    },
    '/incidents/{id}/forms/{form}.xlsx': {
      get: {
        tags: ['documents'],
        summary: 'The fields of a national form, filled with what is known of one incident, and what is missing',
        requestParams: { path: z.object({ id: z.string(), form: Form }) },
        responses: { '200': { description: 'An Excel file' } },
      },
    },
    '/forms/{form}.xlsx': {
      get: {
        tags: ['documents'],
        summary: 'The same for all that a search finds; drills only if asked for',
        requestParams: { path: z.object({ form: Form }), query: Search },
        responses: { '200': { description: 'An Excel file' } },
      },
    },
    '/incidents.geojson': {
      get: {
        tags: ['documents'],
        summary: 'My incidents for other maps: those of now, or all that a search finds',
        requestParams: { query: Search },
        responses: { '200': { description: 'A FeatureCollection in WGS-84' } },
      },
    },
    ...dispatchPaths,
    ...forcePaths,
    ...planPaths,
    ...keptPaths,
    '/journal': {
      get: {
        tags: ['audit'],
        summary: 'The journal (auditor of the city)',
        requestParams: { query: Page },
        ...answers(z.object({ commits: z.array(z.object({}).loose()), head: z.number() })),
      },
    },
    '/journal/verify': {
      get: {
        tags: ['audit'],
        summary: 'Whether the hash chain is whole',
        ...answers(z.object({ ok: z.boolean(), seq: z.number(), firstBad: z.number().optional() })),
      },
    },
  };
}

/** The public interface, from the same schemas that check what comes in. */
export function openApi(): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Fenghuo 烽火',
      version,
      description:
        'Realtime emergency response coordination. Live changes come by Socket.io: `feed {seq, puts, drops}`; orders may go by `order` with the same envelope.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { cookie: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: 'fenghuo' } } },
    paths: paths(),
  });
}
