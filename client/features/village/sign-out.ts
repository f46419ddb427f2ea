import { Unreachable } from '#client/store/api.ts';
import { fill, h } from './dom.ts';
import { goInstead, t } from './screen.ts';
import { signOut } from './session.ts';
import { problemWords } from './sign-in-screen.ts';
import { village } from './state.ts';
import { waitingIn } from './views.ts';

/** Asks again only when something is still waiting to be sent. */
export function signOutButton(): HTMLElement {
  const place = h('div', { class: 'stack' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const leave = async (): Promise<void> => {
    await signOut().then(
      () => goInstead(''),
      (error: unknown) => {
        problem.textContent = error instanceof Unreachable ? t('signOut.noNetwork') : problemWords(error);
        problem.hidden = false;
        problem.scrollIntoView({ block: 'center' });
      },
    );
  };
  const button = (label: string, onclick: () => void, className = 'quiet'): HTMLElement => h('button', { type: 'button', class: className, onclick }, label);
  const calm = (): void => fill(place, [button(t('signOut.go'), first), problem]);
  const first = (): void => {
    const n = waitingIn(village.getState());
    if (n === 0) return void leave();
    fill(place, [
      h('p', { class: 'notice' }, t('signOut.sure', { n })),
      button(t('signOut.stay'), calm, 'primary'),
      button(t('signOut.go'), () => void leave()),
      problem,
    ]);
  };
  calm();
  return place;
}
