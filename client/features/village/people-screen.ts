import { now, nowIso } from './clock.ts';
import { reportOf, titleOf, type Draft, type Reporter, type Risk } from './compose.ts';
import { fill, h } from './dom.ts';
import { change, discard, draftNow } from './draft.ts';
import { picture } from './pictures.ts';
import { photoField } from './photo-field.ts';
import { movePhotos } from './photos.ts';
import { reporterOf } from './reporter.ts';
import { addNote, file } from './reports.ts';
import { join, refreshIncidents } from './refresh.ts';
import { AROUND_WITHIN_MS, sameAs } from './same.ts';
import { goInstead, t, type Screen } from './screen.ts';
import { live, village, type VillageState } from './state.ts';
import { viewOfIncident, viewsOf, type ReportView } from './views.ts';
import { timeWords } from './words.ts';

const RISKS: readonly Risk[] = ['none', 'some', 'many', 'trapped'];
const MOST = 9_999;

/** Third tap: who is at risk. Then send. */
export const peopleScreen: Screen = (until) => {
  const { language } = village.getState();
  const reporter = reporterOf(draftNow());
  const needsWords = draftNow()?.kind === 'words';
  const preview = h('p', { class: 'preview' });
  const send = h('button', { type: 'button', class: 'primary send' });
  const choices = h('div', { class: 'pair', role: 'group', 'aria-label': t('people.title') });
  const counts = h('div', { class: 'steppers' });

  const show = (): void => {
    const draft = draftNow();
    if (!draft) return;
    const ready = draft.risk !== undefined && (!needsWords || (draft.text ?? '').trim() !== '');
    fill(preview, [h('strong', {}, titleOf(draft, reporter, language)), h('span', { class: 'sub' }, detailWords(draft))]);
    send.disabled = !ready;
    send.textContent = ready ? t('send.go') : t(draft.risk === undefined ? 'send.choose' : 'send.words');
    for (const [i, button] of [...choices.children].entries()) button.setAttribute('aria-pressed', String(RISKS[i] === draft.risk));
    fill(counts, draft.risk === 'none' ? [] : [stepper('trapped', draft, set), stepper('missing', draft, set)]);
  };
  const set = (part: Partial<Draft>): void => {
    change(part);
    show();
  };
  const choose = (risk: Risk): void => {
    set({ risk, ...(risk === 'none' ? { trapped: 0, missing: 0 } : {}), ...(risk === 'some' || risk === 'many' ? { trapped: 0 } : {}) });
  };
  fill(
    choices,
    RISKS.map((risk) => h('button', { type: 'button', class: 'tile wide', onclick: () => choose(risk) }, picture(risk), h('span', {}, t(`people.${risk}`)))),
  );
  const text = h('textarea', { id: 'field-text', rows: 2, maxlength: 500, placeholder: t('people.example'), oninput: () => set({ text: text.value }) });
  text.value = draftNow()?.text ?? '';
  const same = h('div', { class: 'same', hidden: true, role: 'alert' });
  send.addEventListener('click', () => {
    const before = earlier(reporter);
    if (before) return askSame(same, before, reporter);
    send.disabled = true;
    void sendNow(reporter);
  });
  show();
  void refreshIncidents();
  return h(
    'main',
    { class: 'screen with-send' },
    h('h1', {}, t('people.title')),
    choices,
    counts,
    h('label', { class: 'field' }, h('span', {}, t(needsWords ? 'people.required' : 'people.text')), text),
    photoField(until, draftNow()?.id ?? ''),
    h(
      'div',
      { class: 'send-bar' },
      same,
      preview,
      live(
        until,
        (state) => [knowsOthers(state)],
        (state) => (knowsOthers(state) ? [] : [h('p', { class: 'sub' }, t('same.onlyHere'))]),
      ),
      send,
    ),
  );
};

const FRESH_MS = 15 * 60_000;

