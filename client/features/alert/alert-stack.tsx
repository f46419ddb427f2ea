import './alert.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actorOf, type Session } from '#client/store/session.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';
import type { Alert } from './alert.ts';
import { putAllAway, putAway, useAlerts, watchAlerts } from './watch.ts';

const SHOWN = 4;
/** What is neither red nor late goes by itself: it is in the list and on the line of time. */
const STAYS_MS = 15_000;

/** What has just happened, in sight whatever was switched off: an alert that is heard is always seen as well. */
export function AlertStack({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const shown = useAlerts();
  const { id, name, role, org, team } = actorOf(session);
  useEffect(() => {
    const actor = { id, name, role, org, ...(team === undefined ? {} : { team }) };
    return watchAlerts(
      actor,
      (alert) => sentenceOf(alert, i18n.t),
      (alert) => void navigate(pathOf(alert) ?? '/'),
    );
  }, [id, name, role, org, team, i18n, navigate]);
  useCommand({ labelKey: 'alert.putAllAway', key: 'x', why: shown.length > 0 ? undefined : 'alert.none' }, putAllAway);
  if (shown.length === 0) return null;
  return (
    <section className="al-stack" aria-label={t('alert.title')}>
      {/* Each speaks for itself, as a status or an alert: together they are no list. */}
      <ol role="presentation">
        {shown.slice(0, SHOWN).map((alert) => (
          <Toast key={alert.id} alert={alert} onOpen={(path) => void navigate(path)} />
        ))}
      </ol>
      {shown.length > 1 && (
        <button type="button" className="al-all" onClick={putAllAway}>
          {t(shown.length > SHOWN ? 'alert.putAllAwayOf' : 'alert.putAllAway', { count: shown.length })} <kbd className="fh-kbd">x</kbd>
        </button>
      )}
    </section>
  );
}

function Toast({ alert, onOpen }: { alert: Alert; onOpen: (path: string) => void }) {
  const { t } = useTranslation();
  const { id, kind, red, exercise } = alert;
  const path = pathOf(alert);
  const stays = red || kind === 'over' || kind === 'unfilled' || kind === 'cut';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => putAway(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    <li role={stays ? 'alert' : 'status'} data-kind={kind} data-red={red}>
      {exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
      <button
        type="button"
        className="al-open-incident"
        disabled={path === undefined}
        onClick={() => {
          putAway(id);
          if (path !== undefined) onOpen(path);
        }}
      >
        <b>{t(`alert.kind.${kind}`)}</b>
        <span>{alert.title || t('alert.cutHint')}</span>
      </button>
      <button type="button" className="fh-bar-button" aria-label={t('common.action.close')} onClick={() => putAway(id)}>
        <Icon name="no" size={12} />
      </button>
    </li>
  );
}

const PART: Partial<Record<Alert['kind'], string>> = { half: 'report', near: 'report', over: 'report', instruction: 'instruction', climbed: 'instruction' };

/** Where it is dealt with. */
function pathOf({ incidentId, path, kind }: Alert): string | undefined {
  const part = PART[kind];
  return path ?? (incidentId === undefined ? undefined : `/?incident=${incidentId}${part === undefined ? '' : `&part=${part}`}`);
}

function sentenceOf({ kind, title, exercise }: Alert, t: (key: string) => string): string {
  return `${exercise ? `【${t('common.drill')}】` : ''}${t(`alert.kind.${kind}`)} ${title}`.trim();
}
