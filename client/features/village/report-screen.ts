import type { Payload } from '#shared/catalogue.ts';
import type { Note } from '#shared/incident/state.ts';
import { nowIso } from './clock.ts';
import { draftOf } from './compose.ts';
import { h, type Child } from './dom.ts';
import { restart } from './draft.ts';
import { pictureOf } from './kinds.ts';
import { levelMark, picture } from './pictures.ts';
import { noteForm } from './note-form.ts';
import { photoField } from './photo-field.ts';
import { refreshTimeline } from './refresh.ts';
import { dismiss } from './reports.ts';
import { go, t, type Screen } from './screen.ts';
import { live, village, type VillageState } from './state.ts';
import { sayIfKnown } from './text.ts';
import { viewsOf, type ReportView } from './views.ts';
import { whereItIs } from './where-it-is.ts';
import { authorWords, casualtyWords, levelWords, standingOf, statusWords, timeWords } from './words.ts';

const REFRESH_MS = 30_000;
const LATEST = 8;

/** One report: its way to the desk, what the desk made of it, and room for one more line. */
export const reportScreen =
  (id: string): Screen =>
  (until) => {
    const view = (state: VillageState): ReportView | undefined => viewsOf(state, state.session?.user.id ?? '').find((one) => one.id === id);
    const taken = (): boolean => view(village.getState())?.sentAt !== undefined;
    const refresh = (): void => void (document.visibilityState === 'visible' && taken() && refreshTimeline(id));
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    until.addEventListener('abort', () => clearInterval(timer));
    // An answer came while this screen is open: the number, or the entry that a note became, is wanted at once.
    until.addEventListener(
      'abort',
      village.subscribe((state, before) => answered(view(state)) > answered(view(before)) && refresh()),
    );

    const facts = ({ entries, sent, incidents, reached, phase }: VillageState): readonly unknown[] => [entries, sent, incidents, reached, phase];
    return h(
      'main',
      { class: 'screen' },
      live(until, facts, (state) => head(view(state), state), 'stack'),
      live(
        until,
        (state) => [state.timelines.get(id), state.entries, state.incidents.get(id)],
        (state) => log(view(state), state),
        'stack',
      ),
      live(
        until,
        (state) => [noteStanding(view(state))],
        (state) => [
          noteStanding(view(state)) === 'open' && noteForm(id),
          noteStanding(view(state)) !== 'none' && photoField(until, id),
          noteStanding(view(state)) === 'closed' && h('p', { class: 'hint' }, t('report.noteClosed')),
        ],
        'stack',
      ),
      h('button', { type: 'button', class: 'quiet', onclick: () => go('') }, t('report.new')),
    );
  };

function head(view: ReportView | undefined, state: VillageState): Child[] {
  if (!view) return [h('p', { class: 'empty' }, t('report.unknown'))];
  const { standing, words, hint } = standingOf(view, state);
  const { incident } = view;
  return [
    h(
      'section',
      { class: `banner ${standing}`, role: 'status' },
      h('strong', {}, words),
      h('span', {}, hint),
      standing === 'refused' && h('span', {}, t('refused.call')),
    ),
    standing === 'refused' && refusedButtons(view),
    h(
      'h1',
      { class: 'report-title' },
      picture(pictureOf(view.typeCode)),
      h('span', {}, incident?.exercise === true && h('span', { class: 'drill' }, t('mine.drill')), view.title),
    ),
    h('dl', {}, ...rows(view, state).flatMap(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)])),
  ];
}

function rows(view: ReportView, state: VillageState): [Parameters<typeof t>[0], Child][] {
  const { incident } = view;
  const found: [Parameters<typeof t>[0], Child][] = [
    ['report.number', incident?.number ?? (view.sending?.state === 'refused' ? '—' : t('report.noNumber'))],
    ['report.found', timeWords(view.at, state)],
    ['report.where', view.place],
  ];
  if (!incident) return found;
  const people = casualtyWords(incident.casualties, state);
  const level = h('span', { class: 'with-mark' }, incident.severity?.value ? levelMark(incident.severity.value) : '', levelWords(incident, state));
  return [
    ...found,
    ['report.logged', timeWords(incident.loggedAt, state)],
    ...(people === '' ? [] : [['report.people', people] as [Parameters<typeof t>[0], Child]]),
    ['report.level', level],
    ['report.status', statusWords(incident, state)],
    ...whereItIs(incident, state).map(([key, words]): [Parameters<typeof t>[0], Child] => [key, words]),
  ];
}

