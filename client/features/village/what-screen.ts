import { h } from './dom.ts';
import { begin } from './draft.ts';
import { PICTURED, UNPICTURED, type Kind } from './kinds.ts';
import { picture } from './pictures.ts';
import { go, t, type Screen } from './screen.ts';
import { village } from './state.ts';
import { sayIfKnown } from './text.ts';

const EMERGENCY = ['120', '119', '110'] as const;

/** First tap: what. */
export const whatScreen: Screen = () =>
  h(
    'main',
    { class: 'screen' },
    h('h1', {}, t('what.title')),
    h('p', { class: 'hint' }, t('what.hint')),
    h(
      'div',
      { class: 'grid' },
      ...PICTURED.map((kind) => tile(kind)),
      h('button', { type: 'button', class: 'tile', onclick: () => go('more') }, picture('other'), h('span', {}, t('what.more'))),
    ),
    h(
      'section',
      { class: 'calls', 'aria-label': t('what.call') },
      h('p', { class: 'hint' }, t('what.call')),
      h('div', { class: 'row' }, ...EMERGENCY.map((number) => h('a', { class: 'call', href: `tel:${number}` }, t(`call.${number}`)))),
    ),
  );

/** What has no picture of its own. */
export const moreScreen: Screen = () =>
  h(
    'main',
    { class: 'screen' },
    h('h1', {}, t('what.more')),
    h(
      'div',
      { class: 'twos' },
      ...UNPICTURED.map((kind) =>
        h('button', { type: 'button', class: 'line', onclick: () => chosen(kind) }, t(kind === 'words' ? 'kind.wordsChoice' : `kind.${kind}`)),
      ),
    ),
  );

function tile(kind: (typeof PICTURED)[number]): HTMLElement {
  const label = sayIfKnown(village.getState().language, `tile.${kind}`) ?? t(`kind.${kind}`);
  return h('button', { type: 'button', class: 'tile', onclick: () => chosen(kind) }, picture(kind), h('span', {}, label));
}

function chosen(kind: Kind): void {
  begin(kind);
  go('where');
}
