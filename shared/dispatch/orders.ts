import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { IncidentId, Place } from '#shared/incident/orders.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { CATEGORIES } from '#shared/team/category.ts';
import { Instant } from '#shared/time.ts';

const DispatchId = z.uuid();
const TeamId = OrganisationId;
const MemberId = z.uuid();
const line = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1).max(2000);
const reason = z.string().trim().min(1).max(1000);
const head = z.number().int().min(1).max(5000);
/** Told by the staging zone's sign, as digits or as a QR code. */
const CheckInCode = z.string().regex(/^\d{6}$/, 'has six digits');
const members = z.array(MemberId).max(500);

export const CategoryCode = z.enum(CATEGORIES);
/** 1 is the highest. */
export const Level = z.literal([1, 2, 3]);
export const Capability = z.strictObject({ category: CategoryCode, minLevel: Level.optional() });
export type Capability = z.infer<typeof Capability>;

export const Staging = z.strictObject({ lng: Longitude, lat: Latitude, text: line });
export type Staging = z.infer<typeof Staging>;

/** 0797-6220000, 6220000-801, 12345, 120. */
const OFFICE_NUMBER = /^((0\d{2,3}-?)?[2-8]\d{6,7}(-\d{1,5})?|1[12]\d{1,3})$/;

/** A post and how to reach it: an office's number, never a person's own, which may not be in the journal. */
export const Contact = z.strictObject({
  post: z.string().trim().min(1).max(60),
  phone: z.string().trim().regex(OFFICE_NUMBER, 'is the number of an office: a mobile is a person’s').optional(),
});
export type Contact = z.infer<typeof Contact>;

/** A need: so many teams that can do this, here, answered by then. Without teams named, the best ranked are asked. */
export const RequestDispatch = z.strictObject({
  incidentId: IncidentId,
  capability: Capability,
  teamsNeeded: z.number().int().min(1).max(50),
  people: head.optional(),
  staging: Staging,
  acceptBy: Instant,
  teamIds: z.array(TeamId).min(1).max(50).optional(),
  /** How many of the best ranked are asked at once; absent, as many as are needed. */
  askAtOnce: z.number().int().min(1).max(50).optional(),
  hazards: text.optional(),
  contact: Contact.optional(),
  text: text.optional(),
  checkInCode: CheckInCode.optional(),
  /** Why teams are disturbed that are off duty, committed or without the capability. */
  overrideReason: reason.optional(),
});

/** What a township or a department has asked for is ordered: teams are asked now, as with a request. */
export const ConfirmDispatch = z.strictObject({
  dispatchId: DispatchId,
  acceptBy: Instant.optional(),
  teamIds: z.array(TeamId).min(1).max(50).optional(),
  askAtOnce: z.number().int().min(1).max(50).optional(),
  overrideReason: reason.optional(),
});

export const OfferDispatch = z.strictObject({ dispatchId: DispatchId, teamIds: z.array(TeamId).min(1).max(50), overrideReason: reason.optional() });

export const AcceptDispatch = z.strictObject({
  dispatchId: DispatchId,
  etaMinutes: z.number().int().min(0).max(10_080),
  people: head,
  equipment: z.array(line).max(50).optional(),
  text: text.optional(),
  /** The time to accept as the team saw it: an answer that waited longer for a network is not applied, even if more time was given since. */
  acceptBy: Instant.optional(),
  /** When it was said: from then on the minutes count. */
  at: Instant.optional(),
});

/** Before it was accepted, or of a team that can't come after all: its slot is free again. */
export const DeclineDispatch = z.strictObject({ dispatchId: DispatchId, reason });

export const PROGRESS = ['en_route', 'checked_in', 'working', 'returned'] as const;
export const ProgressDispatch = z.strictObject({
  dispatchId: DispatchId,
  status: z.enum(PROGRESS),
  etaMinutes: z.number().int().min(0).max(10_080).optional(),
  text: text.optional(),
  /** When it was so, if it waited for a network. */
  at: Instant.optional(),
});

export const RosterDispatch = z.strictObject({ dispatchId: DispatchId, members: members.min(1) });

/** At the staging zone: a team by the zone's code, or the officer there by reading each member's. */
export const CheckInDispatch = z.strictObject({
  dispatchId: DispatchId,
  teamId: TeamId.optional(),
  code: CheckInCode.optional(),
  members: members.min(1),
  at: Instant.optional(),
});

export const AssignDispatch = z.strictObject({
  dispatchId: DispatchId,
  teamId: TeamId,
  zone: z.string().trim().min(1).max(60),
  task: text,
  /** Of people in danger: they say that they are well this often. */
  welfareEveryMinutes: z.number().int().min(5).max(240).optional(),
});

/** `at` is when they were well: said late, it says nothing of the time since. */
export const WelfareDispatch = z.strictObject({ dispatchId: DispatchId, text: text.optional(), at: Instant.optional() });

