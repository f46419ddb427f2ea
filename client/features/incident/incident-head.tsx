import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '#client/ui/names.ts';
import { markOf } from '#client/map/mark.ts';
import { Icon } from '#client/ui/icon.tsx';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { formatAge } from '#client/ui/time.ts';
import { typeName } from '#shared/incident/classes.ts';
import { mayUpdate } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { languageNow } from '#client/i18n/index.ts';
import { EditConflicts } from './edit-conflict.tsx';
import { SendingState } from '#client/ui/order-state.tsx';
import { PresenceLine } from './presence-line.tsx';
import { buildTitle, plainText } from './record-builds.ts';
import { skewOf, type ClaimedTime } from './skew.ts';
import { useEdit } from './use-edit.ts';
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
        {incident.sensitive && (
          <span className="inc-sensitive" title={t('record.restrict.mark', { reason: incident.sensitive.reason })}>
            {t('record.restrict.short')}
          </span>
        )}
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
      <PresenceLine incidentId={incident.id} me={actor.id} />
    </header>
  );
}

/** The title, and its field on demand: Enter keeps; what was typed stays until it is recorded or thrown away. */
function Title({ incident, editable }: { incident: Incident; editable: boolean }) {
  const { t } = useTranslation();
  const edit = useEdit(incident, { name: 'title', paths: ['title'], textOf: plainText, build: buildTitle });
  if (edit.typed !== undefined && !edit.waits) {
    return (
      <div>
        <input
          className="fh-input inc-title-edit"
          aria-label={t('incident.field.title')}
          maxLength={120}
          autoFocus
          value={edit.typed['title'] ?? ''}
          onChange={(event) => edit.type('title', event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') edit.save();
            if (event.key === 'Escape') edit.cancel();
            event.stopPropagation();
          }}
        />
        <EditConflicts edit={edit} />
        {edit.sending?.state === 'refused' && edit.conflicts.length === 0 && <SendingState sending={edit.sending} />}
        <div className="inc-buttons">
          <button type="button" className="fh-button fh-button-primary" disabled={edit.conflicts.length > 0} onClick={edit.save}>
            {t('incident.detail.save')}
          </button>
          <button type="button" className="fh-button fh-button-plain" onClick={edit.cancel}>
            {t('incident.detail.cancel')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <h2>
      {incident.exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
      {edit.waits ? edit.typed?.['title'] : incident.title}
      {editable && !edit.waits && (
        <button type="button" className="inc-link" onClick={edit.begin}>
          {t('incident.detail.editTitle')}
        </button>
      )}
      {edit.sending && <SendingState sending={edit.sending} />}
    </h2>
  );
}

/** As claimed, and as the server knows it: deadlines run from different ones. One that was entered late says so. */
function Times({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { time } = useWords();
  const claimed: readonly ClaimedTime[] = ['occurredAt', 'discoveredAt', 'receivedAt'];
  return (
    <dl className="inc-times">
      {claimed.map((field) => {
        const at = incident[field];
        const skew = skewOf(incident, field);
        const late = skew?.late ? t('record.late', { age: formatAge(skew.ms, languageNow()) }) : undefined;
        return (
          <div
            key={field}
            data-given={at !== undefined}
            title={[t(`incident.timeMeans.${field}`), skew && t('record.entered', { at: time(skew.enteredAt) })].join('\n')}
          >
            <dt>{t(`incident.field.${field}`)}</dt>
            <dd>{at === undefined ? t('incident.notGiven') : time(at)}</dd>
            {late && <dd className="inc-late">{late}</dd>}
          </div>
        );
      })}
      <div title={t('incident.timeMeans.loggedAt')}>
        <dt>{t('incident.field.loggedAt')}</dt>
        <dd>{time(incident.loggedAt)}</dd>
      </div>
    </dl>
  );
}
