import { languageNow } from '#client/i18n/index.ts';
import { useTranslation } from 'react-i18next';
import type { Measure, Position } from '#shared/plan/content.ts';

interface MeasureListProps {
  measures: readonly Measure[];
  positions: readonly Position[];
  off: ReadonlySet<string>;
  onChange: (off: ReadonlySet<string>) => void;
}

/** The measures that the plan has for a level, each with its post: all of them are taken unless they are unticked. */
export function MeasureList({ measures, positions, off, onChange }: MeasureListProps) {
  const { t } = useTranslation();
  const toggle = (id: string): void => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const postOf = (id: string): string => {
    const title = positions.find((one) => one.id === id)?.title;
    return (languageNow() === 'en' ? title?.en : title?.zh) ?? id;
  };
  return (
    <ul className="rsp-measures">
      {measures.map((one) => (
        <li key={one.id}>
          <label>
            <input type="checkbox" checked={!off.has(one.id)} onChange={() => toggle(one.id)} />
            <span>
              {one.text}{' '}
              <small>
                {postOf(one.position)}
                {one.withinMinutes !== undefined && ` · ${t('instruction.minutes', { count: one.withinMinutes })}`}
              </small>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
