import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Adcode } from '#shared/region.ts';
import { Instant } from '#shared/time.ts';
import { isTypeCode } from './classes.ts';
import { Account, changeOf, Losses, LossesChange } from './record.ts';

export const IncidentId = z.uuid();
export const TypeCode = z.string().refine(isTypeCode, 'Not a class of incident (N01-N06, A01-A13, H01-H07, S01-S08, or one of their sub-types).');

export const Place = z.strictObject({
  adcode: Adcode,
  text: z.string().trim().max(200),
  lng: Longitude,
  lat: Latitude,
  accuracyM: z.number().min(0).max(100_000).optional(),
});
export type Place = z.infer<typeof Place>;

const count = z.number().int().min(0).max(1_000_000);
/** Missing is not dead, and trapped is neither (PSR07 art. 12). A figure that nobody has given is absent, not 0. */
export const Casualties = z.strictObject({
  dead: count.optional(),
  missing: count.optional(),
  seriousInjured: count.optional(),
  minorInjured: count.optional(),
  trapped: count.optional(),
  evacuated: count.optional(),
  /** Who fell ill or was poisoned, of what spreads or was eaten. */
  cases: count.optional(),
});
export type Casualties = z.infer<typeof Casualties>;
export const CasualtiesChange = changeOf(Casualties);

export const SOURCE_CHANNELS = ['phone', 'village', 'township', 'department', 'patrol', 'sensor', 'public', 'upper', 'other'] as const;
/** Who told us: unit and post only. A caller's name and number are personal data and are not kept in documents. */
export const Source = z.strictObject({
  channel: z.enum(SOURCE_CHANNELS),
  unit: z.string().trim().max(100).optional(),
  post: z.string().trim().max(60).optional(),
});
export type Source = z.infer<typeof Source>;

export const LogIncident = z.strictObject({
  title: z.string().trim().min(1).max(120),
  typeCode: TypeCode,
  place: Place,
  text: z.string().trim().max(4000).optional(),
  occurredAt: Instant.optional(),
  discoveredAt: Instant.optional(),
  /** When the call came in. An order that waited offline keeps it; absent, it is when the server took the order. */
  receivedAt: Instant.optional(),
  source: Source.optional(),
  casualties: Casualties.optional(),
  losses: Losses.optional(),
  account: Account.optional(),
  exercise: z.boolean().optional(),
  /** 越级: a village or township reports straight to the city. The level between sees it all the same. */
  skipTo: z.literal('city').optional(),
});

export const NoteIncident = z.strictObject({
  incidentId: IncidentId,
  text: z.string().trim().min(1).max(4000),
  /** When it happened or was said, as the author claims; beside it stands the server's time. */
  at: Instant.optional(),
});

export const UpdateIncident = z.strictObject({
  incidentId: IncidentId,
  title: z.string().trim().min(1).max(120).optional(),
  typeCode: TypeCode.optional(),
  place: Place.optional(),
  occurredAt: Instant.optional(),
  discoveredAt: Instant.optional(),
  receivedAt: Instant.optional(),
  source: Source.optional(),
  casualties: CasualtiesChange.optional(),
  losses: LossesChange.optional(),
  account: Account.optional(),
  /** The values that the writer saw, by path (`casualties.dead`; null for none): one that was changed meanwhile is not overwritten. */
  seen: z.record(z.string().max(60), z.union([z.string().max(4000), z.number(), z.null(), Place, Source])).optional(),
});

const Reason = z.string().trim().min(1).max(1000);

/** What the log says wrongly: the entry stays and is struck through. */
export const CorrectNote = z.strictObject({ incidentId: IncidentId, n: z.number().int().min(1), text: z.string().trim().min(1).max(4000), reason: Reason });

/** Only these persons, and the leaders answerable for it, go on seeing the incident. Given again, it names others. */
export const RestrictIncident = z.strictObject({ incidentId: IncidentId, named: z.array(z.string().min(1).max(64)).max(100), reason: Reason });

export const ReleaseIncident = z.strictObject({ incidentId: IncidentId, reason: Reason });

export const AssessIncident = z.strictObject({
  incidentId: IncidentId,
  /** 1 特别重大, 2 重大, 3 较大, 4 一般; null for what has no level. */
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.null()]),
  basis: z.string().trim().min(1).max(1000),
});

export const CloseIncident = z.strictObject({
  incidentId: IncidentId,
  reason: Reason,
  /** Why it is closed although obligations are open. Only a leader may. */
  override: Reason.optional(),
});

/** The first is the same as the second and ends in it; both sources are kept. */
export const MergeIncident = z.strictObject({ incidentId: IncidentId, intoIncidentId: IncidentId, reason: Reason });

/** The first is a part of the second: one typhoon, many sites. */
export const LinkIncident = z.strictObject({ incidentId: IncidentId, parentIncidentId: IncidentId });

export const UnlinkIncident = z.strictObject({ incidentId: IncidentId, reason: Reason });

/** Another organisation is answerable for it. It can't refuse, only transfer it on (ERL art. 60). */
export const TransferIncident = z.strictObject({ incidentId: IncidentId, to: OrganisationId, reason: Reason });

/** 越级 of what was logged already. */
export const EscalateIncident = z.strictObject({ incidentId: IncidentId, reason: Reason });

/** Given by the clockwork a day after closing: the incident leaves what is active. */
export const ArchiveIncident = z.strictObject({ incidentId: IncidentId });

/** 接报: the duty office of a level has taken note. */
export const ReceiveIncident = z.strictObject({ incidentId: IncidentId, receivedAt: Instant.optional() });

export const incidentOrders = {
  'incident.log': LogIncident,
  'incident.note': NoteIncident,
  'incident.update': UpdateIncident,
  'incident.assess': AssessIncident,
  'incident.close': CloseIncident,
  'incident.archive': ArchiveIncident,
  'incident.receive': ReceiveIncident,
  'incident.correct': CorrectNote,
  'incident.restrict': RestrictIncident,
  'incident.release': ReleaseIncident,
  'incident.merge': MergeIncident,
  'incident.link': LinkIncident,
  'incident.unlink': UnlinkIncident,
  'incident.transfer': TransferIncident,
  'incident.escalate': EscalateIncident,
} as const;
