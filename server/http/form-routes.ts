import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import { cityOf } from '#shared/region.ts';
import type { Seat } from '#shared/seat.ts';
import { Router, type Response } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { formBook, type Subject } from '#server/interchange/forms/form.ts';
import { FORMS, type FormName } from '#server/interchange/forms/forms.ts';
import { readable } from './document-routes.ts';
import { query } from './query.ts';
import { Search, searchAll } from './search.ts';
import { handle, sendFile } from './send.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The fields of the national forms, filled with what is known of one incident or of all that a search finds. */
export function formRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/incidents/:id/forms/:form.xlsx',
    handle(async (req, res) => {
      const form = formOf(String(req.params['form']));
      const { seat } = signedInOf(res);
      fullOnly(seat);
      // Asked for by this kind.
      const incident = (await readable(core, 'incident', String(req.params['id']), seat)) as Incident;
      await send(core, res, { form, incidents: [incident], seat, of: incident.number });
    }),
  );
  router.get(
    '/forms/:form.xlsx',
    handle(async (req, res) => {
      const form = formOf(String(req.params['form']));
      const { seat } = signedInOf(res);
      fullOnly(seat);
      // A drill is in no statistic, unless it is asked for.
      const incidents = await searchAll(core, 'incident', { exercise: 'false', ...query(Search, req) }, seat);
      await send(core, res, { form, incidents, seat, of: core.clock.now().toISOString().slice(0, 10) });
    }),
  );
  return router;
}

function formOf(name: string): FormName {
  if (Object.hasOwn(FORMS, name)) return name as FormName;
  return refuse('incident.unknown', `There is no form ${name}: ${Object.keys(FORMS).join(', ')}.`);
}

/** What goes to a national system is no business of those who help from outside. */
export function fullOnly(seat: Seat): void {
  if (seat.level !== 'full') refuse('not-permitted', 'This seat is not shown official papers.');
}

interface Asked {
  form: FormName;
  incidents: readonly Incident[];
  seat: Seat;
  of: string;
}

async function send(core: Core, res: Response, { form, incidents, seat, of }: Asked): Promise<void> {
  const nameOf = (id: string): string => core.world.get('organisation', id)?.name ?? id;
  const subjects = incidents.map((incident): Subject => {
    const county = incident.place.adcode.slice(0, 6);
    return { incident, county: nameOf(county), city: nameOf(cityOf(county)), unit: nameOf(incident.loggedBy.org) };
  });
  const at = new Date(core.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const bytes = await formBook(FORMS[form], subjects, { by: nameOf(seat.actor.org), at });
  sendFile(res, { bytes, type: XLSX, name: `${FORMS[form].title}-${of}.xlsx` });
}
