import { placeName, type Fix } from './compose.ts';
import { h } from './dom.ts';
import { change, draftNow } from './draft.ts';
import { locate, type Locating } from './locate.ts';
import { picture } from './pictures.ts';
import { reporterOf } from './reporter.ts';
import { go, t, type Screen } from './screen.ts';
import { village } from './state.ts';

const COARSE_M = 200;
const KM = 1000;

/** Second tap: where. */
export const whereScreen: Screen = (until) => {
  const started = Date.now();
  let locating: Locating = { state: 'asking' };
  const fix = (): Fix | undefined => (locating.state === 'fixed' ? locating.fix : undefined);

  const status = h('span', { class: 'sub', role: 'status' });
  const here = h(
    'button',
    { type: 'button', class: 'choice', disabled: true, onclick: () => leaveHere(fix()) },
    picture('pin'),
    h('span', { class: 'words' }, h('strong', {}, t('where.here')), status),
  );
  const show = (): void => {
    status.textContent = locatingWords(locating, Math.floor((Date.now() - started) / 1000));
    here.disabled = !fix();
  };
  locate(until, (next) => {
    locating = next;
    show();
  });
  const timer = setInterval(show, 1000);
  until.addEventListener('abort', () => clearInterval(timer));

  return h('main', { class: 'screen' }, h('h1', {}, t('where.title')), villageField(), h('div', { class: 'choices' }, here, elsewhere(fix)));
};

/** A township's officer says for which village. Nobody else has a choice. */
function villageField(): HTMLElement | null {
  const { villages, language } = village.getState();
  if (villages.length === 0) return null;
  const chosen = draftNow()?.org ?? '';
  const option = (id: string, label: string): HTMLElement => h('option', { value: id, selected: id === chosen }, label);
  const select = h('select', { id: 'field-village', onchange: () => change({ org: select.value }) }, option('', t('where.township')));
  select.append(...villages.map(({ id, zh, en }) => option(id, language === 'en' ? en : zh)));
  return h('label', { class: 'field' }, h('span', {}, t('where.forVillage')), select);
}

/** A spot of the own village, told in words. */
function elsewhere(fix: () => Fix | undefined): HTMLElement {
  const { language } = village.getState();
  const { spot } = draftNow() ?? {};
  const name = placeName(reporterOf(draftNow()), language);
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true }, t('where.empty'));
  const words = h('input', {
    id: 'field-words',
    type: 'text',
    maxlength: 100,
    placeholder: t('where.example'),
    autocomplete: 'off',
    enterkeyhint: 'next',
    value: spot?.how === 'words' ? spot.words : '',
  });
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    problem.hidden = words.value.trim() !== '';
    if (!problem.hidden) return words.focus();
    const position = fix();
    change({ spot: { how: 'words', words: words.value.trim(), ...(position ? { fix: position } : {}) } });
    go('people');
  };
  const form = h(
    'form',
    { onsubmit, hidden: spot?.how !== 'words' },
    h('label', { class: 'field' }, h('span', {}, t('where.words')), words),
    problem,
    h('button', { class: 'primary' }, t('where.next')),
  );
  const open = (): void => {
    form.hidden = false;
    words.focus();
    form.scrollIntoView({ block: 'end' });
  };
  const button = h(
    'button',
    { type: 'button', class: 'choice', onclick: open },
    picture('village'),
    h('span', { class: 'words' }, h('strong', {}, t('where.village')), h('span', { class: 'sub' }, t('where.villageHint', { place: name }))),
  );
  return h('div', { class: 'stack' }, button, form);
}

function leaveHere(fix: Fix | undefined): void {
  if (!fix) return;
  change({ spot: { how: 'here', fix } });
  go('people');
}

function locatingWords(locating: Locating, seconds: number): string {
  if (locating.state === 'asking') return t('where.locating', { s: seconds });
  if (locating.state !== 'fixed') return t(`where.${locating.state}`);
  const { accuracyM } = locating.fix;
  if (accuracyM >= KM) return t('where.coarseKm', { km: Math.ceil(accuracyM / KM) });
  return t(accuracyM > COARSE_M ? 'where.coarse' : 'where.fixed', { m: Math.ceil(accuracyM) });
}
