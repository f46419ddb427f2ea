import type { AnyDocument, Kind } from '#shared/world.ts';
import type { Connection, Model, Schema } from 'mongoose';
import { alertSchema, calloutSchema } from './alert.ts';
import { claimSchema } from './claim.ts';
import { contactSchema } from './contact.ts';
import { counterSchema } from './counter.ts';
import { dispatchSchema, missionSchema } from './dispatch.ts';
import { dutylogSchema, handoverSchema, shiftSchema, staffSchema } from './duty.ts';
import { fileSchema } from './file.ts';
import { incidentSchema } from './incident.ts';
import { instructionSchema } from './instruction.ts';
import { noteSchema } from './note.ts';
import { custodySchema, personSchema } from './person.ts';
import { organisationSchema } from './organisation.ts';
import { editionSchema, planSchema, scheduleSchema } from './plan.ts';
import { responseSchema, taskSchema } from './response.ts';
import { sketchSchema } from './sketch.ts';
import { reportSchema } from './report.ts';
import { rulebookSchema } from './rulebook.ts';
import { memberSchema, teamSchema } from './team.ts';
import { preferenceSchema } from './preference.ts';
import { viewSchema } from './view.ts';

/** A document as its collection keeps it: exactly the World's, with `_id` for `id`, and whether it is still active. */
export type Stored = Omit<AnyDocument, 'id'> & { _id: string; active: boolean; grams?: string[] };

/** One schema a kind. Collections are named in the plural, as paths are. */
const SCHEMAS: Record<Kind, { collection: string; schema: Schema }> = {
  organisation: { collection: 'organisations', schema: organisationSchema },
  incident: { collection: 'incidents', schema: incidentSchema },
  note: { collection: 'notes', schema: noteSchema },
  instruction: { collection: 'instructions', schema: instructionSchema },
  counter: { collection: 'counters', schema: counterSchema },
  sketch: { collection: 'sketches', schema: sketchSchema },
  alert: { collection: 'alerts', schema: alertSchema },
  callout: { collection: 'callouts', schema: calloutSchema },
  claim: { collection: 'claims', schema: claimSchema },
  contact: { collection: 'contacts', schema: contactSchema },
  custody: { collection: 'custodies', schema: custodySchema },
  dispatch: { collection: 'dispatches', schema: dispatchSchema },
  dutylog: { collection: 'dutylogs', schema: dutylogSchema },
  file: { collection: 'files', schema: fileSchema },
  handover: { collection: 'handovers', schema: handoverSchema },
  mission: { collection: 'missions', schema: missionSchema },
  person: { collection: 'persons', schema: personSchema },
  plan: { collection: 'plans', schema: planSchema },
  edition: { collection: 'editions', schema: editionSchema },
  schedule: { collection: 'schedules', schema: scheduleSchema },
  response: { collection: 'responses', schema: responseSchema },
  task: { collection: 'tasks', schema: taskSchema },
  report: { collection: 'reports', schema: reportSchema },
  rulebook: { collection: 'rulebooks', schema: rulebookSchema },
  preference: { collection: 'preferences', schema: preferenceSchema },
  view: { collection: 'views', schema: viewSchema },
  shift: { collection: 'shifts', schema: shiftSchema },
  staff: { collection: 'staff', schema: staffSchema },
  member: { collection: 'members', schema: memberSchema },
  team: { collection: 'teams', schema: teamSchema },
};

export const KINDS = Object.keys(SCHEMAS) as Kind[];

/** The kinds whose documents belong to an incident and name it, but for its entries, which change only together with it. */
export const kindsOfIncident = (): Kind[] => KINDS.filter((kind) => kind !== 'note' && SCHEMAS[kind].schema.path('incidentId') !== undefined);

/** `incidents` → `incident`: the kind that a path names. */
export function kindOfPath(path: string): Kind | undefined {
  return KINDS.find((kind) => SCHEMAS[kind].collection === path);
}

export type Models = Record<Kind, Model<Stored>>;

export function documentModels(connection: Connection): Models {
  const model = (kind: Kind): Model<Stored> => connection.model<Stored>(kind, SCHEMAS[kind].schema as Schema<Stored>, SCHEMAS[kind].collection);
  return Object.fromEntries(KINDS.map((kind) => [kind, model(kind)])) as Models;
}
