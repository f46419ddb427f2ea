import type { Mission } from '#shared/dispatch/mission.ts';
import { addMinutes } from '#shared/time.ts';
import { serverNow } from '#client/store/connection.ts';
import { send, type Sending } from '#client/store/outbox.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatAge } from '#client/ui/time.ts';
import { leftWords } from './minutes.ts';
import { useNow, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** People in danger say that they are well: one button, and until when. */
export function Welfare({ mission, waiting }: { mission: Mission; waiting: readonly Sending[] }) {
  const t = useWords();
  const time = useTime();
  const now = useNow();
  const { welfare, dispatchId = '' } = mission;
  if (!welfare) return null;
  const said = waiting.findLast(({ type }) => type === 'dispatch.welfare');
  const lastAt = said?.at ?? welfare.lastAt;
  const left = Date.parse(addMinutes(lastAt, welfare.everyMinutes)) - now;
  return (
    <section className="welfare" data-over={left <= 0} aria-label={t('welfare.go')}>
      <p>
        <strong role="timer">{left > 0 ? t('welfare.left', { left: leftWords(left, t) }) : t('welfare.over', { over: formatAge(-left, t.language) })}</strong>
        <span>
          {t('welfare.last', { at: time(lastAt) })}
          {said && ` (${t('stage.pending')})`} · {t('welfare.rule', { n: welfare.everyMinutes })}
        </span>
      </p>
      <button type="button" className="well large" onClick={() => send('dispatch.welfare', { dispatchId, at: new Date(serverNow()).toISOString() })}>
        <Icon name="done" size={24} />
        {t('welfare.go')}
      </button>
    </section>
  );
}
