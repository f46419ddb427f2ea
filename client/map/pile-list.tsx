import { useTranslation } from 'react-i18next';
import { LevelMark } from '#client/ui/level-mark.tsx';
import type { Spot } from './incident-index.ts';

interface PileListProps {
  spots: readonly Spot[];
  onSelect: (id: string) => void;
  onClose: () => void;
}

/** Incidents at one place, which no zoom takes apart: a person chooses by name. */
export function PileList({ spots, onSelect, onClose }: PileListProps) {
  const { t } = useTranslation();
  return (
    <div className="map-pile" role="dialog" aria-label={t('map.pile', { count: spots.length })} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        {t('map.pile', { count: spots.length })}
        <button type="button" onClick={onClose} aria-label={t('map.close')}>
          ×
        </button>
      </header>
      {spots.map(({ id, mark, title }, i) => (
        <button
          type="button"
          key={id}
          autoFocus={i === 0}
          onClick={() => {
            onSelect(id);
            onClose();
          }}
        >
          <LevelMark level={typeof mark === 'number' ? mark : null} label={false} />
          <span>{title}</span>
        </button>
      ))}
    </div>
  );
}