/** The newest entries of the desk's log, and above them what waits on this phone. */
function log(view: ReportView | undefined, state: VillageState): Child[] {
  if (!view || view.sending?.state === 'refused') return [];
  const entries = state.timelines.get(view.id) ?? [];
  const waiting = view.notes.filter(({ id, state: at }) => at !== 'recorded' || !entries.some((entry) => isEntryOf(entry, view, id)));
  const items = [
    ...waiting
      .slice()
      .reverse()
      .map((note) => noteItem(note, state)),
    ...entries
      .slice(-LATEST)
      .slice()
      .reverse()
      .map((entry) => entryItem(entry, state)),
  ];
  return [h('h2', {}, t('report.timeline')), items.length === 0 ? h('p', { class: 'hint' }, t('report.noTimeline')) : h('ol', { class: 'log' }, ...items)];
}

/** How many of its orders, the report itself and notes to it, have been recorded. */
function answered(view: ReportView | undefined): number {
  return view ? [view.sending, ...view.notes].filter((sending) => sending?.state === 'recorded').length : 0;
}

/** Whether an entry is what a note of this phone became. */
function isEntryOf(entry: Note, view: ReportView, noteId: string): boolean {
  const answer = view.notes.find(({ id }) => id === noteId)?.answer;
  return answer?.ok === true && answer.refs['note'] === entry.id;
}

function entryItem(entry: Note, state: VillageState): HTMLElement {
  const head = [timeWords(entry.at, state), sayIfKnown(state.language, `entry.${entry.entry}`) ?? t('entry.other'), authorWords(entry, state)].join(' · ');
  return h('li', {}, h('span', { class: 'sub' }, head), entry.correctedBy === undefined ? entry.text : h('s', {}, entry.text));
}

function noteItem(note: ReportView['notes'][number], state: VillageState): HTMLElement {
  const { text, at = note.at } = note.payload as Payload<'incident.note'>;
  const { standing, words, hint } = standingOf(
    {
      id: note.id,
      title: '',
      typeCode: '',
      place: '',
      at,
      sending: note,
      notes: [],
      ...(note.state === 'recorded' && note.answeredAt ? { sentAt: note.answeredAt } : {}),
    },
    state,
  );
  const gone = standing === 'refused' && h('button', { type: 'button', class: 'small', onclick: () => dismiss(note.id) }, t('refused.dismiss'));
  return h(
    'li',
    {},
    h('span', { class: `standing ${standing}` }, `${timeWords(at, state)} · ${words}${standing === 'refused' ? `：${hint}` : ''}`),
    text,
    gone,
  );
}

function refusedButtons({ id, sending }: ReportView): HTMLElement {
  const again = (): void => {
    const { session, place, language } = village.getState();
    // Only orders made by `reportOf` are shown as reports.
    restart(draftOf(sending?.payload as Payload<'incident.log'>, { org: session?.user.org ?? '', place }, language, nowIso()));
    dismiss(id);
    go('people');
  };
  const gone = (): void => {
    dismiss(id);
    go('mine');
  };
  return h(
    'div',
    { class: 'row' },
    h('button', { type: 'button', class: 'primary', onclick: again }, t('refused.again')),
    h('button', { type: 'button', class: 'quiet', onclick: gone }, t('refused.dismiss')),
  );
}

function noteStanding(view: ReportView | undefined): 'open' | 'closed' | 'none' {
  if (!view || (view.sending?.state === 'refused' && !view.incident)) return 'none';
  return view.incident?.status === 'closed' ? 'closed' : 'open';
}
