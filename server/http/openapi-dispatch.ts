import { TeamApplication, TeamApplied } from '#shared/access/accounts.ts';
import { EXCLUSIONS } from '#shared/dispatch/rank.ts';
import { READY_BY } from '#shared/team/ready.ts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { CandidatesAsked } from './dispatch-routes.ts';
import { AskCertificate, NameCertificate } from './mission-routes.ts';
import { answers, body, id } from './openapi-parts.ts';

const Candidate = z.object({
  teamId: z.string(),
  name: z.string(),
  rank: z.number().int().optional(),
  reasons: z.object({
    level: z.number().int().optional(),
    validTo: z.string().optional(),
    insured: z.number().int(),
    members: z.number().int(),
    km: z.number(),
    travelMinutes: z.number(),
    responseMinutes: z.number(),
    workedHours: z.number(),
    duty: z.object({ ready: z.boolean(), by: z.enum(READY_BY), until: z.string().optional() }),
    score: z.number(),
  }),
});
const code = { path: z.object({ id: z.string(), code: z.string() }) };
const paper = (summary: string, requestParams: object) => ({
  get: { tags: ['dispatch'], summary, requestParams, responses: { '200': { description: 'The paper' } } },
});

const certificate = (form: string) => ({
  ...paper(`The certificate ${form}, with the name as the register shows it`, code),
  post: { ...paper(`The certificate ${form}, with the name in full: it must fit the masked one, and is kept nowhere`, code).get, ...body(NameCertificate) },
});

/** What teams are sent with, and what is said of it afterwards. */
export const dispatchPaths: ZodOpenApiPathsObject = {
  '/applications': {
    post: {
      tags: ['teams'],
      summary: 'A team without an account applies for registration and gets one: open to everybody, unless the configuration closes it',
      security: [],
      ...body(TeamApplication),
      ...answers(TeamApplied),
    },
  },
  '/dispatches/candidates': {
    get: {
      tags: ['dispatch'],
      summary: 'Which teams fit a need, the best first with the reasons of its rank, and who near by is left out and why (who dispatches)',
      requestParams: { query: CandidatesAsked },
      ...answers(
        z.object({
          ranked: z.array(Candidate),
          excluded: z.array(Candidate.extend({ against: z.array(z.enum(EXCLUSIONS)) })),
          looked: z.number().int(),
          total: z.number().int(),
        }),
      ),
    },
  },
  '/missions/{id}/trail': {
    get: {
      tags: ['dispatch'],
      summary: 'Where the phones of a mission were while they shared it; deleted after the time that the table of numbers says',
      requestParams: id,
      ...answers(
        z.object({ points: z.array(z.object({ id: z.string(), lng: z.number(), lat: z.number(), accuracy: z.number().optional(), at: z.string() })) }),
      ),
    },
  },
  '/missions/{id}/certificates': {
    post: {
      tags: ['dispatch'],
      summary: "A volunteer's certificate of service, once hours are told: its code, the same each time",
      requestParams: id,
      ...body(AskCertificate),
      ...answers(z.object({ ok: z.literal(true), code: z.string() })),
    },
  },
  '/missions/{id}/certificates/{code}.docx': certificate('for Word'),
  '/missions/{id}/certificates/{code}.pdf': certificate('as a PDF'),
  '/missions/{id}/worksheet.docx': paper("A mission's work sheet, for Word", id),
  '/missions/{id}/worksheet.pdf': paper("A mission's work sheet", id),
  '/certificates/{code}': {
    get: {
      tags: ['dispatch'],
      summary: 'Whether a certificate of service is ours: open to everybody. For people: /verify/{code}',
      security: [],
      requestParams: { path: z.object({ code: z.string() }) },
      ...answers(
        z.object({
          code: z.string(),
          name: z.string(),
          team: z.string(),
          hours: z.number(),
          from: z.string(),
          to: z.string(),
          dispatch: z.string(),
          exercise: z.boolean(),
          at: z.string(),
        }),
      ),
    },
  },
};
