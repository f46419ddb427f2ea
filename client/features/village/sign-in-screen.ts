import { ApiError, Unreachable } from '#client/store/api.ts';
import { waitingOnThisPhone } from './disk.ts';
import { h } from './dom.ts';
import { goInstead, t, type Screen } from './screen.ts';
import { changePassword, signIn } from './session.ts';
import { village } from './state.ts';

const LOCKED = 429;

/** Also shown over a session that has ended: then the reporter may go back and report first. */
export const signInScreen: Screen = () => {
  const expired = village.getState().phase === 'expired';
  const username = field('username', {
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    value: village.getState().session?.user.username,
  });
  const password = field('password', { autocomplete: 'current-password', type: 'password' });
  const otp = field('otp', { autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 6 });
  const otpRow = h('label', { class: 'field', hidden: true }, h('span', {}, t('signIn.otp')), otp);
  const waiting = h('p', { class: 'notice', hidden: true });
  void waitingOnThisPhone().then((n) => {
    waiting.textContent = t('signIn.waiting', { n });
    waiting.hidden = n === 0;
  });
  const attempt = async (): Promise<void> => {
    if (username.value.trim() === '' || password.value === '') throw new Error(t('signIn.missing'));
    const code = otp.value.trim();
    await signIn({ username: username.value.trim(), password: password.value, ...(code === '' ? {} : { otp: code }) });
    goInstead('');
  };
  const failed = (error: unknown): string => {
    if (error instanceof ApiError && error.code === 'otp-required') {
      otpRow.hidden = false;
      otp.focus();
      return t('signIn.otpRequired');
    }
    return problemWords(error);
  };
  return h(
    'main',
    { class: 'screen sign-in' },
    h('h1', {}, t('signIn.title')),
    waiting,
    form(attempt, failed, t('signIn.go'), [
      h('label', { class: 'field' }, h('span', {}, t('signIn.username')), username),
      h('label', { class: 'field' }, h('span', {}, t('signIn.password')), h('span', { class: 'with-button' }, password, revealer(password))),
      otpRow,
    ]),
    expired && h('button', { type: 'button', class: 'quiet', onclick: () => goInstead('') }, t('signIn.cancel')),
    h('p', { class: 'hint' }, t('signIn.help')),
  );
};

/** The first sign-in with a password that somebody else has chosen. */
export const passwordScreen: Screen = () => {
  const current = field('current', { autocomplete: 'current-password', type: 'password' });
  const next = field('next', { autocomplete: 'new-password', type: 'password' });
  return h(
    'main',
    { class: 'screen sign-in' },
    h('h1', {}, t('password.title')),
    form(() => changePassword({ current: current.value, next: next.value }), problemWords, t('password.go'), [
      h('label', { class: 'field' }, h('span', {}, t('password.current')), h('span', { class: 'with-button' }, current, revealer(current))),
      h('label', { class: 'field' }, h('span', {}, t('password.next')), h('span', { class: 'with-button' }, next, revealer(next))),
    ]),
  );
};

function form(attempt: () => Promise<void>, failed: (error: unknown) => string, label: string, fields: readonly HTMLElement[]): HTMLFormElement {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const button = h('button', { class: 'primary' }, label);
  const submit = async (): Promise<void> => {
    button.disabled = true;
    button.textContent = t('signIn.going');
    problem.hidden = true;
    await attempt().catch((error: unknown) => {
      problem.textContent = failed(error);
      problem.hidden = false;
    });
    button.disabled = false;
    button.textContent = label;
  };
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    void submit();
  };
  return h('form', { onsubmit, novalidate: true }, ...fields, problem, button);
}

/** What went wrong at the door, in words. */
export function problemWords(error: unknown): string {
  if (error instanceof Unreachable) return t('signIn.noNetwork');
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'bad-credentials') return t('signIn.wrong');
  if (error.status === LOCKED) return t('signIn.locked');
  return t('signIn.failed', { message: error.message });
}

function field(name: string, props: Record<string, string | number | undefined>): HTMLInputElement {
  return h('input', { id: `field-${name}`, name, type: 'text', required: true, ...props });
}

function revealer(input: HTMLInputElement): HTMLButtonElement {
  const button = h('button', { type: 'button', class: 'small' }, t('signIn.show'));
  button.addEventListener('click', () => {
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.textContent = t(shown ? 'signIn.show' : 'signIn.hide');
  });
  return button;
}
