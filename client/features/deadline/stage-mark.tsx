import { useTranslation } from 'react-i18next';
import type { Pending } from '#shared/report/pending.ts';

/** How far a deadline has run fills a circle; over, it is a square: told without colour. */
const SHAPES: Record<Pending['stage'], string> = {
  running: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 8V1.8A6.2 6.2 0 0 1 12.4 3.6z',
  half: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 1.8a6.2 6.2 0 0 1 0 12.4z',
  near: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 8V1.8a6.2 6.2 0 1 1-6.2 6.2z',
  over: 'M2 2h12v12H2z',
};

export function StageMark({ stage, label = true }: { stage: Pending['stage']; label?: boolean }) {
  const { t } = useTranslation();
  const word = t(`deadline.stage.${stage}`);
  return (
    <span className="dl-stage" data-stage={stage} title={label ? undefined : word}>
      <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[stage]} fill="currentColor" fillRule="evenodd" stroke="currentColor" />
      </svg>
      <span className={label ? undefined : 'fh-hidden'}>{word}</span>
    </span>
  );
}
