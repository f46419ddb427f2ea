import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useAskPlace } from '#client/map/place-asked.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { isOverridable } from '#shared/dispatch/rank.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Incident } from '#shared/incident/state.ts';
import { CATEGORIES } from '#shared/team/category.ts';
import { CandidateList } from './candidate-list.tsx';
import { newCode, readNeed, type NeedField } from './need-draft.ts';
import { NeedInput } from './need-input.tsx';
import { useCandidates } from './use-candidates.ts';
import type { NeedDraftState } from './use-need-draft.ts';

const MINUTES = [15, 30, 60, 120] as const;

interface NeedFormProps {
  incident: Incident;
  state: NeedDraftState;
  draft: NonNullable<NeedDraftState['draft']>;
  /** It was just begun: the keys go on in it. */
  focus: boolean;
  /** Asks the county or the city, which says who is sent. */
  seeks: boolean;
}

/** What is needed, from the keys alone: Tab through the fields, Ctrl+Enter asks. Nothing typed is lost before the server has it. */
export function NeedForm({ incident, state, draft, focus, seeks }: NeedFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const { change, waits } = state;
  const [tried, setTried] = useState(false);
  const [pointing, setPointing] = useState(false);
  const now = useTick(10_000, serverNow);
  const sketches = useDocuments('sketch');
  const zones = [...sketches.values()].filter((one) => one.sign === 'staging' && one.removedAt === undefined && one.exercise === incident.exercise);
  const capability = { category: draft.category, ...(draft.minLevel === '' ? {} : { minLevel: Number(draft.minLevel) as 1 | 2 | 3 }) };
  const candidates = useCandidates(capability, draft.at, incident.exercise, !seeks);
  const needed = Number(draft.teamsNeeded) || 1;
  const best = Number(draft.askAtOnce) || needed;
  const against = candidates.ranking?.excluded.filter(({ teamId }) => draft.teamIds.includes(teamId)) ?? [];
  const overrides = against.some((one) => one.against.some(isOverridable));
  const read = readNeed(draft, incident.id, state.now());
  const faults: readonly NeedField[] = [...read.faults, ...(overrides && draft.override.trim() === '' ? (['override'] as const) : [])];

  const give = (): void => {
    setTried(true);
    if (waits || !read.payload || faults.length > 0) return document.getElementById(`${id}-${faults[0] ?? ''}`)?.focus();
    setPointing(false);
    change({ orderId: send('dispatch.request', read.payload).id });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    give();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
  };
  const input = (field: NeedField & keyof typeof draft, more: { rows?: number; numeric?: boolean; list?: string } = {}) => (
    <NeedInput
      key={field}
      id={`${id}-${field}`}
      field={field}
      value={draft[field]}
      wrong={tried && faults.includes(field)}
      onType={(value) => change({ [field]: value })}
      {...more}
    />
  );
  const deadline = Number(draft.minutes) > 0 ? formatTime(new Date(now + Number(draft.minutes) * 60_000).toISOString(), languageNow(), now) : '';

  return (
    <form className="dis-form" aria-label={t(seeks ? 'dispatch.need.seek' : 'dispatch.need.title')} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <fieldset disabled={waits} className="dis-fields">
        <div className="dis-choice" role="radiogroup" aria-label={t('dispatch.need.category')}>
          {CATEGORIES.map((category) => (
            <label key={category} data-chosen={category === draft.category}>
              <input
                type="radio"
                name={`${id}-category`}
                autoFocus={focus && category === draft.category}
                checked={category === draft.category}
                onChange={() => change({ category, teamIds: [] })}
              />
              {t(`team.category.${category}`)}
            </label>
          ))}
        </div>
        <div className="dis-row">
          <label className="dis-field" htmlFor={`${id}-minLevel`}>
            {t('dispatch.need.minLevel')}
            <select id={`${id}-minLevel`} className="fh-input" value={draft.minLevel} onChange={({ target }) => change({ minLevel: target.value })}>
              <option value="">{t('dispatch.need.anyLevel')}</option>
              {[3, 2, 1].map((level) => (
                <option key={level} value={level}>
                  {t('dispatch.need.atLeast', { level: t(`team.level.${level}`) })}
                </option>
              ))}
            </select>
          </label>
          {input('teamsNeeded', { numeric: true })}
          {input('people', { numeric: true })}
        </div>
        <div className="dis-place">
          {input('place')}
          <button type="button" className="fh-button" aria-pressed={pointing} onClick={() => setPointing(!pointing)}>
            {t(pointing ? 'dispatch.need.pointed' : 'dispatch.need.point')}
          </button>
        </div>
        {pointing && !waits && <Pointing at={draft.at} onPick={(at) => change({ at })} onDone={() => setPointing(false)} />}
        <p className="dis-quiet">
          {draft.at.lng.toFixed(5)}, {draft.at.lat.toFixed(5)} · {t(pointing ? 'dispatch.need.pointing' : 'dispatch.need.placeHint')}
          {zones.map((zone) => (
            <button
              key={zone.id}
              type="button"
              className="fh-bar-button"
              onClick={() => change({ at: centreOf(zone.coordinates, draft.at), place: zone.label || draft.place })}
            >
              {t('dispatch.need.useZone', { name: zone.label || t('dispatch.need.zone') })}
            </button>
          ))}
        </p>
        <div className="dis-row">
          {input('minutes', { numeric: true })}
          <div className="dis-quick" role="group" aria-label={t('dispatch.need.minutes')}>
            {MINUTES.map((minutes) => (
              <button key={minutes} type="button" className="fh-bar-button" onClick={() => change({ minutes: String(minutes) })}>
                {minutes < 60 ? t('dispatch.minutes', { count: minutes }) : t('dispatch.hours', { count: minutes / 60 })}
              </button>
            ))}
            {deadline && <output className="dis-quiet">{t('dispatch.need.until', { at: deadline })}</output>}
          </div>
        </div>
        {input('hazards', { rows: 2 })}
        <div className="dis-row">
          {input('post')}
          {input('phone')}
        </div>
        {input('text', { rows: 2 })}
        <div className="dis-row">
          {input('code', { numeric: true })}
          <button type="button" className="fh-button dis-beside" onClick={() => change({ code: newCode() })}>
            {t('dispatch.need.newCode')}
          </button>
        </div>
        {seeks && <p className="dis-quiet">{t('dispatch.need.seekHint')}</p>}
        {!seeks && <CandidateList candidates={candidates} chosen={draft.teamIds} onChoose={(teamIds) => change({ teamIds })} best={best} />}
        {!seeks && draft.teamIds.length === 0 && input('askAtOnce', { numeric: true })}
        {overrides && input('override', { rows: 2 })}
      </fieldset>
      {tried && faults.length > 0 && (
        <p className="dis-no" role="alert">
          {t('dispatch.need.faults', { fields: faults.map((field) => t(`dispatch.need.${field}`)).join(t('dispatch.need.comma')) })}
        </p>
      )}
      <div className="dis-foot">
        <OrderState id={draft.orderId} />
        <button type="button" className="fh-button fh-button-plain" disabled={waits} onClick={state.forget}>
          {t('dispatch.need.drop')}
        </button>
        <button type="submit" className="fh-button fh-button-primary" disabled={waits}>
          {seeks
            ? t('dispatch.need.seek')
            : draft.teamIds.length > 0
              ? t('dispatch.need.askChosen', { count: draft.teamIds.length })
              : t('dispatch.need.askBest', { count: best })}{' '}
          <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}

/** While the staging point is pointed at: clicks on the map are its own, and Escape ends it instead of leaving the incident. */
function Pointing({ at, onPick, onDone }: { at: LngLat; onPick: (at: LngLat) => void; onDone: () => void }) {
  useAskPlace(true, at, (picked) => onPick(picked.at));
  useShortcut('Escape', 'dispatch.need.pointed', onDone);
  return null;
}

/** The middle of what was drawn. */
function centreOf(points: readonly (readonly [number, number])[], otherwise: LngLat): LngLat {
  if (points.length === 0) return otherwise;
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  return { lng: mean(0), lat: mean(1) };
}
