import { dismiss, useOutbox, type Sending } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { conflictWords } from './conflict.ts';
import { hasText } from './text.ts';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** What was given here and not applied: what stood against it and since when, until somebody has read it. */
export function Conflicts() {
  const refused = useOutbox().filter(({ state }) => state === 'refused');
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="conflicts">
      {refused.map((entry) => (
        <Conflict key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

export function Conflict({ entry }: { entry: Sending }) {
  const t = useWords();
  const time = useTime();
  const missions = useDocuments('mission');
  const name = `order.${entry.type}`;
  return (
    <section className="card conflict">
      <h2>
        <Icon name="warn" size={20} />
        {hasText(name) ? t(name) : entry.type} · {t('state.refused')}
      </h2>
      <p>{conflictWords(entry, missions.values(), t, time)}</p>
      {entry.type.startsWith('dispatch.') && <p className="hint">{t('conflict.never')}</p>}
      <p className="hint">{t('queue.given', { at: time(entry.at) })}</p>
      <button type="button" className="secondary" onClick={() => dismiss(entry.id)}>
        {t('queue.dismiss')}
      </button>
    </section>
  );
}
