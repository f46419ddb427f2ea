import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/report/deadline.ts';

/** Each stage has its own shape, so that it is told without colour: an empty circle, a half-filled one, a triangle, a square. */
const SHAPES: Record<Stage, string> = {
  running: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  near: 'M8 1.8 15 14H1z',
  over: 'M2 2h12v12H2z',
  met: 'M2.5 8.5l3.5 3.5 7.5-8',
};

/** How far a deadline has run: shape, colour and word. */
export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <span className="rep-stage" data-stage={stage}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[stage]} />
        {stage === 'half' && <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" data-fill />}
      </svg>
      {t(`report.stage.${stage}`)}
    </span>
  );
}
