import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { Adcode } from '#shared/region.ts';
import { Instant } from '#shared/time.ts';
import { isIdNumber } from './id-number.ts';

const Reason = z.string().trim().min(1).max(500);
const Line = z.string().trim().min(1).max(120);
const Name = z.string().trim().min(1).max(40);
const Phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[\d\s()-]{3,}$/, 'A telephone number has digits, spaces, brackets and dashes.');
export const TeamId = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/, 'A team is named by a slug (a-z, 0-9, -).');
const Category = z.enum(['collapse', 'mountain', 'water', 'diving', 'medical']);
const Level = z.literal([1, 2, 3]);
/** A day by the city's calendar. */
const Day = z.iso.date();

export const Certificate = z.strictObject({ no: Line, validTo: Day });
export type Certificate = z.infer<typeof Certificate>;

export const Equipment = z.strictObject({ kind: Line, count: z.number().int().min(1).max(10_000), text: z.string().trim().max(200).optional() });
export type Equipment = z.infer<typeof Equipment>;

export const Vehicle = z.strictObject({ kind: Line, plate: z.string().trim().min(1).max(20).optional(), seats: z.number().int().min(1).max(200).optional() });
export type Vehicle = z.infer<typeof Vehicle>;

const facts = {
  name: Line,
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'A unified social credit code has 18 characters.')
    .optional(),
  civilRegNo: Line.optional(),
  supervisorOrg: Line.optional(),
  leader: z.strictObject({ name: Name, phone: Phone }),
  base: z.strictObject({ adcode: Adcode, text: z.string().trim().max(200), lng: Longitude, lat: Latitude }),
  categories: z
    .array(z.strictObject({ category: Category, selfLevel: Level.optional() }))
    .min(1)
    .max(5),
  equipment: z.array(Equipment).max(200),
  vehicles: z.array(Vehicle).max(100),
  rangeKm: z.number().min(1).max(3000),
  responseMinutes: z.number().int().min(0).max(1440),
};

/** 申请登记. A team applies for itself: which one it is stands in its seat. Its authority may enter it, and then says which. */
export const ApplyTeam = z.strictObject({
  teamId: TeamId.optional(),
  org: z.string().regex(/^\d{6}$/, 'A team is registered with a county or the city.'),
  ...facts,
});

/** What is absent stays. The agreement is the authority's to enter. */
export const UpdateTeam = z.strictObject({ teamId: TeamId, ...z.strictObject(facts).partial().shape, agreement: Certificate.optional() });

const Judged = z.strictObject({ teamId: TeamId, reason: Reason });
export const VerifyTeam = z.strictObject({ teamId: TeamId });
export const ReturnTeam = z.strictObject({
  teamId: TeamId,
  faults: z
    .array(z.strictObject({ path: z.string().trim().min(1).max(60), reason: Reason }))
    .min(1)
    .max(40),
});

/** A level without a certificate is refused in words: it is the team's own opinion. */
export const CertifyTeam = z.strictObject({ teamId: TeamId, category: Category, level: Level, certificate: Certificate.optional() });

/** A window of readiness: a rule of RFC 5545 on the wall clock, its first time, and how long it lasts. */
export const Window = z.strictObject({
  rule: z
    .string()
    .max(200)
    .regex(
      /^FREQ=(DAILY|WEEKLY)(;(BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*|INTERVAL=[1-9]\d?))*$/,
      'A weekly pattern is FREQ=WEEKLY;BYDAY=SA,SU or FREQ=DAILY.',
    ),
  anchor: z.iso.datetime({ local: true, precision: -1 }),
  minutes: z.number().int().min(1).max(10_080),
});
const DayOff = z
  .strictObject({ from: Day, to: Day, text: z.string().trim().max(120).optional() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before it begins' });
const Pattern = z.strictObject({
  weekly: z.array(Window).max(21),
  daysOff: z.array(DayOff).max(100),
  /** On the days of the table of holidays. Absent, they are days as others. */
  onHolidays: z.enum(['usual', 'ready', 'off']).optional(),
});
/** For this moment, whatever else is said; it passes by itself. */
const Override = z.strictObject({ ready: z.boolean(), until: Instant });
export type Availability = z.infer<typeof Pattern> & { override?: z.infer<typeof Override> };
export const SetAvailability = z.strictObject({
  teamId: TeamId,
  onDuty: z.boolean().optional(),
  ...Pattern.partial().shape,
  override: Override.nullable().optional(),
});

/** Given by the clockwork. */
export const ExpireTeam = z.strictObject({ teamId: TeamId });
export const WarnTeam = z.strictObject({ teamId: TeamId, of: z.enum(['agreement', ...Category.options]), validTo: Day, days: z.literal([60, 30, 7]) });

export const MemberCertificate = z.strictObject({ kind: Line, no: Line, validTo: Day.optional() });
export type MemberCertificate = z.infer<typeof MemberCertificate>;

/** Name, numbers and blood type go into the vault before anything is recorded; what is absent stays as it was. */
export const SaveMember = z.strictObject({
  memberId: z.uuid().optional(),
  teamId: TeamId,
  name: Name.optional(),
  phone: Phone.optional(),
  idNo: z.string().trim().refine(isIdNumber, 'Not an id number: its check digit does not fit.').optional(),
  blood: z.string().trim().min(1).max(10).optional(),
  certificates: z.array(MemberCertificate).max(40).optional(),
  insuredUntil: Day.optional(),
  /** Not to be sent to a forest fire (FF08 art. 35). Why is nobody's business: it is not asked. */
  notForFire: z.boolean().optional(),
  /** The server's own, of the id number: the day of the eighteenth birthday, while it lies ahead. */
  minorUntil: Day.optional(),
  /** The server's own: it replaces whatever is sent. */
  personKey: z.string().max(64).optional(),
});
export const LeaveMember = z.strictObject({ memberId: z.uuid(), reason: Reason });
/** Given by the server before it shows plain values, so that no showing goes uncounted. */
export const RevealMembers = z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(200), reason: Reason.optional() });

/** Given by the clockwork: `of` is `insurance`, or the kind of a certificate. */
export const WarnMember = z.strictObject({ memberId: z.uuid(), of: Line, validTo: Day, days: z.literal([60, 30, 7]) });
/** Given by the server before it shows a leader's name and number. */
export const RevealLeader = z.strictObject({ teamId: TeamId, reason: Reason.optional() });

/** 表彰奖励, of a team or of one of its members. */
export const HonourTeam = z.strictObject({
  teamId: TeamId,
  memberId: z.uuid().optional(),
  title: Line,
  issuer: Line,
  on: Day,
  text: z.string().trim().min(1).max(500).optional(),
});

export const teamOrders = {
  'team.apply': ApplyTeam,
  'team.update': UpdateTeam,
  'team.verify': VerifyTeam,
  'team.return': ReturnTeam,
  'team.suspend': Judged,
  'team.reinstate': Judged,
  'team.revoke': Judged,
  'team.certify': CertifyTeam,
  'team.availability': SetAvailability,
  'team.expire': ExpireTeam,
  'team.warn': WarnTeam,
  'team.reveal': RevealLeader,
  'team.honour': HonourTeam,
  'member.save': SaveMember,
  'member.leave': LeaveMember,
  'member.reveal': RevealMembers,
  'member.warn': WarnMember,
} as const;
