import { useTranslation } from 'react-i18next';
import { LEVEL_SHAPES } from '#client/ui/level-mark.tsx';
import { levelOf, type Colour } from '#shared/alert/hazards.ts';

/** The colour of an alert by its shape and its word: an alert's level is not an incident's. */
export function AlertMark({ colour }: { colour: Colour }) {
  const { t } = useTranslation();
  const level = levelOf(colour);
  return (
    <span className="warn-mark" data-colour={colour}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        <path d={LEVEL_SHAPES[String(level) as '1']} fill={`var(--fh-level-${level})`} stroke={`var(--fh-level-${level}-edge)`} />
      </svg>
      {t(`alert.colour.${colour}`)}
    </span>
  );
}
