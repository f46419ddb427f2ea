import { useEffect, useState } from 'react';
import { Unreachable } from '#client/store/api.ts';
import { Icon } from '#client/ui/icon.tsx';
import { pushState, turnPushOff, turnPushOn, type PushState } from './push.ts';
import { useWords } from './use-words.ts';

/** The lock screen. Where it can't be, one sentence says why, and that the open page still tells. */
export function NotifySwitch() {
  const t = useWords();
  const [state, setState] = useState<PushState | 'asking' | 'failed'>();
  useEffect(() => {
    // Without a network nothing can be said of the server: then nothing is.
    pushState(t.language).then(setState, (error: unknown) => {
      if (!(error instanceof Unreachable)) setState('failed');
    });
  }, [t.language]);
  if (state === undefined) return null;
  const change = (turn: () => Promise<PushState>): void => {
    setState('asking');
    turn().then(setState, (error: unknown) => {
      console.warn('The lock screen could not be switched.', error);
      setState('failed');
    });
  };
  return (
    <section className="card notify" aria-label={t('notify.title')}>
      <p role="status">
        <Icon name={state === 'on' ? 'bell' : 'bellOff'} size={20} />
        <span>{t(`notify.${state}`)}</span>
      </p>
      {state === 'off' && (
        <button type="button" className="secondary" onClick={() => change(() => turnPushOn(t.language))}>
          {t('notify.turnOn')}
        </button>
      )}
      {state === 'on' && (
        <button type="button" className="quiet" onClick={() => change(turnPushOff)}>
          {t('notify.turnOff')}
        </button>
      )}
    </section>
  );
}
