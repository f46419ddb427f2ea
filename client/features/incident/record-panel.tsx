import './record.css';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { regionAt } from '#client/map/region-at.ts';
import { serverNow } from '#client/store/connection.ts';
import type { LngLat } from '#shared/geo.ts';
import { standsDuty } from '#shared/duty/policy.ts';
import { mayUpdate } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { AnsweredShift } from './answered-shift.tsx';
import { ClassField } from './class-field.tsx';
import { FieldLine } from './field-line.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { ACCOUNT_TEXTS } from './log-more.tsx';
import { PlaceField } from './place-field.tsx';
import { buildAccount, buildClass, buildPlace, buildSource, placeFrom, placeText, plainText, sourceParts } from './record-builds.ts';
import { SourceInputs } from './source-inputs.tsx';
import { TimeLine } from './time-line.tsx';
import { useCounties } from './use-counties.ts';

interface RecordPanelProps {
  incident: Incident;
  actor: Actor;
  /** Who called: kept apart from the incident. */
  Caller?: ComponentType<{ incidentId: string }> | undefined;
}

/** The call record whole, each field to be filled in or corrected for itself, as it becomes known. */
export function RecordPanel({ incident, actor, Caller }: RecordPanelProps) {
  const { t } = useTranslation();
  const counties = useCounties();
  const editable = incident.status === 'open' && mayUpdate(actor);
  const field = { incident, editable };
  const regionOf = (at: LngLat): string | undefined => counties && regionAt(counties, at)?.adcode;
  return (
    <div className="inc-record">
      <section aria-label={t('record.section.what')}>
        <h3>{t('record.section.what')}</h3>
        <FieldLine {...field} path="typeCode" build={buildClass} textOf={plainText}>
          {(typed, type, wrong) => <ClassField value={typed['typeCode'] ?? ''} suggested={[]} invalid={wrong} onChange={(code) => type('typeCode', code)} />}
        </FieldLine>
        <FieldLine {...field} path="place" build={buildPlace(incident.place, regionOf)} textOf={placeText}>
          {({ place = '' }, type, wrong) => (
            <PlaceField
              draft={{ place, picked: null }}
              place={placeFrom(place, incident.place, regionOf)}
              invalid={wrong}
              onChange={(change) => type('place', change.place)}
            />
          )}
        </FieldLine>
        <FieldLine {...field} path="source" build={buildSource} textOf={sourceParts}>
          {(typed, type) => <SourceInputs typed={typed} onType={type} />}
        </FieldLine>
        {Caller && <Caller incidentId={incident.id} />}
      </section>
      <section aria-label={t('record.section.times')}>
        <h3>
          {t('record.section.times')} <small>{t('record.timesHint')}</small>
        </h3>
        {(['occurredAt', 'discoveredAt', 'receivedAt'] as const).map((path) => (
          <TimeLine key={path} {...field} path={path} now={serverNow} />
        ))}
        {standsDuty(incident.loggedBy) && (
          <div className="inc-record-field">
            <span className="inc-record-label">{t('record.shift.title')}</span>
            <AnsweredShift by={incident.loggedBy} at={incident.receivedAt} />
          </div>
        )}
      </section>
      <FigurePanel incident={incident} actor={actor} whole />
      <section aria-label={t('record.section.account')}>
        <h3>{t('record.section.account')}</h3>
        {ACCOUNT_TEXTS.map((part) => (
          <FieldLine key={part} {...field} path={`account.${part}`} build={buildAccount(part)} textOf={plainText}>
            {(typed, type) => (
              <textarea
                className="fh-input inc-area"
                rows={3}
                maxLength={2000}
                aria-label={t(`record.text.${part}`)}
                placeholder={t(`record.hint.${part}`)}
                value={typed[`account.${part}`] ?? ''}
                onChange={(event) => type(`account.${part}`, event.target.value)}
              />
            )}
          </FieldLine>
        ))}
      </section>
    </div>
  );
}
