import type { Masked } from '#shared/person/events.ts';
import type { Capability, Category, TeamLevel } from './category.ts';
import type { Availability, Certificate } from './orders.ts';
import type { Member } from './member.ts';
import type { Honour, Team } from './state.ts';

/** What a team says of itself. Whether a level is certified is not among it. */
type Facts = Pick<Team, 'name' | 'base' | 'equipment' | 'vehicles' | 'rangeKm' | 'responseMinutes'> &
  Partial<Pick<Team, 'creditCode' | 'civilRegNo' | 'supervisorOrg' | 'agreement'>> & { categories: readonly Capability[]; leader: Masked };

export interface TeamApplied extends Facts {
  type: 'team.applied';
  teamId: string;
  org: string;
  seal?: string;
}

export interface TeamUpdated {
  type: 'team.updated';
  teamId: string;
  set: Partial<Facts>;
  seal?: string;
}

/** A change of standing. A team that is returned learns why by field. */
export interface TeamStanding {
  type: 'team.registered' | 'team.returned' | 'team.suspended' | 'team.reinstated' | 'team.revoked' | 'team.expired';
  teamId: string;
  reason?: string;
  faults?: readonly { path: string; reason: string }[];
}

export interface TeamCertified {
  type: 'team.certified';
  teamId: string;
  category: Category;
  certificate: Certificate & { level: TeamLevel };
}

export interface TeamWarned {
  type: 'team.warned';
  teamId: string;
  /** A category, or `agreement`. */
  of: string;
  validTo: string;
  days: number;
}

export interface TeamAvailabilitySet {
  type: 'team.availability-set';
  teamId: string;
  set: Partial<Omit<Availability, 'override'> & { onDuty: boolean }> & { override?: Availability['override'] | null };
}

export interface MemberSaved extends Pick<
  Member,
  'teamId' | 'org' | 'masked' | 'seal' | 'personKey' | 'certificates' | 'insuredUntil' | 'notForFire' | 'minorUntil'
> {
  type: 'member.saved';
  memberId: string;
}

export interface MemberLeft {
  type: 'member.left';
  memberId: string;
  reason: string;
}

export interface MemberRevealed {
  type: 'member.revealed';
  memberIds: readonly string[];
  reason?: string;
}

export interface MemberWarned {
  type: 'member.warned';
  memberId: string;
  teamId: string;
  /** `insurance`, or the kind of a certificate. */
  of: string;
  validTo: string;
  days: number;
}

export interface LeaderRevealed {
  type: 'team.revealed';
  teamId: string;
  reason?: string;
}

export interface TeamHonoured extends Honour {
  type: 'team.honoured';
  teamId: string;
}

export type MemberEvent = MemberSaved | MemberLeft | MemberRevealed | MemberWarned;
export type TeamEvent =
  | TeamApplied
  | TeamUpdated
  | TeamStanding
  | TeamCertified
  | TeamWarned
  | TeamAvailabilitySet
  | LeaderRevealed
  | TeamHonoured
  | MemberEvent;
