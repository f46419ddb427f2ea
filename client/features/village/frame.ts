import { h, type Child } from './dom.ts';
import { picture } from './pictures.ts';
import { go, t } from './screen.ts';
import { live, setLanguage, village, type VillageState } from './state.ts';
import { waitingIn } from './views.ts';

/** The bar that is always there: whose page, signal, what waits. Without signal, or signed out by the server, the whole bar turns, in words too. */
export function bar(until: AbortSignal): HTMLElement {
  const { language, place, session } = village.getState();
  const name = (language === 'en' ? place?.en : place?.zh) || session?.user.name || t('app.product');
  const toggle = h(
    'button',
    { type: 'button', class: 'language', lang: language === 'en' ? 'zh-CN' : 'en', onclick: () => setLanguage(language === 'en' ? 'zh-CN' : 'en') },
    t('bar.language'),
  );
  const header = h(
    'header',
    { class: 'bar' },
    h('span', { class: 'whose' }, h('strong', {}, t(session?.user.role === 'team' ? 'team.title' : 'app.name')), h('span', {}, name)),
    live(until, signalOf, signal, 'signal'),
    toggle,
  );
  return h(
    'div',
    { class: 'top' },
    header,
    live(until, (state) => [...signalOf(state), state.phase, state.unkept], notices, 'notices'),
  );
}

const signalOf = (state: VillageState): readonly unknown[] => [state.reached, waitingIn(state)];

function signal(state: VillageState): Child[] {
  const n = waitingIn(state);
  if (!state.reached) return [];
  return [n > 0 ? h('span', { class: 'pending' }, t('bar.waiting', { n })) : h('span', { class: 'fine' }, t('bar.online'))];
}

function notices(state: VillageState): Child[] {
  const n = waitingIn(state);
  return [
    !state.reached && state.phase !== 'asking' && h('p', { class: 'warn', role: 'status' }, n > 0 ? t('bar.offlineWaiting', { n }) : t('bar.offline')),
    state.reached &&
      state.phase === 'expired' &&
      h('p', { class: 'warn' }, t('bar.expired'), h('button', { type: 'button', onclick: () => go('sign-in') }, t('bar.signIn'))),
    state.unkept && h('p', { class: 'warn' }, t('bar.unkept')),
  ];
}

/** Below the steps: the way back and how far it is. */
export function stepBar(step: number | undefined): HTMLElement {
  return h(
    'div',
    { class: 'step-bar' },
    h('button', { type: 'button', class: 'back', onclick: () => history.back() }, picture('back'), t('tab.back')),
    step !== undefined &&
      h('span', { class: 'dots', role: 'img', 'aria-label': t('tab.step', { n: step }) }, ...[1, 2, 3].map((n) => h('i', { class: n <= step ? 'on' : '' }))),
    step !== undefined && h('span', { class: 'hint', 'aria-hidden': 'true' }, t('tab.step', { n: step })),
  );
}

export function tabs(until: AbortSignal, here: 'report' | 'mine'): HTMLElement {
  const tab = (name: 'report' | 'mine', href: string, ...children: Child[]): HTMLElement =>
    h(
      'a',
      { href, 'aria-current': name === here ? 'page' : undefined },
      picture(name === 'report' ? 'report' : 'list'),
      h('span', {}, t(`tab.${name}`)),
      ...children,
    );
  const badge = live(
    until,
    (state) => [waitingIn(state)],
    (state) => [waitingIn(state) > 0 && h('b', { class: 'badge' }, String(waitingIn(state)))],
  );
  return h('nav', { class: 'tabs' }, tab('report', '#'), tab('mine', '#mine', badge));
}
