import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markOf } from '#client/map/mark.ts';
import { send } from '#client/store/outbox.ts';
import { Icon } from '#client/ui/icon.tsx';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { useOrganisationName } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { typeName } from '#shared/incident/classes.ts';
import { mayUpdate } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { useWords } from './use-words.ts';

interface IncidentHeadProps {
  incident: Incident;
  actor: Actor;
  onClose: () => void;
}

/** What it is, where, how grave, and the times kept apart. */
export function IncidentHead({ incident, actor, onClose }: IncidentHeadProps) {
  const { t } = useTranslation();
  const { language } = useWords();
  const place = useOrganisationName(incident.place.adcode.slice(0, 6));
  const mark = markOf(incident);
  return (
    <header className="inc-head">
      <div className="inc-head-line">
        {mark === 'none' ? <span className="inc-ungraded">{t('incident.ungraded')}</span> : <LevelMark level={mark === 'pending' ? null : mark} size={20} />}
        {incident.severity?.standing === 'proposed' && <span className="inc-proposed">{t('incident.proposed')}</span>}
        <span className="inc-status" data-status={incident.status}>
          {t(`incident.status.${incident.status}`)}
        </span>
        <span className="inc-number">{incident.number}</span>
        <button type="button" className="inc-close" onClick={onClose} aria-label={t('incident.detail.close')} title={`${t('incident.detail.close')} (Esc)`}>
          <Icon name="no" />
        </button>
      </div>
      <Title incident={incident} editable={incident.status === 'open' && mayUpdate(actor)} />
      <p className="inc-head-where">
        <b>{typeName(incident.typeCode, language)}</b> · {incident.place.text.startsWith(place) ? '' : `${place} `}
        {incident.place.text}
        {incident.place.accuracyM !== undefined && <small>{t('incident.about')}</small>}
      </p>
      <Times incident={incident} />
    </header>
  );
}

/** The title, and its field on demand: Enter keeps, Esc leaves it. */
function Title({ incident, editable }: { incident: Incident; editable: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [order, setOrder] = useState<string>();
  const save = (): void => {
    const title = typed?.trim() ?? '';
    setTyped(undefined);
    if (title !== '' && title !== incident.title) setOrder(send('incident.update', { incidentId: incident.id, title }).id);
  };
  if (typed !== undefined) {
    return (
      <input
        className="fh-input inc-title-edit"
        aria-label={t('incident.field.title')}
        maxLength={120}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
    );
  }
  return (
    <h2>
      {incident.exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
      {incident.title}
      {editable && (
        <button type="button" className="inc-link" onClick={() => setTyped(incident.title)}>
          {t('incident.detail.editTitle')}
        </button>
      )}
      <OrderState id={order} />
    </h2>
  );
}

/** As claimed, and as the server knows it: deadlines run from different ones. */
function Times({ incident: { occurredAt, discoveredAt, receivedAt, loggedAt } }: { incident: Incident }) {
  const { t } = useTranslation();
  const { time } = useWords();
  return (
    <dl className="inc-times">
      {(Object.entries({ occurredAt, discoveredAt, receivedAt, loggedAt }) as [string, string | undefined][]).map(([field, at]) => (
        <div key={field} data-given={at !== undefined} title={t(`incident.timeMeans.${field}`)}>
          <dt>{t(`incident.field.${field}`)}</dt>
          <dd>{at === undefined ? t('incident.notGiven') : time(at)}</dd>
        </div>
      ))}
    </dl>
  );
}
