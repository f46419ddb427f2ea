import { useConnection } from '#client/store/connection.ts';
import { isWaiting, useOutbox, useUnkept } from '#client/store/outbox.ts';
import { useSession } from '#client/store/session.ts';
import { useUploads } from '#client/store/uploads.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Mark } from '#client/ui/mark.tsx';
import { SharingLine } from './sharing.tsx';
import { useHeldNotes } from './held-notes.ts';
import { useTeam, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** What is always in sight: whose page it is, whether what is seen is what is, and what waits to be sent. */
export function Bar() {
  const t = useWords();
  const team = useTeam();
  const user = useSession()?.user;
  const unkept = useUnkept();
  return (
    <header className="bar">
      <div className="whose">
        <Mark size={26} />
        <span>
          <strong>{t('app.name')}</strong>
          <span>{team?.name ?? user?.name}</span>
        </span>
        <QueueButton />
      </div>
      <Line />
      <SharingLine />
      {unkept && <p className="strip strip-no">{t('bar.unkept')}</p>}
    </header>
  );
}

function QueueButton() {
  const t = useWords();
  const entries = useOutbox();
  const uploads = useUploads();
  const waiting = entries.filter(isWaiting).length + uploads.filter(({ state }) => state !== 'refused').length + useHeldNotes().length;
  const refused = entries.filter(({ state }) => state === 'refused').length + uploads.filter(({ state }) => state === 'refused').length;
  const words = refused > 0 ? t('bar.refused', { n: refused }) : waiting > 0 ? t('bar.waiting', { n: waiting }) : t('bar.queue');
  return (
    <a className="queue-button" href="#queue" data-refused={refused > 0} data-waiting={waiting > 0}>
      <Icon name="outbox" size={18} />
      {words}
    </a>
  );
}

/** Nothing waits in silence: whatever is not so yet, the line says what for. */
function Line() {
  const t = useWords();
  const time = useTime();
  const { status, heardAt, staleSince } = useConnection();
  if (status === 'offline')
    return (
      <p className="strip strip-warn" role="status">
        {heardAt === null ? t('bar.offlineNever') : t('bar.offline', { at: time(new Date(heardAt).toISOString()) })}
      </p>
    );
  if (staleSince !== null)
    return (
      <p className="strip strip-warn" role="status">
        {t('bar.stale')}
      </p>
    );
  return (
    <p className="strip" role="status" data-live={status === 'live'}>
      {t(status === 'live' ? 'bar.live' : status === 'connecting' ? 'bar.connecting' : 'bar.catchingUp')}
    </p>
  );
}
