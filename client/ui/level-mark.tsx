import { useTranslation } from 'react-i18next';

export type LevelOf = 1 | 2 | 3 | 4 | null;

/** Each level has its own shape, so that it is told without colour. In a box of 16 by 16. */
export const LEVEL_SHAPES: Record<'1' | '2' | '3' | '4' | 'none', string> = {
  '1': 'M2 2h12v12H2z',
  '2': 'M8 .8 15.2 8 8 15.2.8 8z',
  '3': 'M8 1.2 15.4 14.4H.6z',
  '4': 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z',
  none: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
};

/** The mark of a level: colour, shape and number, with its word beside it or, for `label={false}`, for screen readers only. */
export function LevelMark({ level, size = 16, label = true }: { level: LevelOf; size?: number; label?: boolean }) {
  const { t } = useTranslation();
  const key = level === null ? 'none' : (String(level) as '1' | '2' | '3' | '4');
  const word = t(`common.level.${key}`);
  return (
    <span className="fh-level" title={label ? undefined : word}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        role={label ? undefined : 'img'}
        aria-hidden={label ? true : undefined}
        aria-label={label ? undefined : word}
      >
        <path
          d={LEVEL_SHAPES[key]}
          fill={level === null ? 'none' : `var(--fh-level-${key})`}
          stroke={`var(--fh-level-${key}-edge)`}
          strokeWidth={level === null ? 1.5 : 1}
          strokeDasharray={level === null ? '2 2' : undefined}
        />
        {level !== null && (
          <text x="8" y={level === 3 ? 12.6 : 11.4} textAnchor="middle" fontSize={level === 3 ? 8 : 9.5} fontWeight="700" fill={`var(--fh-level-${key}-ink)`}>
            {level}
          </text>
        )}
      </svg>
      {label && <span>{word}</span>}
    </span>
  );
}