/** Whether what others have logged could be read lately. */
const knowsOthers = ({ aroundAt, reached }: VillageState): boolean => reached && aroundAt !== undefined && now() - aroundAt < FRESH_MS;

/** A report of this phone, or a record that the township or anybody else here has made, that this one may be the same as. */
function earlier(reporter: Reporter): ReportView | undefined {
  const draft = draftNow();
  const state = village.getState();
  if (!draft) return undefined;
  const others = viewsOf(state, state.session?.user.id ?? '').filter(({ id }) => id !== draft.id);
  const report = reportOf(draft, reporter, state.language);
  const around = state.around.flatMap((incident) => viewOfIncident(incident) ?? []);
  return sameAs(report, draft.at, others) ?? sameAs(report, draft.at, around, AROUND_WITHIN_MS);
}

/** Somebody else's record. */
const others = ({ id }: ReportView): boolean => village.getState().around.some((one) => one.id === id);

function askSame(box: HTMLElement, before: ReportView, reporter: Reporter): void {
  box.hidden = false;
  fill(box, [
    h('strong', {}, t('same.title')),
    h('span', {}, t(others(before) ? 'same.registered' : 'same.before', { time: timeWords(before.at, village.getState()), title: before.title })),
    h('button', { type: 'button', class: 'primary', onclick: () => void addTo(before, reporter) }, t('same.yes')),
    h('button', { type: 'button', class: 'quiet', onclick: () => void sendNow(reporter) }, t('same.no')),
  ]);
  box.scrollIntoView({ block: 'nearest' });
}

/** Says it to the earlier report instead, with the time of the first tap and with its photos. */
async function addTo(before: ReportView, reporter: Reporter): Promise<void> {
  const draft = draftNow();
  if (!draft) return;
  const theirs = village.getState().around.find(({ id }) => id === before.id);
  if (theirs) join(theirs);
  const text = draft.text?.trim();
  await addNote(before.id, [titleOf(draft, reporter, village.getState().language), ...(text ? [text] : [])].join('\n'), draft.at);
  await movePhotos(draft.id, before.id);
  discard();
  goInstead(`report/${before.id}`);
}

async function sendNow(reporter: Reporter): Promise<void> {
  const draft = draftNow();
  if (!draft) return;
  // The draft goes when the report is on the disk, not before: a tab may be killed between the two.
  await file(draft.id, reportOf(draft, reporter, village.getState().language));
  discard();
  goInstead(`report/${draft.id}`);
}

function detailWords(draft: Draft): string {
  const time = t('send.at', { time: timeWords(draft.at < nowIso() ? draft.at : nowIso(), village.getState()) });
  return draft.spot?.how === 'here' ? `${time} · ${t('where.sentHere', { m: Math.ceil(draft.spot.fix.accuracyM) })}` : time;
}

/** A figure that nobody has given is unknown, not 0. */
function stepper(what: 'trapped' | 'missing', draft: Draft, set: (part: Partial<Draft>) => void): HTMLElement {
  const count = draft[what] ?? 0;
  const label = t(`people.${what}Count`);
  const to = (next: number): void => {
    set({ [what]: next, ...(what === 'trapped' && next > 0 ? { risk: 'trapped' } : draft.risk === undefined && next > 0 ? { risk: 'some' } : {}) });
    document.getElementById(`${what}-${next > count ? 'more' : 'less'}`)?.focus();
  };
  return h(
    'div',
    { class: 'stepper', role: 'group', 'aria-label': label },
    h('span', { class: 'label' }, label),
    h(
      'button',
      { type: 'button', id: `${what}-less`, 'aria-label': t('people.less', { what: label }), disabled: count === 0, onclick: () => to(count - 1) },
      '−',
    ),
    h('output', { class: count === 0 ? 'unknown' : 'number' }, count === 0 ? t('people.unknown') : String(count)),
    h(
      'button',
      { type: 'button', id: `${what}-more`, 'aria-label': t('people.more', { what: label }), disabled: count >= MOST, onclick: () => to(count + 1) },
      '+',
    ),
  );
}
