import './sketch.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawSession, DrawState } from '#client/map/draw-session.ts';
import type { MapExtrasProps } from '#client/map/map-extras.ts';
import { MapTool } from '#client/map/map-tool.tsx';
import { documentsNow } from '#client/store/world.ts';
import { useCommand } from '#client/ui/shortcuts.ts';
import type { Sign } from '#shared/sketch/orders.ts';
import { mayDraw } from '#shared/sketch/policy.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { DrawBar } from './draw-bar.tsx';
import { SketchCard } from './sketch-card.tsx';
import { SketchForm } from './sketch-form.tsx';
import { FIRST_SIGN, isMeasure, shapeOf, TOOL_ICONS, TOOLS, type Tool } from './tools.ts';

interface Doing {
  tool: Tool;
  /** The drawing that is changed; none for a new one. */
  of?: Sketch;
}

interface ToolButtonProps {
  tool: Tool;
  pressed: boolean;
  may: boolean;
  onClick: () => void;
}

/** A tool at the map's edge, and in the palette of commands. */
function ToolButton({ tool, pressed, may, onClick }: ToolButtonProps) {
  const { t } = useTranslation();
  const name = t(`sketch.tool.${tool}`);
  useCommand({ labelKey: `sketch.tool.${tool}`, why: may ? undefined : 'sketch.why.notDrawer' }, onClick);
  return <MapTool path={TOOL_ICONS[tool]} label={may ? name : `${name}：${t('sketch.why.notDrawer')}`} pressed={pressed} disabled={!may} onClick={onClick} />;
}

/** The palette at the map's right edge, and what is under way on the map. */
export function SketchTools({ board, actor, incidentId }: MapExtrasProps) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>();
  const [state, setState] = useState<DrawState>();
  const [chosen, setChosen] = useState<string>();
  const session = useRef<DrawSession>(undefined);
  const may = mayDraw(actor);

  const stop = useCallback(() => setDoing(undefined), []);
  useEffect(() => board.sketches.onSelect(setChosen), [board]);
  useEffect(() => board.sketches.mark({ chosen, changing: doing?.of?.id }), [board, chosen, doing]);
  useEffect(() => {
    if (!doing) return;
    const { tool, of } = doing;
    const made = board.draw({
      shape: of?.shape ?? shapeOf(tool),
      sign: of?.sign ?? FIRST_SIGN[tool],
      ...(of ? { points: of.coordinates } : {}),
      ...(of?.radiusM === undefined ? {} : { radiusM: of.radiusM }),
      onChange: setState,
      onCancel: stop,
    });
    session.current = made;
    return () => {
      made.stop();
      session.current = undefined;
      setState(undefined);
    };
  }, [board, doing, stop]);

  const begin = (tool: Tool): void => {
    setChosen(undefined);
    setDoing(doing?.tool === tool && !doing.of ? undefined : { tool });
  };
  const change = (sketch: Sketch): void => setDoing({ tool: sketch.shape, of: sketch });
  const sent = (id: string): void => {
    stop();
    setChosen(id);
  };
  const show = (sketch: Sketch): void => {
    const [[lng, lat] = [0, 0]] = sketch.coordinates;
    board.show({ lng, lat });
  };

  return (
    <div className="sk-tools">
      <div className="map-tool-group" role="toolbar" aria-orientation="vertical" aria-label={t('sketch.tools')}>
        {TOOLS.map((tool) => (
          <ToolButton key={tool} tool={tool} pressed={doing?.tool === tool} may={may || isMeasure(tool)} onClick={() => begin(tool)} />
        ))}
      </div>
      {doing && state && (state.placing || isMeasure(doing.tool)) && (
        <DrawBar
          tool={doing.tool}
          state={state}
          onUndo={() => session.current?.undo()}
          onFinish={() => session.current?.finish()}
          onCancel={stop}
          onAgain={() => setDoing({ tool: doing.tool })}
        />
      )}
      {doing && state && !state.placing && !isMeasure(doing.tool) && (
        <SketchForm
          key={doing.of?.id ?? 'new'}
          shape={shapeOf(doing.tool)}
          of={doing.of}
          state={state}
          incidentId={incidentId}
          onRadius={(metres) => session.current?.setRadius(metres)}
          onSign={(sign: Sign) => session.current?.setSign(sign)}
          onUndo={() => session.current?.undo()}
          onSent={sent}
          onCancel={stop}
        />
      )}
      {!doing && chosen !== undefined && (
        <SketchCard
          key={chosen}
          id={chosen}
          actor={actor}
          onChange={() => {
            const sketch = documentsNow('sketch').get(chosen);
            if (sketch) change(sketch);
          }}
          onShow={show}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
