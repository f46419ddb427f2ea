import type { Incident, Note } from '#shared/incident/state.ts';
import type { Refused } from '#shared/order.ts';
import { formatTime } from '#client/ui/time.ts';
import { now } from './clock.ts';
import type { VillageState } from './state.ts';
import { say, sayIfKnown, type Key } from './text.ts';
import type { ReportView } from './views.ts';

type Known = Pick<VillageState, 'language' | 'reached' | 'phase'>;

/** `02:31` today, `06-01 02:31` before. */
export const timeWords = (iso: string, { language }: Pick<Known, 'language'>): string => formatTime(iso, language, now());

export type Standing = 'waiting' | 'sent' | 'refused';

/** Where a report stands on its way to the desk, in words. */
export function standingOf(view: ReportView, state: Known): { standing: Standing; words: string; hint: string } {
  const say = sayer(state.language);
  const { sending, sentAt } = view;
  if (sentAt !== undefined) return { standing: 'sent', words: say('state.sent', { time: timeWords(sentAt, state) }), hint: say('state.sentHint') };
  if (sending?.state === 'refused')
    return { standing: 'refused', words: say('state.refused'), hint: sending.answer && !sending.answer.ok ? refusalWords(sending.answer, state.language) : '' };
  return { standing: 'waiting', ...waitingWords(sending?.state === 'sending', sending?.waitsFor, state) };
}

function waitingWords(sending: boolean, waitsFor: string | undefined, { language, reached, phase }: Known): { words: string; hint: string } {
  const say = sayer(language);
  const kept = say('state.keepHint');
  if (!reached) return { words: say('state.waitingSignal'), hint: kept };
  if (phase !== 'signed-in') return { words: say('state.waitingSignIn'), hint: say('state.signInHint') };
  if (sending) return { words: say('state.sending'), hint: kept };
  if (waitsFor !== undefined && waitsFor !== 'network') return { words: say('state.waitingServer'), hint: say('state.serverHint') };
  return { words: say('state.waiting'), hint: kept };
}

/** Why the server said no, for the person who must do something about it. */
export function refusalWords({ code, message, details = [] }: Refused, language: VillageState['language']): string {
  const say = sayer(language);
  if (code === 'invalid' && details.some(({ message }) => /future/.test(message))) return say('refused.future');
  if (code === 'invalid') return say('refused.invalid', { fields: details.map(({ path }) => path).join(', ') || message });
  return sayIfKnown(language, `refused.${code}`) ?? message;
}

/** What became of it: open or closed, since when. */
export function statusWords(incident: Incident, state: Known): string {
  const say = sayer(state.language);
  return incident.status === 'closed' ? say('report.closed', { time: timeWords(incident.closedAt, state) }) : say('report.open');
}

export function levelWords({ severity }: Pick<Incident, 'severity'>, { language }: Pick<Known, 'language'>): string {
  const say = sayer(language);
  if (!severity) return say('report.notAssessed');
  const level = severity.value === null ? say('report.noLevel') : say(`level.${severity.value}`);
  return say(severity.standing === 'set' ? 'report.set' : 'report.proposed', { level });
}

const COUNTS = ['dead', 'missing', 'seriousInjured', 'minorInjured', 'trapped', 'evacuated'] as const;

/** The figures that were given; nothing about those that were not. */
export function casualtyWords(casualties: Incident['casualties'], { language }: Pick<Known, 'language'>): string {
  const say = sayer(language);
  const given = COUNTS.flatMap((count) => (casualties[count] === undefined ? [] : [say(`count.${count}`, { n: casualties[count] })]));
  return given.join(language === 'en' ? ', ' : '，');
}

export function authorWords({ by }: Pick<Note, 'by'>, { language, session }: Pick<VillageState, 'language' | 'session'>): string {
  if (by.id === session?.user.id) return say(language, 'by.me');
  return sayIfKnown(language, `by.${by.role}`) ?? by.name;
}

const sayer =
  (language: VillageState['language']) =>
  (key: Key, given?: Parameters<typeof say>[2]): string =>
    say(language, key, given);
