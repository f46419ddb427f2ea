import { createStore } from 'zustand/vanilla';
import type { SessionAnswer } from '#shared/access/accounts.ts';
import type { Alert } from '#shared/alert/state.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import type { Language } from '#client/i18n/index.ts';
import type { Upload } from '#client/store/upload-queue.ts';
import type { Sending } from '#client/store/outbox-queue.ts';
import { fill, h, type Child } from './dom.ts';
import type { VillageOf } from './villages.ts';

export interface VillageState {
  language: Language;
  /** `expired`: the same person still reports, and what they report waits until they sign in again. */
  phase: 'asking' | 'signed-out' | 'signed-in' | 'expired';
  session: SessionAnswer | null;
  /** Whether the last word from the server is the newest thing we know: false after a call that got no answer. */
  reached: boolean;
  /** Names of the reporter's township and village as far as they are known, in both languages. */
  place: { zh: string; en: string } | null;
  entries: readonly Sending[];
  /** Reports that this phone has sent, from its disk. */
  sent: readonly Sending[];
  /** Photos that are on their way from this phone. */
  photos: readonly Upload[];
  /** Of a township's officer: the villages to report for. */
  villages: readonly VillageOf[];
  incidents: ReadonlyMap<string, Incident>;
  /** What others have logged that this seat may see, and when it was read last: to ask whether it is the same. */
  around: readonly Incident[];
  aroundAt: number | undefined;
  /** Records of others to which this phone has added its own. */
  joined: readonly string[];
  timelines: ReadonlyMap<string, readonly Note[]>;
  /** Alerts that this village has to answer. */
  alerts: readonly Alert[];
  /** This phone could not keep a report: it is lost if the page is closed before it is sent. */
  unkept: boolean;
}

const LANGUAGE_KEY = 'fenghuo.language';

/** Everything that the page shows. */
export const village = createStore<VillageState>(() => ({
  language: localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'zh-CN',
  phase: 'asking',
  session: null,
  reached: navigator.onLine,
  place: null,
  entries: [],
  sent: [],
  photos: [],
  villages: [],
  incidents: new Map(),
  around: [],
  aroundAt: undefined,
  joined: [],
  timelines: new Map(),
  alerts: [],
  unkept: false,
}));

export function setLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language);
  village.setState({ language });
}

/** A part of a screen that is drawn again when what it picks has changed, and only then: nothing moves under a finger. */
export function live(
  until: AbortSignal,
  pick: (state: VillageState) => readonly unknown[],
  draw: (state: VillageState) => readonly Child[],
  className = 'live',
): HTMLElement {
  const element = h('div', { class: className });
  let picked: readonly unknown[] | undefined;
  const redraw = (state: VillageState): void => {
    const next = pick(state);
    if (picked && next.length === picked.length && next.every((value, i) => Object.is(value, picked?.[i]))) return;
    picked = next;
    fill(element, draw(state));
  };
  redraw(village.getState());
  until.addEventListener('abort', village.subscribe(redraw));
  return element;
}
