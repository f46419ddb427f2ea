import type { Place } from '#shared/incident/orders.ts';
import type { z } from 'zod';
import type { Appraisal, CheckedInBy, Listed } from './mission.ts';
import type { AcceptDispatch, DebriefDispatch, PROGRESS } from './orders.ts';
import type { Ranked } from './rank.ts';
import type { StatedNeed } from './state.ts';

/** `readers` is whoever sees the incident. With `n` it is an entry of the incident's timeline as well. */
export interface OfDispatch {
  incidentId: string;
  readers: readonly string[];
  n?: number;
  dispatchId: string;
  /** What the entry names for people: the need's number, and the teams it is about. */
  named?: { number: string; teams: readonly string[] };
}

/** About one team's mission. */
interface OfMission extends OfDispatch {
  teamId: string;
}

/** Of what a team has said: when it was so, if the words waited for a network. */
interface Waited {
  claimedAt?: string;
}

interface OfTeams extends OfDispatch {
  teamIds: readonly string[];
}

export interface Offered extends Partial<Omit<Ranked, 'teamId' | 'name'>> {
  teamId: string;
  name: string;
  answerBy: string;
  override?: string;
}

export interface DispatchRequested extends OfDispatch, StatedNeed {
  type: 'dispatch.requested';
  offers: readonly Offered[];
  /** By whoever may only ask for it: nobody is asked before an officer has confirmed. */
  sought?: boolean;
}

export interface DispatchConfirmed extends OfDispatch, Pick<StatedNeed, 'acceptBy' | 'remindAt' | 'reserve' | 'org' | 'exercise'> {
  type: 'dispatch.confirmed';
  offers: readonly Offered[];
}

/** Further teams are asked: by an officer, or the next in line. */
export interface DispatchOffered extends OfDispatch {
  type: 'dispatch.offered';
  offers: readonly Offered[];
  exercise: boolean;
}

export interface DispatchAccepted extends OfMission, Waited, Omit<z.infer<typeof AcceptDispatch>, 'dispatchId' | 'acceptBy' | 'at'> {
  type: 'dispatch.accepted';
}

export interface DispatchDeclined extends OfMission {
  type: 'dispatch.declined';
  reason: string;
}

export interface DispatchUnanswered extends OfTeams {
  type: 'dispatch.unanswered';
}

export interface DispatchLapsed extends OfTeams {
  type: 'dispatch.lapsed';
}

export interface DispatchReminded extends OfTeams {
  type: 'dispatch.reminded';
  text?: string | undefined;
}

/** Whoever had not answered in time is asked again. */
export interface DispatchExtended extends OfTeams {
  type: 'dispatch.extended';
  acceptBy: string;
  remindAt?: string;
  answerBy: string;
  teamsNeeded?: number | undefined;
}

export interface DispatchStoodDown extends OfTeams {
  type: 'dispatch.stood-down';
  reason?: string | undefined;
}

export interface DispatchProgressed extends OfMission, Waited {
  type: 'dispatch.progressed';
  status: (typeof PROGRESS)[number];
  etaMinutes?: number | undefined;
  text?: string | undefined;
}

export interface DispatchListed extends OfMission {
  type: 'dispatch.listed';
  members: readonly Listed[];
}

export interface DispatchCheckedIn extends OfMission, Waited {
  type: 'dispatch.checked-in';
  members: readonly string[];
  how: CheckedInBy;
}

export interface DispatchAssigned extends OfMission {
  type: 'dispatch.assigned';
  zone: string;
  task: string;
  welfareEveryMinutes?: number | undefined;
}

export interface WelfareTold extends OfMission, Waited {
  type: 'dispatch.welfare-told';
  text?: string | undefined;
}

export interface WelfareMissed extends OfMission {
  type: 'dispatch.welfare-missed';
  since: string;
}

export interface DispatchLogged extends OfMission {
  type: 'dispatch.logged';
  text: string;
  fileIds?: readonly string[] | undefined;
  claimedAt?: string | undefined;
}

export interface DispatchShared extends OfMission {
  type: 'dispatch.shared';
  on: boolean;
}

/** With `closes`, the need is over: `standDown` had not answered yet. */
export interface DispatchReleased extends OfTeams {
  type: 'dispatch.released';
  standDown: readonly string[];
  closes: boolean;
  reason?: string | undefined;
}

export interface DispatchCancelled extends OfTeams {
  type: 'dispatch.cancelled';
  standDown: readonly string[];
  reason: string;
}

export interface DispatchDebriefed extends OfMission, Omit<z.infer<typeof DebriefDispatch>, 'dispatchId'> {
  type: 'dispatch.debriefed';
}

export interface DispatchCertified extends OfMission {
  type: 'dispatch.certified';
  memberId: string;
  code: string;
}

export interface DispatchAppraised extends OfMission, Omit<Appraisal, 'at' | 'by'> {
  type: 'dispatch.appraised';
}

/** A team that set out by itself. Without an incident it is seen by the place's region and those above. */
export interface SelfReported {
  type: 'dispatch.self-reported';
  missionId: string;
  incidentId?: string;
  readers: readonly string[];
  n?: number;
  teamId: string;
  teamName: string;
  place: Place;
  people: number;
  text: string;
  exercise: boolean;
}

export interface SelfLeft {
  type: 'dispatch.self-left';
  missionId: string;
  teamName: string;
  incidentId?: string;
  readers: readonly string[];
  n?: number;
  text?: string | undefined;
}

export interface SelfArchived {
  type: 'dispatch.archived';
  missionId: string;
}

/** What is about a dispatch, and not about a team that set out by itself. */
export type OfDispatchEvent = Exclude<DispatchEvent, SelfReported | SelfLeft | SelfArchived>;

export type DispatchEvent =
  | DispatchRequested
  | DispatchConfirmed
  | DispatchOffered
  | DispatchAccepted
  | DispatchDeclined
  | DispatchUnanswered
  | DispatchLapsed
  | DispatchReminded
  | DispatchExtended
  | DispatchStoodDown
  | DispatchProgressed
  | DispatchListed
  | DispatchCheckedIn
  | DispatchAssigned
  | WelfareTold
  | WelfareMissed
  | DispatchLogged
  | DispatchShared
  | DispatchReleased
  | DispatchCancelled
  | DispatchDebriefed
  | DispatchAppraised
  | DispatchCertified
  | SelfReported
  | SelfLeft
  | SelfArchived;
