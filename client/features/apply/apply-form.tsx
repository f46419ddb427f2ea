import { lazy, Suspense, useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Payload } from '#shared/catalogue.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { CATEGORIES } from '#shared/team/category.ts';
import { readApplication, type ApplyDraft, type ApplyField } from './apply-draft.ts';
import { MyPlace } from './my-place.tsx';
import { Things } from './things.tsx';

const PlaceMap = lazy(async () => ({ default: (await import('#client/map/place-map.tsx')).PlaceMap }));

const CITY = ['360700', '赣州市', 'Ganzhou'] as const;

type TextField = { [F in ApplyField & keyof ApplyDraft]: ApplyDraft[F] extends string ? F : never }[ApplyField & keyof ApplyDraft];

interface ApplyFormProps {
  draft: ApplyDraft;
  busy?: boolean;
  failed?: string | undefined;
  /** What the server or the authority found wrong. */
  wrong: readonly ApplyField[];
  /** What is wrong in the fields that stand below. */
  more?: readonly ApplyField[];
  submit: string;
  onChange: (part: Partial<ApplyDraft>) => void;
  onApply: (payload: Payload<'team.apply'>) => void;
  children?: (shows: (field: ApplyField) => string | undefined) => ReactNode;
}

/** The form of an application, in one column for a phone. What is wrong is said at its field, once somebody has tried to send it. */
export function ApplyForm({ draft, busy = false, failed, wrong, more = [], submit, onChange, onApply, children }: ApplyFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [tried, setTried] = useState(false);
  const read = readApplication(draft);
  const faults = [...read.faults, ...more];
  const shows = (field: ApplyField): string | undefined => ((tried && faults.includes(field)) || wrong.includes(field) ? t(`apply.wants.${field}`) : undefined);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (busy) return;
    if (read.payload && faults.length === 0) return onApply(read.payload);
    document.querySelector(`#${CSS.escape(id)} [aria-invalid='true'], #${CSS.escape(id)} [role='alert']`)?.scrollIntoView({ block: 'center' });
  };
  const text = (field: TextField, input: { maxLength?: number; inputMode?: 'numeric' | 'tel'; autoComplete?: string } = {}) => (
    <Field
      label={t(`apply.field.${field}`)}
      hint={hintOf(field, t)}
      error={shows(field)}
      value={draft[field]}
      maxLength={120}
      {...input}
      onChange={({ target }) => onChange({ [field]: target.value })}
    />
  );
  return (
    <form id={id} className="apply-form" aria-label={t('apply.title')} onSubmit={onSubmit} noValidate>
      <fieldset>
        <legend>{t('apply.part.team')}</legend>
        <div className="fh-field">
          <label htmlFor={`${id}-org`}>{t('apply.field.org')}</label>
          <select
            id={`${id}-org`}
            className="fh-input"
            value={draft.org}
            aria-invalid={shows('org') !== undefined || undefined}
            onChange={({ target }) => onChange({ org: target.value })}
          >
            <option value="">{t('apply.choose')}</option>
            {[...COUNTIES, CITY].map(([code, zh, en]) => (
              <option key={code} value={code}>
                {languageNow() === 'en' ? en : zh}
              </option>
            ))}
          </select>
          <Wrong text={shows('org')} />
          <span className="fh-field-hint">{t('apply.hint.org')}</span>
        </div>
        {text('name')}
        {text('creditCode', { maxLength: 18 })}
        {text('civilRegNo')}
        {text('supervisorOrg')}
      </fieldset>
      <fieldset>
        <legend>{t('apply.part.leader')}</legend>
        {text('leaderName', { maxLength: 40, autoComplete: 'name' })}
        {text('leaderPhone', { maxLength: 30, inputMode: 'tel', autoComplete: 'tel' })}
      </fieldset>
      <fieldset>
        <legend>{t('apply.part.base')}</legend>
        {text('baseText', { maxLength: 200 })}
        <p className="fh-field-hint">{draft.at ? t('apply.baseAt', { at: `${draft.at.lng.toFixed(5)}, ${draft.at.lat.toFixed(5)}` }) : t('apply.hint.base')}</p>
        <Wrong text={shows('base')} />
        <Suspense fallback={<Skeleton rows={6} label={t('common.loading')} />}>
          <PlaceMap label={t('apply.field.base')} at={draft.at} onPick={({ at, adcode = '' }) => onChange({ at, adcode })} />
        </Suspense>
        <MyPlace onPlace={(at, adcode) => onChange({ at, adcode })} />
      </fieldset>
      <fieldset>
        <legend>{t('apply.part.categories')}</legend>
        <p className="fh-field-hint">{t('apply.hint.categories')}</p>
        <Wrong text={shows('categories')} />
        {CATEGORIES.map((category) => {
          const level = draft.categories[category];
          const { [category]: _off, ...others } = draft.categories;
          return (
            <div key={category} className="apply-category">
              <label>
                <input
                  type="checkbox"
                  checked={level !== undefined}
                  onChange={({ target }) => onChange({ categories: target.checked ? { ...draft.categories, [category]: 'none' } : others })}
                />
                {t(`team.category.${category}`)}
              </label>
              {level !== undefined && (
                <select
                  className="fh-input"
                  aria-label={t('apply.selfLevelOf', { category: t(`team.category.${category}`) })}
                  value={level}
                  onChange={({ target }) => onChange({ categories: { ...draft.categories, [category]: target.value } })}
                >
                  <option value="none">{t('apply.noSelfLevel')}</option>
                  {[1, 2, 3].map((one) => (
                    <option key={one} value={one}>
                      {t('apply.selfLevel', { level: t(`team.level.${one}`) })}
                    </option>
                  ))}
                </select>
              )}
            </div>
          );
        })}
      </fieldset>
      <Things of="equipment" things={draft.equipment} wrong={shows('equipment')} onChange={(equipment) => onChange({ equipment })} />
      <Things of="vehicles" things={draft.vehicles} wrong={shows('vehicles')} onChange={(vehicles) => onChange({ vehicles })} />
      <fieldset>
        <legend>{t('apply.part.readiness')}</legend>
        {text('rangeKm', { inputMode: 'numeric', maxLength: 6 })}
        {text('responseMinutes', { inputMode: 'numeric', maxLength: 4 })}
      </fieldset>
      {children?.(shows)}
      <p className="fh-field-hint">{t('apply.privacy')}</p>
      {tried && faults.length > 0 && (
        <Notice tone="no">{t('apply.faults', { fields: faults.map((field) => t(`apply.field.${field}`)).join(t('dispatch.need.comma')) })}</Notice>
      )}
      {failed !== undefined && <Notice tone="no">{failed}</Notice>}
      <button type="submit" className="fh-button fh-button-primary apply-send" disabled={busy}>
        {busy ? t('apply.sending') : submit}
      </button>
    </form>
  );
}

function hintOf(field: string, t: (key: string, options: { defaultValue: string }) => string): string | undefined {
  return t(`apply.hint.${field}`, { defaultValue: '' }) || undefined;
}

function Wrong({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <span className="fh-field-error" role="alert">
      {text}
    </span>
  );
}
