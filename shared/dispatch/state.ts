import type { LngLat } from '#shared/geo.ts';
import type { Author } from '#shared/seat.ts';
import type { Stamp } from '#shared/world.ts';
import type { Capability, Contact, Staging } from './orders.ts';
import type { Ranked } from './rank.ts';

/** A filled dispatch has all its teams; a lapsed one has not, and its time is up; a closed one has let all of them go. */
export const DISPATCH_STATES = ['open', 'filled', 'lapsed', 'cancelled', 'closed'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

export const OFFER_STATES = ['offered', 'accepted', 'declined', 'no_reply', 'stood_down'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What a dispatch is about, as it was when teams were asked: they don't see the incident itself. */
export interface Occasion extends LngLat {
  number: string;
  title: string;
  typeCode: string;
  text: string;
}

/** One team that was asked. What it answers in words is in its mission, which the other teams don't see. */
export interface Offer extends Partial<Omit<Ranked, 'teamId' | 'name'>> {
  teamId: string;
  name: string;
  state: OfferState;
  at: string;
  /** Until then the team alone is waited for; afterwards the next in line is asked too. */
  answerBy: string;
  answeredAt?: string;
  remindedAt?: string;
  releasedAt?: string;
  /** Why it was disturbed all the same. */
  override?: string;
}

/** What an officer states, and who stands in line for it. */
export interface StatedNeed {
  number: string;
  about: Occasion;
  capability: Capability;
  teamsNeeded: number;
  people?: number | undefined;
  staging: Staging;
  acceptBy: string;
  /** When those who have not answered are reminded. */
  remindAt?: string;
  hazards?: string | undefined;
  contact?: Contact | undefined;
  text?: string | undefined;
  /** Shown at the staging zone and kept from teams, so that whoever tells it is there. */
  checkInCode?: string | undefined;
  /** Who is asked next, the best first, when one declines or does not answer. */
  reserve: readonly Ranked[];
  org: string;
  exercise: boolean;
}

/** 调派: a need for teams at an incident, and who was asked and has come. */
export interface Dispatch extends Stamp, StatedNeed {
  incidentId: string;
  state: DispatchState;
  /** A township or a department asks for it; until an officer confirms, nobody is asked. */
  sought?: { by: Author; at: string };
  filledAt?: string;
  endedAt?: string;
  endedFor?: string;
  offers: readonly Offer[];
  by: Author;
  at: string;
  /** The teams that were asked. */
  alwaysReadBy: readonly string[];
}

/** How many of its slots are taken. */
export const takenOf = ({ offers }: Pick<Dispatch, 'offers'>): number => offers.filter(({ state }) => state === 'accepted').length;

export const freeOf = (dispatch: Pick<Dispatch, 'offers' | 'teamsNeeded'>): number => Math.max(0, dispatch.teamsNeeded - takenOf(dispatch));

/** It has not answered: a slot that is free it may still take. */
export const mayStillAccept = ({ state }: Pick<Offer, 'state'>): boolean => state === 'offered' || state === 'no_reply';

export const offerOf = ({ offers }: Pick<Dispatch, 'offers'>, teamId: string): Offer | undefined => offers.find((offer) => offer.teamId === teamId);
