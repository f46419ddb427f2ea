import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatAge, formatTime } from '#client/ui/time.ts';
import { typeName } from '#shared/incident/classes.ts';
import { SOURCE_CHANNELS, type Place } from '#shared/incident/orders.ts';
import type { Likeness } from '#shared/incident/similar.ts';
import { ClassField } from './class-field.tsx';
import { FigureFields } from './figure-fields.tsx';
import type { LogCaller } from './log-caller.ts';
import type { LogDraft, Missing } from './log-draft.ts';
import { LogMore } from './log-more.tsx';
import { parseTypedTime } from './parse-time.ts';
import { PlaceField } from './place-field.tsx';
import { SourceInputs } from './source-inputs.tsx';
import { sameReasons } from './same-reasons.ts';
import { suggestClass } from './suggest-class.ts';
import type { LogCallerState } from './use-log-caller.ts';
import { useWords } from './use-words.ts';

interface LogFieldsProps {
  draft: LogDraft;
  change: (part: Partial<LogDraft>) => void;
  who: LogCallerState;
  /** Whether this seat may report past the level above. */
  maySkip: boolean;
  place: Place | undefined;
  missing: readonly Missing[];
  same: readonly Likeness[];
  titleBox: RefObject<HTMLInputElement | null>;
  onSelect: (id: string) => void;
}

export function LogFields({ draft, change, who, maySkip, place, missing, same, titleBox, onSelect }: LogFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const words = useWords();
  const language = languageNow() === 'en' ? 'en' : 'zh';
  const suggested = suggestClass(draft.title);
  return (
    <div className="inc-log-fields">
      <Row first field="title" label={t('incident.field.title')} required htmlFor={`${id}-title`}>
        <input
          ref={titleBox}
          id={`${id}-title`}
          className="fh-input"
          maxLength={120}
          value={draft.title}
          placeholder={t('incident.log.titleHint')}
          aria-invalid={missing.includes('title') || undefined}
          autoComplete="off"
          onChange={(event) => change({ title: event.target.value })}
        />
      </Row>
      <Row first field="place" label={t('incident.field.place')} required>
        <PlaceField draft={draft} place={place} invalid={missing.includes('place') && !place} onChange={change} />
      </Row>
      <Row first field="typeCode" label={t('incident.field.class')} required>
        <ClassField
          value={draft.typeCode}
          suggested={suggested}
          invalid={missing.includes('typeCode') && !draft.typeCode}
          onChange={(typeCode) => change({ typeCode })}
        />
        {!draft.typeCode && suggested.length > 0 && (
          <p className="inc-log-read">
            {t('incident.log.suggestion')}
            {suggested.map((code) => (
              <button key={code} type="button" tabIndex={-1} className="inc-link" onClick={() => change({ typeCode: code })}>
                {typeName(code, language)}
              </button>
            ))}
          </p>
        )}
      </Row>
      <div className="inc-log-pair">
        <Row field="occurred" label={t('incident.field.occurredAt')} htmlFor={`${id}-occurred`}>
          <TimeField id={`${id}-occurred`} hint={t('incident.log.unknownTime')} value={draft.occurred} onChange={(occurred) => change({ occurred })} />
        </Row>
        <Row field="discovered" label={t('incident.field.discoveredAt')} htmlFor={`${id}-discovered`}>
          <TimeField id={`${id}-discovered`} value={draft.discovered} onChange={(discovered) => change({ discovered })} />
        </Row>
      </div>
      <Row label={t('incident.field.source')}>
        <SourceInputs
          typed={{ 'source.channel': draft.channel, 'source.unit': draft.unit, 'source.post': draft.post }}
          onType={(key, text) => change(sourceChange(key, text))}
        />
      </Row>
      <Row field="phone" label={t('person.title')} htmlFor={`${id}-name`}>
        <CallerInputs id={id} who={who} wrong={missing.includes('phone')} />
      </Row>
      <Row label={t('incident.field.casualties')}>
        <FigureFields typeCode={draft.typeCode} figures={draft.figures} wrong={missing} onChange={(figures) => change({ figures })} />
      </Row>
      <Row label={t('incident.field.text')} htmlFor={`${id}-text`}>
        <textarea
          id={`${id}-text`}
          className="fh-input inc-area"
          rows={2}
          maxLength={4000}
          value={draft.text}
          placeholder={t('incident.log.textHint')}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Row>
      <LogMore draft={draft} change={change} wrong={missing} />
      {maySkip && (
        <label className="inc-log-skip">
          <input type="checkbox" checked={draft.skip} onChange={(event) => change({ skip: event.target.checked })} />
          <span>
            {t('ties.skip.log')} <small>{t('ties.escalate.hint')}</small>
          </span>
        </label>
      )}
      {/* Last in the order of keys, so that it never stands between two fields; shown beneath the class. */}
      {same.length > 0 && (
        <aside className="inc-same" role="status">
          {t('incident.log.same')}
          {same.map((one) => (
            <button key={one.incident.id} type="button" className="inc-link" onClick={() => onSelect(one.incident.id)}>
              {one.incident.title} <small>{one.incident.number}</small> <small>{sameReasons(one, words)}</small>
            </button>
          ))}
        </aside>
      )}
    </div>
  );
}

