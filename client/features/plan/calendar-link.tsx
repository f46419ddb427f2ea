import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { api } from '#client/store/api.ts';
import { Notice } from '#client/ui/notice.tsx';
import { formatTime } from '#client/ui/time.ts';

/** One's own calendar address: made, shown once, made anew, ended. */
export function CalendarLink() {
  const { t } = useTranslation();
  const [since, setSince] = useState<string>();
  const [url, setUrl] = useState<string>();
  const [copied, setCopied] = useState(false);
  const [failed, setFailed] = useState(false);
  const fail = (error: unknown): void => {
    console.warn(error);
    setFailed(true);
  };
  useEffect(() => {
    api<{ since?: string }>('/calendar').then(({ since: at }) => setSince(at), fail);
  }, []);
  const make = (): void => {
    setFailed(false);
    setCopied(false);
    api<{ url: string }>('/calendar', { method: 'POST', body: {} }).then(({ url: made }) => (setUrl(made), setSince(new Date().toISOString())), fail);
  };
  const end = (): void => {
    api('/calendar', { method: 'DELETE' }).then(() => (setUrl(undefined), setSince(undefined)), fail);
  };
  const copy = (): void => {
    navigator.clipboard.writeText(url ?? '').then(() => setCopied(true), fail);
  };
  return (
    <div className="pln-form">
      <p className="pln-quiet">{t('plan.calendar.lead')}</p>
      {url !== undefined && (
        <div className="pln-row">
          <input className="fh-input pln-wide" readOnly aria-label={t('plan.view.calendar')} value={url} onFocus={({ target }) => target.select()} />
          <button type="button" className="fh-button" onClick={copy}>
            {t(copied ? 'plan.calendar.copied' : 'plan.calendar.copy')}
          </button>
        </div>
      )}
      {url === undefined && since !== undefined && <p>{t('plan.calendar.made', { at: formatTime(since, languageNow()) })}</p>}
      <div className="pln-row">
        <button type="button" className="fh-button fh-button-primary" onClick={make}>
          {t(since === undefined ? 'plan.calendar.make' : 'plan.calendar.renew')}
        </button>
        {since !== undefined && (
          <button type="button" className="fh-button" onClick={end}>
            {t('plan.calendar.end')}
          </button>
        )}
      </div>
      {failed && <Notice tone="no">{t('plan.text.failed')}</Notice>}
    </div>
  );
}
