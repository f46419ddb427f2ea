import type { ShownStep } from './as-given.ts';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** What was done and when; what still waits on this phone is marked. */
export function Steps({ steps }: { steps: readonly ShownStep[] }) {
  const t = useWords();
  const time = useTime();
  return (
    <section aria-label={t('stage.times')}>
      <h2>{t('stage.times')}</h2>
      <ol className="steps">
        {steps.map(({ state, at, sentAt, pending }, n) => (
          <li key={`${state} ${at} ${n}`} data-pending={pending}>
            <b>{t.missionState(state)}</b>
            <span>
              {sentAt === undefined ? time(at) : t('stage.saidAt', { at: time(at), sent: time(sentAt) })}
              {pending && ` · ${t('stage.pending')}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