/** Name and number: kept with this window only, and sealed on the server. */
function CallerInputs({ id, who: { caller, kept, put }, wrong }: { id: string; who: LogCallerState; wrong: boolean }) {
  const { t } = useTranslation();
  const set = (part: Partial<LogCaller>): void => put({ ...caller, ...part });
  return (
    <>
      <div className="inc-source" data-columns="2">
        <input
          id={`${id}-name`}
          className="fh-input"
          maxLength={40}
          value={caller.name}
          placeholder={t('person.name')}
          autoComplete="off"
          onChange={({ target }) => set({ name: target.value })}
        />
        <input
          className="fh-input"
          aria-label={t('person.phone')}
          inputMode="tel"
          maxLength={30}
          value={caller.phone}
          placeholder={t('person.phone')}
          autoComplete="off"
          aria-invalid={wrong || undefined}
          onChange={({ target }) => set({ phone: target.value })}
        />
      </div>
      <p className="inc-log-read" data-ok={kept && !wrong}>
        {t(wrong ? 'person.log.wrong' : kept ? 'person.log.kept' : 'person.log.unkept')}
      </p>
    </>
  );
}

function sourceChange(key: string, text: string): Partial<LogDraft> {
  if (key === 'source.channel') return { channel: SOURCE_CHANNELS.find((channel) => channel === text) ?? '' };
  return key === 'source.unit' ? { unit: text } : { post: text };
}

interface RowProps {
  field?: Missing;
  label: string;
  required?: boolean;
  /** Above the hint of a like incident. */
  first?: boolean;
  htmlFor?: string;
  children: ReactNode;
}

function Row({ field, label, required = false, first = false, htmlFor, children }: RowProps) {
  return (
    <div className="inc-log-row" data-first={first} data-field={field}>
      <label htmlFor={htmlFor}>
        {label}
        {required && <b aria-hidden>*</b>}
      </label>
      <div>{children}</div>
    </div>
  );
}

function TimeField({ id, hint = '', value, onChange }: { id: string; hint?: string; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const now = serverNow();
  const typed = parseTypedTime(value, now);
  const language = languageNow();
  return (
    <>
      <input
        id={id}
        className="fh-input"
        value={value}
        placeholder="0210 / -15"
        autoComplete="off"
        aria-invalid={typed.kind === 'unreadable' || undefined}
        aria-describedby={`${id}-read`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-read`} className="inc-log-read" data-ok={typed.kind !== 'unreadable'}>
        {typed.kind === 'instant' && t('incident.log.ago', { at: formatTime(typed.iso, language, now), age: formatAge(now - Date.parse(typed.iso), language) })}
        {typed.kind === 'unreadable' && t('incident.log.badTime')}
        {typed.kind === 'none' && hint}
      </p>
    </>
  );
}
