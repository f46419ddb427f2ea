import { h } from './dom.ts';
import { pictureOf } from './kinds.ts';
import { levelMark, picture } from './pictures.ts';
import { refreshIncidents } from './refresh.ts';
import { t, type Screen } from './screen.ts';
import { signOutButton } from './sign-out.ts';
import { live, village, type VillageState } from './state.ts';
import { isWaiting, viewsOf, type ReportView } from './views.ts';
import { levelWords, standingOf, statusWords, timeWords } from './words.ts';

const REFRESH_MS = 60_000;

/** Every report of the seat and where it stands. */
export const mineScreen: Screen = (until) => {
  void refreshIncidents();
  const timer = setInterval(() => document.visibilityState === 'visible' && void refreshIncidents(), REFRESH_MS);
  until.addEventListener('abort', () => clearInterval(timer));
  return h(
    'main',
    { class: 'screen' },
    h('h1', {}, t('mine.title')),
    live(
      until,
      ({ reached, incidents }) => [!reached && incidents.size > 0],
      ({ reached, incidents }) => [!reached && incidents.size > 0 && h('p', { class: 'hint' }, t('mine.asOf'))],
    ),
    live(until, ({ entries, sent, incidents, reached, phase }) => [entries, sent, incidents, reached, phase], list, 'list'),
    account(),
  );
};

function list(state: VillageState): HTMLElement[] {
  const views = viewsOf(state, state.session?.user.id ?? '');
  if (views.length === 0) return [h('p', { class: 'empty' }, t('mine.empty'))];
  return views.map((view) => card(view, state));
}

function card(view: ReportView, state: VillageState): HTMLElement {
  const { standing, words } = standingOf(view, state);
  const { incident } = view;
  const notes = view.notes.filter(isWaiting).length;
  const last = incident && incident.entries > 1 ? t('mine.last', { time: timeWords(incident.lastEntryAt, state) }) : '';
  return h(
    'a',
    { class: 'card', href: `#report/${view.id}` },
    picture(pictureOf(view.typeCode)),
    h(
      'span',
      { class: 'words' },
      h('strong', {}, incident?.exercise === true && h('span', { class: 'drill' }, t('mine.drill')), view.title),
      h('span', { class: 'sub' }, [incident?.number, t('mine.found', { time: timeWords(view.at, state) })].filter(Boolean).join(' · ')),
      h('span', { class: `standing ${standing}` }, words, standing === 'refused' && view.sending?.answer ? `：${standingOf(view, state).hint}` : ''),
      incident &&
        h(
          'span',
          { class: 'sub' },
          incident.severity?.value ? levelMark(incident.severity.value) : '',
          together([levelWords(incident, state), statusWords(incident, state), last]),
        ),
      notes > 0 && h('span', { class: 'standing waiting' }, t('mine.notes', { n: notes })),
    ),
  );
}

/** Parts of one line; a part is not broken. */
const together = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(' ', '\u00a0'))
    .join(' · ');

function account(): HTMLElement {
  const { session, place, language } = village.getState();
  const org = (language === 'en' ? place?.en : place?.zh) || session?.user.org || '';
  return h('section', { class: 'account' }, h('p', { class: 'hint' }, t('mine.signedInAs', { name: session?.user.name ?? '', org })), signOutButton());
}
