import type { FenghuoEvent } from '#shared/catalogue.ts';
import type { Commit } from '#shared/commit.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { World } from '#shared/world.ts';
import { wallOf } from '#shared/recurrence/zone.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const NOTICE_KINDS = ['offered', 'reminded', 'extended', 'stood-down', 'lapsed', 'released', 'cancelled', 'welfare-missed'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What one team is told of. It names the need by its number, never a person, a place or what has happened. */
export interface Notice {
  /** The same on every server that learns of the commit. */
  id: string;
  kind: NoticeKind;
  teamId: string;
  dispatchId: string;
  number: string;
  category: string;
  acceptBy: string;
  at: string;
}

export interface Message {
  title: string;
  body: string;
  url: string;
  /** A later message about the same need takes the place of the one before. */
  tag: string;
}

/** Whom an event concerns, by what they are told. */
function toldBy(event: FenghuoEvent): readonly (readonly [NoticeKind, readonly string[]])[] {
  switch (event.type) {
    case 'dispatch.requested':
    case 'dispatch.confirmed':
    case 'dispatch.offered':
      return [['offered', event.offers.map(({ teamId }) => teamId)]];
    case 'dispatch.reminded':
      return [['reminded', event.teamIds]];
    case 'dispatch.extended':
      return [['extended', event.teamIds]];
    case 'dispatch.stood-down':
      return [['stood-down', event.teamIds]];
    case 'dispatch.lapsed':
      return [['lapsed', event.teamIds]];
    case 'dispatch.released':
      return [
        ['released', event.teamIds],
        ['stood-down', event.standDown],
      ];
    case 'dispatch.cancelled':
      return [
        ['cancelled', event.teamIds],
        ['stood-down', event.standDown],
      ];
    case 'dispatch.welfare-missed':
      return [['welfare-missed', [event.teamId]]];
    default:
      return [];
  }
}

/** What teams are told of a commit. Of a drill nothing leaves: the drill's own screens tell it. */
export function noticesOf(world: Pick<World, 'get'>, { order, events, at }: Pick<Commit, 'order' | 'events' | 'at'>): Notice[] {
  return events.flatMap((event, n) => {
    const told = toldBy(event);
    const dispatch = 'dispatchId' in event ? world.get('dispatch', event.dispatchId) : undefined;
    if (told.length === 0 || !dispatch || dispatch.exercise) return [];
    return told.flatMap(([kind, teamIds]) => teamIds.map((teamId) => noticeOf(dispatch, { id: `${order.id}.${n}.${kind}.${teamId}`, kind, teamId, at })));
  });
}

function noticeOf({ id: dispatchId, number, capability: { category }, acceptBy }: Dispatch, said: Pick<Notice, 'id' | 'kind' | 'teamId' | 'at'>): Notice {
  return { ...said, dispatchId, number, category, acceptBy };
}

const WORK: Record<Language, Record<string, string>> = {
  'zh-CN': { collapse: '建筑物倒塌搜救', mountain: '山地搜救', water: '水上搜救', diving: '潜水救援', medical: '应急医疗救护' },
  en: { collapse: 'collapse rescue', mountain: 'mountain rescue', water: 'water rescue', diving: 'diving', medical: 'medical aid' },
};

type Words = (said: { number: string; work: string; by: string }) => readonly [title: string, body: string];

const WORDS: Record<Language, Record<NoticeKind, Words>> = {
  'zh-CN': {
    offered: ({ number, work, by }) => ['调派请求', `${number} ${work},请于 ${by} 前答复。`],
    reminded: ({ number, by }) => ['请尽快答复', `${number} 的答复时限为 ${by}。`],
    extended: ({ number, work, by }) => ['再次征询', `${number} ${work},答复时限延至 ${by}。`],
    'stood-down': ({ number }) => ['无需出动', `${number} 已不需要贵队出动。`],
    lapsed: ({ number }) => ['答复时限已过', `${number} 未在时限内答复,请求失效。`],
    released: ({ number }) => ['任务解除', `${number} 已解除贵队任务,请安全返回。`],
    cancelled: ({ number }) => ['调派取消', `${number} 已取消,请停止前往或撤回。`],
    'welfare-missed': ({ number }) => ['请报平安', `${number} 未按时报平安,请立即报告。`],
  },
  en: {
    offered: ({ number, work, by }) => ['Dispatch request', `${number}, ${work}: answer by ${by}.`],
    reminded: ({ number, by }) => ['Please answer', `${number} is to be answered by ${by}.`],
    extended: ({ number, work, by }) => ['Asked again', `${number}, ${work}: there is time to answer until ${by}.`],
    'stood-down': ({ number }) => ['Not needed', `Your team is not needed for ${number}.`],
    lapsed: ({ number }) => ['Time is up', `${number} was not answered in time.`],
    released: ({ number }) => ['Released', `Your team is released from ${number}. Come home safely.`],
    cancelled: ({ number }) => ['Cancelled', `${number} is cancelled: turn back.`],
    'welfare-missed': ({ number }) => ['Say that you are well', `${number}: your word that all are well is overdue.`],
  },
};

export function messageOf({ kind, number, category, acceptBy, dispatchId }: Notice, language: Language, zone: string): Message {
  const [title, body] = WORDS[language][kind]({ number, work: WORK[language][category] ?? category, by: clockOf(acceptBy, zone) });
  return { title, body, url: `/team${WHERE[kind] ?? ''}`, tag: `dispatch.${dispatchId}` };
}

/** The part of a team's page that answers it. */
const WHERE: Partial<Record<NoticeKind, string>> = {
  offered: '#offer',
  reminded: '#offer',
  extended: '#offer',
  released: '#mission',
  cancelled: '#mission',
  'welfare-missed': '#mission',
};

/** `05-29 22:40` by the city's clock. */
const clockOf = (instant: string, zone: string): string => wallOf(instant, zone).toISOString().slice(5, 16).replace('T', ' ');
