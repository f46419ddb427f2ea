import { RevealContacts } from '#shared/contact/orders.ts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { Upload } from '#server/files/attach.ts';
import { answers, Applied, body, id, json, Refused } from './openapi-parts.ts';
import { Reveal } from './person-routes.ts';

/** What is kept apart from documents: the bytes of files, names and numbers. */
export const keptPaths: ZodOpenApiPathsObject = {
  '/reports/{id}.docx': {
    get: { tags: ['documents'], summary: 'A report as an official paper, for Word', requestParams: id, responses: { '200': { description: 'A Word file' } } },
  },
  '/reports/{id}.pdf': {
    get: { tags: ['documents'], summary: 'A report as an official paper', requestParams: id, responses: { '200': { description: 'A PDF with its font' } } },
  },
  '/contacts/reveal': {
    post: {
      tags: ['contacts'],
      summary: 'Names and numbers of the contact book, counted; outside of my own chain for a reason (duty officers, leaders)',
      ...body(RevealContacts),
      ...answers(
        z.object({
          ok: z.literal(true),
          seq: z.number().int(),
          contacts: z.record(z.string(), z.object({ name: z.string().optional(), phone: z.string().optional() })),
        }),
      ),
    },
  },
  '/files': {
    post: {
      tags: ['files'],
      summary: 'Add a photo or a PDF to an incident',
      description: 'The id is made once by whoever uploads and kept through every retry. A position in a photo is taken out unless it is kept as evidence.',
      requestBody: { content: { 'multipart/form-data': { schema: Upload.extend({ file: z.string().meta({ format: 'binary' }) }) } } },
      ...answers(Applied),
    },
  },
  '/files/{id}': {
    get: {
      tags: ['files'],
      summary: 'The bytes of a file, or a small picture of it',
      requestParams: { ...id, query: z.object({ preview: z.literal('1').optional(), download: z.literal('1').optional() }) },
      responses: { '200': { description: 'The file' }, default: { description: 'Refused, and why', ...json(Refused) } },
    },
  },
  '/persons/{id}/reveal': {
    post: {
      tags: ['persons'],
      summary: 'The name and number of a person, for a reason that is recorded (duty officers, leaders)',
      requestParams: id,
      ...body(Reveal),
      ...answers(z.object({ ok: z.literal(true), seq: z.number().int(), person: z.object({ name: z.string().optional(), phone: z.string().optional() }) })),
    },
  },
};
