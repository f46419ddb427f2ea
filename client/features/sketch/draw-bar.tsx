import { useTranslation } from 'react-i18next';
import type { DrawState } from '#client/map/draw-session.ts';
import { areaText, lengthText } from '#client/map/sketch-words.ts';
import { areaM2, leastPoints, lengthM } from '#shared/sketch/geometry.ts';
import type { Position } from '#shared/sketch/orders.ts';
import { isMeasure, shapeOf, type Tool } from './tools.ts';

interface DrawBarProps {
  tool: Tool;
  state: DrawState;
  onUndo: () => void;
  onFinish: () => void;
  onCancel: () => void;
  onAgain: () => void;
}

/** What to do next, how long or large it is by now, and the keys that do it. */
export function DrawBar({ tool, state: { points, placing }, onUndo, onFinish, onCancel, onAgain }: DrawBarProps) {
  const { t } = useTranslation();
  const shape = shapeOf(tool);
  const single = shape !== 'area' && shape !== 'route';
  const enough = points.length >= leastPoints(shape);
  return (
    <div className="sk-bar" data-begun={placing && points.length > 0} role="group" aria-label={t(`sketch.tool.${tool}`)}>
      <span className="sk-bar-what">{t(`sketch.tool.${tool}`)}</span>
      <output className="sk-bar-size">{sizeOf(tool, points)}</output>
      <span className="sk-bar-hint">{t(!placing ? 'sketch.hint.measured' : single ? 'sketch.hint.one' : 'sketch.hint.many')}</span>
      {placing && !single && (
        <>
          <button type="button" className="fh-button" disabled={points.length === 0} onClick={onUndo}>
            {t('sketch.undo')} <kbd>⌫</kbd>
          </button>
          <button type="button" className="fh-button fh-button-primary" disabled={!enough} onClick={onFinish}>
            {t('sketch.finish')} <kbd>↵</kbd>
          </button>
        </>
      )}
      {!placing && isMeasure(tool) && (
        <button type="button" className="fh-button" onClick={onAgain}>
          {t('sketch.again')}
        </button>
      )}
      <button type="button" className="fh-button fh-button-plain" onClick={onCancel}>
        {t(placing ? 'common.action.cancel' : 'common.action.close')} <kbd>Esc</kbd>
      </button>
    </div>
  );
}

function sizeOf(tool: Tool, points: readonly Position[]): string {
  if (shapeOf(tool) === 'route') return lengthText(lengthM(points));
  if (shapeOf(tool) !== 'area') return '';
  const [first] = points;
  const around = lengthText(lengthM(first ? [...points, first] : points));
  return points.length < 3 ? lengthText(lengthM(points)) : `${areaText(areaM2(points))} · ${around}`;
}
