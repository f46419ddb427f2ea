import { inMode } from '#shared/readers.ts';
import type { OfDispatchEvent, Offered } from './events.ts';
import { freeOf, type Dispatch, type Offer, type OfferState } from './state.ts';

type Changing = Exclude<OfDispatchEvent, { type: 'dispatch.requested' }>;

export const offersOf = (offers: readonly Offered[], at: string): Offer[] => offers.map((offer) => ({ ...offer, state: 'offered', at }));

/** The need after an event about it or one of its missions; the same when only the mission changes. */
export function changedDispatch(dispatch: Dispatch, event: Changing, at: string): Dispatch {
  switch (event.type) {
    case 'dispatch.offered': {
      const asked = new Set(event.offers.map(({ teamId }) => teamId));
      const rooms = inMode(
        [...asked].map((teamId) => `team:${teamId}`),
        event.exercise,
      );
      return {
        ...dispatch,
        offers: [...dispatch.offers.filter(({ teamId }) => !asked.has(teamId)), ...offersOf(event.offers, at)],
        reserve: dispatch.reserve.filter(({ teamId }) => !asked.has(teamId)),
        alwaysReadBy: [...new Set([...dispatch.alwaysReadBy, ...rooms])],
      };
    }
    case 'dispatch.confirmed': {
      const { acceptBy, remindAt, reserve, org, offers, exercise } = event;
      const { sought: _sought, remindAt: _before, ...rest } = dispatch;
      const rooms = inMode(
        offers.map(({ teamId }) => `team:${teamId}`),
        exercise,
      );
      return {
        ...rest,
        acceptBy,
        ...(remindAt === undefined ? {} : { remindAt }),
        reserve,
        org,
        offers: offersOf(offers, at),
        state: 'open',
        alwaysReadBy: [...new Set([...dispatch.alwaysReadBy, ...rooms])],
      };
    }
    case 'dispatch.accepted':
      return filled(answered(dispatch, [event.teamId], 'accepted', at), at);
    case 'dispatch.declined':
      return reopened(answered(dispatch, [event.teamId], 'declined', at), at);
    case 'dispatch.unanswered':
      return answered(dispatch, event.teamIds, 'no_reply', at);
    case 'dispatch.lapsed':
      return { ...answered(dispatch, event.teamIds, 'no_reply', at), state: 'lapsed' };
    case 'dispatch.stood-down':
      return answered(dispatch, event.teamIds, 'stood_down', at);
    case 'dispatch.reminded':
      return { ...dispatch, offers: dispatch.offers.map((offer) => (event.teamIds.includes(offer.teamId) ? { ...offer, remindedAt: at } : offer)) };
    case 'dispatch.extended': {
      const { acceptBy, remindAt, answerBy, teamIds, teamsNeeded = dispatch.teamsNeeded } = event;
      const { remindAt: _before, filledAt: _filled, ...rest } = dispatch;
      const offers = dispatch.offers.map((offer): Offer => (teamIds.includes(offer.teamId) ? { ...offer, state: 'offered', answerBy } : offer));
      return filled({ ...rest, acceptBy, teamsNeeded, ...(remindAt === undefined ? {} : { remindAt }), offers, state: 'open' }, dispatch.filledAt ?? at);
    }
    case 'dispatch.released': {
      const next = { ...letGo(dispatch, event.teamIds, at), ...(event.reason === undefined ? {} : { endedFor: event.reason }) };
      return event.closes ? ended(answered(next, event.standDown, 'stood_down', at), 'closed', at) : settled(next, at);
    }
    case 'dispatch.cancelled':
      return { ...ended(answered(letGo(dispatch, event.teamIds, at), event.standDown, 'stood_down', at), 'cancelled', at), endedFor: event.reason };
    case 'dispatch.progressed':
      return event.status === 'returned' ? settled(letGo(dispatch, [event.teamId], at), at) : dispatch;
    default:
      return dispatch;
  }
}

function answered(dispatch: Dispatch, teamIds: readonly string[], state: OfferState, at: string): Dispatch {
  return { ...dispatch, offers: dispatch.offers.map((offer) => (teamIds.includes(offer.teamId) ? { ...offer, state, answeredAt: at } : offer)) };
}

const filled = (dispatch: Dispatch, at: string): Dispatch => (freeOf(dispatch) === 0 ? { ...dispatch, state: 'filled', filledAt: at } : dispatch);

/** A slot that comes free again is on offer again, as long as there is time. */
function reopened(dispatch: Dispatch, at: string): Dispatch {
  if (dispatch.state !== 'filled' || freeOf(dispatch) === 0) return dispatch;
  const { filledAt: _filled, ...rest } = dispatch;
  return { ...rest, state: at <= dispatch.acceptBy ? 'open' : 'lapsed' };
}

const letGo = (dispatch: Dispatch, teamIds: readonly string[], at: string): Dispatch => ({
  ...dispatch,
  offers: dispatch.offers.map((offer) => (teamIds.includes(offer.teamId) && offer.releasedAt === undefined ? { ...offer, releasedAt: at } : offer)),
});

const ended = (dispatch: Dispatch, state: 'closed' | 'cancelled', at: string): Dispatch => ({ ...dispatch, state, endedAt: at });

/** When the last of its teams has been let go and no other is waited for, it is over. */
function settled(dispatch: Dispatch, at: string): Dispatch {
  const came = dispatch.offers.filter(({ state }) => state === 'accepted');
  const over = (dispatch.state === 'filled' || dispatch.state === 'lapsed') && came.length > 0 && came.every(({ releasedAt }) => releasedAt !== undefined);
  return over ? ended(dispatch, 'closed', at) : dispatch;
}
