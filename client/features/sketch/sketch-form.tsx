import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawState } from '#client/map/draw-session.ts';
import { sizeText } from '#client/map/sketch-words.ts';
import { useMode } from '#client/store/mode.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { faultOf, isRound, tidied } from '#shared/sketch/geometry.ts';
import type { Position, Shape, Sign } from '#shared/sketch/orders.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { SignField } from './sign-field.tsx';
import { FIRST_SIGN } from './tools.ts';
import { instantOf, wallTimeOf } from './wall-time.ts';

interface SketchFormProps {
  shape: Shape;
  of: Sketch | undefined;
  state: DrawState;
  incidentId: string | undefined;
  onRadius: (metres: number) => void;
  onSign: (sign: Sign) => void;
  onUndo: () => void;
  onSent: (id: string) => void;
  onCancel: () => void;
}

/** What was drawn means: its sign, its words, how large, until when, and whose. */
export function SketchForm({ shape, of, state, incidentId, onRadius, onSign, onUndo, onSent, onCancel }: SketchFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const exercise = useMode() === 'drill';
  const incident = useDocument('incident', incidentId);
  const [sign, setSign] = useState<Sign>(of?.sign ?? FIRST_SIGN[shape]);
  const [label, setLabel] = useState(of?.label ?? '');
  const [until, setUntil] = useState(wallTimeOf(of?.until));
  const [bound, setBound] = useState(true);
  const radius = isRound(shape);
  const radiusM = radius ? state.radiusM : undefined;
  const coordinates = tidied(state.points);
  const fault = faultOf({ shape, coordinates, ...(radiusM === undefined ? {} : { radiusM }) });
  const owner = !of && bound && incident?.status === 'open' ? incident : undefined;

  const record = (): void => {
    if (fault) return;
    const ends = instantOf(until);
    const given = { coordinates, label: label.trim(), sign, ...(radiusM === undefined ? {} : { radiusM }) };
    if (of) {
      send('sketch.change', { sketchId: of.id, ...given, until: ends ?? null, seen: of.changes });
      return onSent(of.id);
    }
    const belongs = owner ? { incidentId: owner.id } : exercise ? { exercise } : {};
    onSent(send('sketch.draw', { ...given, ...belongs, shape, ...(ends === undefined ? {} : { until: ends }) }).id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      record();
    }
  };
  return (
    <section className="sk-card" role="dialog" aria-label={t(`sketch.tool.${shape}`)} onKeyDown={onKeyDown}>
      <header>
        <h2>
          {exercise && <strong className="sk-drill">{t('common.drill')}</strong>}
          {t(of ? 'sketch.changing' : `sketch.tool.${shape}`)}
        </h2>
        <span>{sizeText({ shape, coordinates, radiusM }, t)}</span>
      </header>
      <SignField
        value={sign}
        onChange={(next) => {
          setSign(next);
          onSign(next);
        }}
      />
      {radius && <RadiusField id={`${id}-radius`} value={state.radiusM} onChange={onRadius} />}
      <label htmlFor={`${id}-label`}>{t('sketch.label')}</label>
      <input
        id={`${id}-label`}
        className="fh-input"
        maxLength={80}
        value={label}
        autoFocus
        placeholder={t('sketch.labelHint')}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value)}
      />
      <label htmlFor={`${id}-until`}>{t('sketch.until')}</label>
      <input id={`${id}-until`} className="fh-input" type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
      {!of && incident?.status === 'open' && (
        <label className="sk-check">
          <input type="checkbox" checked={bound} onChange={(event) => setBound(event.target.checked)} />
          <span>{t('sketch.ofIncident', { title: incident.title })}</span>
        </label>
      )}
      <p className="sk-note">{t(owner ? 'sketch.seenByIncident' : of ? 'sketch.editHint' : 'sketch.seenByRegion')}</p>
      {fault && (
        <p className="sk-fault" role="alert">
          {t(`sketch.fault.${fault}`)}
        </p>
      )}
      <PointList points={state.points} />
      <footer>
        <button type="button" className="fh-button fh-button-plain" onClick={onCancel}>
          {t('common.action.cancel')}
        </button>
        <button type="button" className="fh-button fh-button-plain" onClick={onUndo}>
          {t('sketch.undo')}
        </button>
        <button type="button" className="fh-button fh-button-primary" disabled={fault !== undefined} onClick={record}>
          {t(of ? 'common.action.save' : 'sketch.record')} <kbd>↵</kbd>
        </button>
      </footer>
    </section>
  );
}

function RadiusField({ id, value, onChange }: { id: string; value: number; onChange: (metres: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(value));
  const [told, setTold] = useState(value);
  // Dragging the rim on the map changes it as well.
  if (told !== value) {
    setTold(value);
    if (Number(typed) !== value) setTyped(String(value));
  }
  return (
    <>
      <label htmlFor={id}>{t('sketch.radiusM')}</label>
      <input
        id={id}
        className="fh-input"
        inputMode="numeric"
        value={typed}
        autoComplete="off"
        aria-invalid={!isRadius(typed)}
        onChange={(event) => {
          setTyped(event.target.value);
          if (isRadius(event.target.value)) onChange(Number(event.target.value));
        }}
      />
    </>
  );
}

const isRadius = (text: string): boolean => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= 200_000;

/** Where it is, to be read out. */
function PointList({ points }: { points: readonly Position[] }) {
  const { t } = useTranslation();
  const [first] = points;
  if (!first) return null;
  const [lng, lat] = first;
  return (
    <p className="sk-note sk-where">
      {points.length > 1 ? t('sketch.points', { count: points.length }) : ''} {lng.toFixed(5)}, {lat.toFixed(5)}
    </p>
  );
}
