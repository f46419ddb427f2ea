import './reminder.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actorOf, type Session } from '#client/store/session.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';
import type { Reminder } from './reminder.ts';
import { putAllAway, putAway, useReminders, watchReminders } from './watch.ts';

const SHOWN = 4;
/** What is neither red nor late goes by itself: it is in the list and on the line of time. */
const STAYS_MS = 15_000;

/** What has just happened, in sight whatever was switched off: a reminder that is heard is always seen as well. */
export function ReminderStack({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const shown = useReminders();
  const { id, name, role, org, team } = actorOf(session);
  useEffect(() => {
    const actor = { id, name, role, org, ...(team === undefined ? {} : { team }) };
    return watchReminders(
      actor,
      (reminder) => sentenceOf(reminder, i18n.t),
      (reminder) => void navigate(pathOf(reminder) ?? '/'),
    );
  }, [id, name, role, org, team, i18n, navigate]);
  useCommand({ labelKey: 'reminder.putAllAway', key: 'x', why: shown.length > 0 ? undefined : 'reminder.none' }, putAllAway);
  if (shown.length === 0) return null;
  return (
    <section className="al-stack" aria-label={t('reminder.title')}>
      {/* Each speaks for itself, as a status or a reminder: together they are no list. */}
      <ol role="presentation">
        {shown.slice(0, SHOWN).map((reminder) => (
          <Toast key={reminder.id} reminder={reminder} onOpen={(path) => void navigate(path)} />
        ))}
      </ol>
      {shown.length > 1 && (
        <button type="button" className="al-all" onClick={putAllAway}>
          {t(shown.length > SHOWN ? 'reminder.putAllAwayOf' : 'reminder.putAllAway', { count: shown.length })} <kbd className="fh-kbd">x</kbd>
        </button>
      )}
    </section>
  );
}

function Toast({ reminder, onOpen }: { reminder: Reminder; onOpen: (path: string) => void }) {
  const { t } = useTranslation();
  const { id, kind, red, exercise } = reminder;
  const path = pathOf(reminder);
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
        <b>{t(`reminder.kind.${kind}`)}</b>
        <span>{reminder.title || t('reminder.cutHint')}</span>
      </button>
      <button type="button" className="fh-bar-button" aria-label={t('common.action.close')} onClick={() => putAway(id)}>
        <Icon name="no" size={12} />
      </button>
    </li>
  );
}

const PART: Partial<Record<Reminder['kind'], string>> = { half: 'report', near: 'report', over: 'report', instruction: 'instruction', climbed: 'instruction' };

/** Where it is dealt with. */
function pathOf({ incidentId, path, kind }: Reminder): string | undefined {
  const part = PART[kind];
  return path ?? (incidentId === undefined ? undefined : `/?incident=${incidentId}${part === undefined ? '' : `&part=${part}`}`);
}

function sentenceOf({ kind, title, exercise }: Reminder, t: (key: string) => string): string {
  return `${exercise ? `【${t('common.drill')}】` : ''}${t(`reminder.kind.${kind}`)} ${title}`.trim();
}
