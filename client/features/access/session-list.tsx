import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '#shared/access/accounts.ts';
import { languageNow } from '#client/i18n/index.ts';
import { api } from '#client/store/api.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import { formatTime } from '#client/ui/time.ts';
import { deviceOf } from './device.ts';
import { accessErrorText } from './error-text.ts';
import { useCall } from './use-call.ts';

/** Where an account is signed in. One's own sessions can be ended one by one. */
export function SessionList({ path }: { path: string }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<string | null>(null);
  const { answer, error, again } = useCall<{ sessions: SessionView[] }>(path);
  const own = path === '/sessions';

  const end = async (id: string): Promise<void> => {
    setRefused(null);
    try {
      await api<unknown>(`/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
    } catch (reason) {
      setRefused(accessErrorText(reason));
    }
    again();
  };

  if (error !== null && answer === null) {
    return (
      <Notice tone="no">
        {error}{' '}
        <button type="button" className="fh-button" onClick={again}>
          {t('common.action.retry')}
        </button>
      </Notice>
    );
  }
  if (!answer) return <Skeleton rows={2} label={t('common.loading')} />;
  if (answer.sessions.length === 0) return <Empty icon="device" title={t('access.sessions.none')} />;
  const language = languageNow();
  return (
    <>
      {refused !== null && <Notice tone="no">{refused}</Notice>}
      <ul className="fh-sessions">
        {answer.sessions.map(({ id, userAgent, ip, createdAt, lastSeenAt, current }) => (
          <li key={id}>
            <Icon name="device" />
            <div>
              {deviceOf(userAgent) || t('access.sessions.unknownDevice')} {current && own && <b>· {t('access.sessions.this')}</b>}
              <small>
                {ip} · {t('access.sessions.since', { at: formatTime(createdAt, language) })} ·{' '}
                {t('access.sessions.seen', { at: formatTime(lastSeenAt, language) })}
              </small>
            </div>
            {own && !current && (
              <button type="button" className="fh-button" onClick={() => void end(id)}>
                {t('access.sessions.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
