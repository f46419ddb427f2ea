import { defined } from '#shared/defined.ts';
import type { Masked } from '#shared/person/events.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { Capability } from './category.ts';
import type { TeamEvent } from './events.ts';
import { evolveMember } from './member.ts';
import type { Availability, Certificate, Equipment, Vehicle } from './orders.ts';
import { teamReaders } from './policy.ts';
import type { Service } from './service.ts';

export const TEAM_STATUSES = ['applied', 'returned', 'registered', 'suspended', 'expired', 'revoked'] as const;
export type TeamStatus = (typeof TEAM_STATUSES)[number];

export interface TeamBase {
  lng: number;
  lat: number;
  text: string;
  adcode: string;
}

/** A line of the team's own log: who changed its standing, and what it was warned of. */
export interface TeamEntry {
  kind: TeamStatus | 'reinstated' | 'certified' | 'expiring';
  at: string;
  by: Author;
  reason?: string;
  /** Of a warning: what expires, when, and how many days before this was said. */
  of?: string;
  validTo?: string;
  days?: number;
  /** Whose paper it is, when it is a member's. */
  memberId?: string;
}

/** 表彰: what was given, by whom and when; with `memberId`, to one of its people. */
export interface Honour {
  memberId?: string | undefined;
  title: string;
  issuer: string;
  on: string;
  text?: string | undefined;
}

/** A rescue team of the register. Its id is the slug that its seats name as their team. */
export interface Team extends Stamp {
  name: string;
  /** The authority it is registered with: a county or the city. */
  org: string;
  status: TeamStatus;
  since: string;
  by: Author;
  reason?: string;
  /** Why it was returned, by field. */
  faults?: readonly { path: string; reason: string }[];
  /** Set once it was registered: a suspended or expired team was. */
  registeredAt?: string;
  creditCode?: string;
  civilRegNo?: string;
  supervisorOrg?: string;
  leader: Masked;
  /** Under which name the leader's plain values are in the vault. */
  seal?: string;
  base: TeamBase;
  categories: readonly Capability[];
  equipment: readonly Equipment[];
  vehicles: readonly Vehicle[];
  rangeKm: number;
  responseMinutes: number;
  agreement?: Certificate;
  /** `insuredUntil` holds a date for each member insured at all, earliest first: how many are insured is reckoned for an instant. */
  strength: { members: number; insuredUntil: readonly string[] };
  availability: Availability & { onDuty: boolean };
  /** Real missions that were debriefed, and the hours of its people. */
  service?: Service;
  /** What authorities have thought of its missions: how many have said, and the sum of their scores from 1 to 5. */
  appraised?: { count: number; sum: number };
  /** The latest first. */
  honours?: readonly Honour[];
  /** How often its leader's number was shown to an authority, and the last time. */
  reveals?: number;
  lastReveal?: { at: string; by: Author; reason?: string };
  log: readonly TeamEntry[];
}

const LOG_KEPT = 200;
const HONOURS_KEPT = 200;

/** Orders on a standing, by the event that reports them. */
const STANDING = {
  'team.registered': 'registered',
  'team.returned': 'returned',
  'team.suspended': 'suspended',
  'team.reinstated': 'registered',
  'team.revoked': 'revoked',
  'team.expired': 'expired',
} as const;

