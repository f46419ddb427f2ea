import type { Report } from '#shared/report/state.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { paperName, paperOf } from '#server/interchange/paper-of.ts';
import { scribe } from '#server/interchange/scribe.ts';
import { readable } from './document-routes.ts';
import { fullOnly } from './form-routes.ts';
import { handle, sendFile } from './send.ts';

export const PAPER_TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;

/** A report as the paper that goes out, for whoever may read it. */
export function paperRoutes(core: Core): Router {
  const router = Router();
  for (const form of ['docx', 'pdf'] as const) {
    router.get(
      `/reports/:id.${form}`,
      handle(async (req, res) => {
        const { seat } = signedInOf(res);
        fullOnly(seat);
        // Asked for by this kind.
        const report = (await readable(core, 'report', String(req.params['id']), seat)) as Report;
        const paper = paperOf(report, (id) => core.world.get('organisation', id));
        sendFile(res, { bytes: await scribe(form, paper), type: PAPER_TYPES[form], name: `${paperName(report)}.${form}` });
      }),
    );
  }
  return router;
}