/** Given by the clockwork: nobody has said since then that they are well. */
export const WelfareMissed = z.strictObject({ dispatchId: DispatchId, teamId: TeamId, since: Instant });

export const LogDispatch = z.strictObject({ dispatchId: DispatchId, text, fileIds: z.array(z.uuid()).max(20).optional(), at: Instant.optional() });

/** Whether the team's phones may send where they are. */
export const ShareDispatch = z.strictObject({ dispatchId: DispatchId, on: z.boolean() });

/** Absent, all of its teams. */
export const ReleaseDispatch = z.strictObject({ dispatchId: DispatchId, teamIds: z.array(TeamId).min(1).max(50).optional(), reason: reason.optional() });

export const CancelDispatch = z.strictObject({ dispatchId: DispatchId, reason });

export const ExtendDispatch = z.strictObject({ dispatchId: DispatchId, acceptBy: Instant, teamsNeeded: z.number().int().min(1).max(50).optional() });

export const StandDownDispatch = z.strictObject({ dispatchId: DispatchId, teamIds: z.array(TeamId).min(1).max(50), reason: reason.optional() });

/** By an officer to those who have not answered, with a word; or by the clockwork, shortly before the time is up. */
export const RemindDispatch = z.strictObject({ dispatchId: DispatchId, teamIds: z.array(TeamId).min(1).max(50).optional(), text: text.optional() });

/** Given by the clockwork: a team has left its offer unanswered, and the next in line is asked. */
export const EscalateDispatch = z.strictObject({ dispatchId: DispatchId, teamId: TeamId, answerBy: Instant });

/** Given by the clockwork when the time to accept is up. */
export const LapseDispatch = z.strictObject({ dispatchId: DispatchId, acceptBy: Instant });

const amount = z.number().min(0).max(1_000_000);
export const Consumable = z.strictObject({ what: line, amount, unit: z.string().trim().min(1).max(20) });
export const Damage = z.strictObject({ what: line, text: line, fileIds: z.array(z.uuid()).max(20).optional() });

/** What a mission has taken, for the service record and for the later claim. */
export const DebriefDispatch = z.strictObject({
  dispatchId: DispatchId,
  hours: z
    .array(z.strictObject({ memberId: MemberId, hours: z.number().positive().max(2000) }))
    .min(1)
    .max(500),
  consumables: z.array(Consumable).max(100).optional(),
  damage: z.array(Damage).max(100).optional(),
  kilometres: amount.optional(),
  text: text.optional(),
});

/** 双向评价, once the team is home: an officer of the team (and names it), the team of how it was led. Once each. */
export const AppraiseDispatch = z.strictObject({ dispatchId: DispatchId, teamId: TeamId.optional(), score: z.literal([1, 2, 3, 4, 5]), text: text.optional() });

/** 报备: a team that set out by itself says so. No order, and nothing follows from it by itself. An officer tells it of an incident. */
export const SelfReport = z.strictObject({
  incidentId: IncidentId.optional(),
  teamId: TeamId.optional(),
  place: Place,
  people: head,
  text,
});

/** It has gone home. */
export const SelfLeave = z.strictObject({ missionId: z.uuid(), text: text.optional() });

/** Given by the clockwork: what a team reported by itself, of no incident, leaves what is active. */
export const ArchiveSelf = z.strictObject({ missionId: z.uuid() });

/** Given by the server for whoever asks for a volunteer's certificate of service: its code was made by chance. */
export const CertifyDispatch = z.strictObject({
  dispatchId: DispatchId,
  teamId: TeamId,
  memberId: MemberId,
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
});

export const dispatchOrders = {
  'dispatch.request': RequestDispatch,
  'dispatch.confirm': ConfirmDispatch,
  'dispatch.offer': OfferDispatch,
  'dispatch.accept': AcceptDispatch,
  'dispatch.decline': DeclineDispatch,
  'dispatch.progress': ProgressDispatch,
  'dispatch.roster': RosterDispatch,
  'dispatch.check-in': CheckInDispatch,
  'dispatch.assign': AssignDispatch,
  'dispatch.welfare': WelfareDispatch,
  'dispatch.welfare-missed': WelfareMissed,
  'dispatch.log': LogDispatch,
  'dispatch.share': ShareDispatch,
  'dispatch.release': ReleaseDispatch,
  'dispatch.cancel': CancelDispatch,
  'dispatch.extend': ExtendDispatch,
  'dispatch.stand-down': StandDownDispatch,
  'dispatch.remind': RemindDispatch,
  'dispatch.escalate': EscalateDispatch,
  'dispatch.lapse': LapseDispatch,
  'dispatch.debrief': DebriefDispatch,
  'dispatch.appraise': AppraiseDispatch,
  'dispatch.self-report': SelfReport,
  'dispatch.self-leave': SelfLeave,
  'dispatch.archive': ArchiveSelf,
  'dispatch.certify': CertifyDispatch,
} as const;