export function evolveTeam(draft: Draft, event: TeamEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'team.applied': {
      const { type: _type, teamId: id, ...facts } = event;
      const before = draft.get('team', id);
      const log = entered(before?.log ?? [], { kind: 'applied', at, by });
      const kept = before
        ? {
            strength: before.strength,
            availability: before.availability,
            ...defined({
              reveals: before.reveals,
              lastReveal: before.lastReveal,
              service: before.service,
              appraised: before.appraised,
              honours: before.honours,
            }),
          }
        : { strength: { members: 0, insuredUntil: [] }, availability: { onDuty: true, weekly: [], daysOff: [] } };
      return draft.put('team', { ...kept, ...facts, id, status: 'applied', since: at, by, log, readers: teamReaders(id, facts.org) });
    }
    case 'team.updated':
      return patch(draft, event.teamId, ({ log }) => {
        const { set, seal } = event;
        const agreed = set.agreement && ({ kind: 'certified', at, by, of: 'agreement', validTo: set.agreement.validTo } as const);
        return { ...set, ...(seal === undefined ? {} : { seal }), ...(agreed ? { log: entered(log, agreed) } : {}) };
      });
    case 'team.registered':
    case 'team.returned':
    case 'team.suspended':
    case 'team.reinstated':
    case 'team.revoked':
    case 'team.expired':
      return patch(draft, event.teamId, ({ log, registeredAt }) => {
        const status = STANDING[event.type];
        const kind = event.type === 'team.reinstated' ? 'reinstated' : status;
        const { reason } = event;
        const first = status === 'registered' && registeredAt === undefined ? { registeredAt: at } : {};
        return {
          status,
          since: at,
          by,
          reason,
          faults: event.faults,
          ...first,
          log: entered(log, { kind, at, by, ...(reason === undefined ? {} : { reason }) }),
        };
      });
    case 'team.certified':
      return patch(draft, event.teamId, ({ categories, log }) => {
        const { category, certificate } = event;
        const others = categories.filter((one) => one.category !== category);
        const was = categories.find((one) => one.category === category);
        const entry = { kind: 'certified', at, by, of: category, validTo: certificate.validTo } as const;
        return { categories: [...others, { ...was, category, certificate }], log: entered(log, entry) };
      });
    case 'team.warned':
      return patch(draft, event.teamId, ({ log }) => {
        const { of, validTo, days } = event;
        return { log: entered(log, { kind: 'expiring', at, by, of, validTo, days }) };
      });
    case 'team.availability-set':
      return patch(draft, event.teamId, ({ availability: { override: before, ...availability } }) => {
        const { override = before, ...set } = event.set;
        return { availability: { ...availability, ...set, ...(override ? { override } : {}) } };
      });
    case 'team.revealed':
      return patch(draft, event.teamId, ({ reveals = 0 }) => ({
        reveals: reveals + 1,
        lastReveal: { at, by, ...(event.reason === undefined ? {} : { reason: event.reason }) },
      }));
    case 'team.honoured': {
      const { type: _type, teamId, ...honour } = event;
      const member = honour.memberId === undefined ? undefined : draft.get('member', honour.memberId);
      if (member) draft.put('member', { ...member, honours: [honour, ...(member.honours ?? [])].slice(0, HONOURS_KEPT) });
      return patch(draft, teamId, ({ honours = [] }) => ({ honours: [honour, ...honours].slice(0, HONOURS_KEPT) }));
    }
    case 'member.warned': {
      const { of, validTo, days, memberId } = event;
      evolveMember(draft, event, at, by);
      return patch(draft, event.teamId, ({ log }) => ({ log: entered(log, { kind: 'expiring', at, by, of, validTo, days, memberId }) }));
    }
    case 'member.saved':
    case 'member.left':
    case 'member.revealed':
      return evolveMember(draft, event, at, by);
    default:
      event satisfies never;
  }
}

const entered = (log: readonly TeamEntry[], entry: TeamEntry): TeamEntry[] => [...log, entry].slice(-LOG_KEPT);

type Change = { [F in keyof Team]?: Team[F] | undefined };

/** Undefined takes a field away. */
function patch(draft: Draft, id: string, change: (team: Team) => Change): void {
  const team = draft.get('team', id);
  if (!team) return;
  const changed = Object.fromEntries(Object.entries({ ...team, ...change(team) }).filter(([, value]) => value !== undefined));
  // Only optional fields are ever taken away.
  draft.put('team', changed as unknown as Team);
}
