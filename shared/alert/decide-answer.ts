import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { chainOf } from '#shared/duty/policy.ts';
import type { Entry } from '#shared/incident/entry.ts';
import { refuse } from '#shared/refusal.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import { decided, type AlertOrder, type Asked } from './asked.ts';
import { calloutId, type Callout } from './callout.ts';
import { rungOf } from './recipients.ts';
import type { Alert } from './state.ts';

type Answering = Extract<AlertOrder, { type: 'alert.answer' | 'alert.attempt' | 'alert.read' | 'alert.climb' }>;

/** 叫应: what the organisations that were sent an alert say, and what is tried to reach them. */
export function decideAnswering(asked: Asked, alert: Alert, order: Answering, about: { alertId: string; entry?: Entry }): Decided {
  const { actor } = asked.seat;
  if (alert.status !== 'issued') refuse('alert.state', `The alert is ${alert.status}: there is nothing to answer.`);
  switch (order.type) {
    case 'alert.answer': {
      const { org = actor.org, how = 'screen', post, text } = order.payload;
      const callout = calloutOf(asked, alert, org);
      if (org !== actor.org && !maySpeakFor(actor, org)) refuse('not-permitted', 'Only a duty office above records the answer of another organisation.');
      if (org === actor.org && !answersFor(actor)) refuse('not-permitted', 'This seat does not answer for its organisation.');
      if (org !== actor.org && (how === 'screen' || post === undefined))
        refuse('invalid', 'Say how they answered, and which post did.', [{ path: how === 'screen' ? 'how' : 'post', message: 'is missing' }]);
      if (callout.answered) refuse('alert.answered', 'It has been answered already.');
      return decided({ alertId: alert.id, type: 'alert.answered', org, how, ...defined({ post, text }) });
    }
    case 'alert.attempt': {
      const { org, channel, outcome, post } = order.payload;
      const callout = calloutOf(asked, alert, org);
      if (!maySpeakFor(actor, org) && actor.org !== alert.org)
        refuse('not-permitted', 'Only a duty office above, or whoever issued it, calls an organisation.');
      if (callout.answered) refuse('alert.answered', 'It has been answered already.');
      return decided({ alertId: alert.id, type: 'alert.attempted', org, channel, outcome, ...defined({ post }) });
    }
    case 'alert.read':
      calloutOf(asked, alert, actor.org);
      return decided({ alertId: alert.id, type: 'alert.opened', org: actor.org });
    case 'alert.climb':
      return climb(asked, alert, order.payload.rung, about);
    default:
      return order satisfies never;
  }
}

const answersFor = (actor: Actor): boolean =>
  isDuty(actor) || isLeader(actor) || actor.role === 'village-reporter' || actor.role === 'department' || actor.role === 'neighbour';

const maySpeakFor = (actor: Actor, org: string): boolean => (isDuty(actor) || isLeader(actor)) && chainOf(org).includes(actor.org);

function calloutOf({ world, seat }: Asked, alert: Alert, org: string): Callout {
  const callout = world.get('callout', calloutId(alert.id, org));
  const rooms = new Set(seat.rooms);
  if (callout && !callout.closed && callout.readers.some((room) => rooms.has(room))) return callout;
  return refuse('alert.not-asked', 'This organisation was not sent this alert.', [{ path: 'org', message: 'was not asked' }]);
}

function climb({ world, seat }: Asked, alert: Alert, rung: number, about: { alertId: string; entry?: Entry }): Decided {
  if (seat.actor.role !== 'system') refuse('not-permitted', 'Alerts climb by the clockwork.');
  if (rung !== alert.climbed + 1) refuse('alert.state', `It has climbed ${alert.climbed} rungs.`);
  const steps = [...world.all('callout')]
    .filter((one) => one.alertId === alert.id && one.role === 'answer' && one.answered === undefined && one.closed === undefined)
    .flatMap(({ org }) => {
      const to = rungOf(world, org, rung);
      return to === undefined ? [] : [{ org, to }];
    });
  return decided({ ...about, type: 'alert.climbed', rung, steps });
}
