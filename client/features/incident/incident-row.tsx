import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { markOf } from '#client/map/mark.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { formatAge, formatTime } from '#client/ui/time.ts';
import { languageNow } from '#client/i18n/index.ts';
import { typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { briefFigures } from './change-words.ts';

export const ROW_HEIGHT = 70;

interface IncidentRowProps {
  incident: Incident;
  selected: boolean;
  active: boolean;
  unread: boolean;
  /** Whether this seat's level has still to take note of it. */
  waits: boolean;
  /** A part of the row above. */
  part: boolean;
  /** The minute it is, so that rows age without each having a clock. */
  now: number;
  onSelect: (id: string) => void;
}

/** One incident in three lines: what, where, how it stands. */
export const IncidentRow = memo(function IncidentRow({ incident, selected, active, unread, waits, part, now, onSelect }: IncidentRowProps) {
  const { t } = useTranslation();
  const language = languageNow();
  const mark = markOf(incident);
  const casualties = briefFigures(incident.casualties, { t });
  const closed = incident.status === 'closed';
  return (
    <div
      role="gridcell"
      className="inc-row"
      data-selected={selected}
      data-active={active}
      data-unread={unread}
      data-part={part}
      data-closed={closed}
      data-mark={mark}
      onClick={() => onSelect(incident.id)}
    >
      <span className="inc-row-mark">
        <LevelMark level={typeof mark === 'number' ? mark : null} size={20} label={false} />
      </span>
      <span className="inc-row-title">{incident.title}</span>
      <time className="inc-row-age" dateTime={incident.lastEntryAt} title={formatTime(incident.lastEntryAt, language, now)}>
        {formatAge(now - Date.parse(incident.lastEntryAt), language)}
      </time>
      <span className="inc-row-where">
        {typeName(incident.typeCode, language === 'en' ? 'en' : 'zh')} · {incident.place.text}
      </span>
      <span className="inc-row-foot">
        <span className="inc-number">{incident.number}</span>
        {!closed && incident.skipLevel && (
          <b className="tie-tag" data-tone="skip">
            {t('ties.skip.mark')}
          </b>
        )}
        {waits && <b className="tie-tag">{t('ties.receive.mark')}</b>}
        {closed && <b>{t('incident.status.closed')}</b>}
        {!closed && incident.severity?.standing === 'proposed' && <span>{t('incident.proposed')}</span>}
        {casualties && <span className="inc-row-figures">{casualties}</span>}
      </span>
      {unread && (
        <span className="inc-row-unread" title={t('incident.list.unread')}>
          <span className="fh-hidden">{t('incident.list.unread')}</span>
        </span>
      )}
    </div>
  );
});
