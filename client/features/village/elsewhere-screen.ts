import { h } from './dom.ts';
import { t, type Screen } from './screen.ts';
import { signOutButton } from './sign-out.ts';

/** A team's seat has a page of its own. */
export const teamScreen: Screen = () =>
  h(
    'main',
    { class: 'screen' },
    h('h1', {}, t('team.title')),
    h('p', { class: 'text' }, t('team.text')),
    h('a', { class: 'primary', href: '/team' }, t('team.go')),
    signOutButton(),
  );

/** Any other seat works at the desk. */
export const otherScreen: Screen = () =>
  h(
    'main',
    { class: 'screen' },
    h('h1', {}, t('other.title')),
    h('p', { class: 'text' }, t('other.text')),
    h('a', { class: 'primary', href: '/' }, t('other.go')),
    signOutButton(),
  );
