import { languageNow } from '#client/i18n/index.ts';
import { useTranslation } from 'react-i18next';
import type { Measure, Position } from '#shared/plan/content.ts';

const MARK = /^（([^）]{1,12})）/;

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
  // A plan for two kinds of incident marks what is for one of them alone: （抗旱）.
  const marks = [...new Set(measures.flatMap((one) => MARK.exec(one.text)?.[1] ?? []))];
  const ofMark = (mark: string): string[] => measures.filter((one) => MARK.exec(one.text)?.[1] === mark).map(({ id }) => id);
  const toggleMark = (mark: string): void => {
    const ids = ofMark(mark);
    const next = new Set(off);
    const on = ids.some((id) => next.has(id));
    for (const id of ids)
      if (on) next.delete(id);
      else next.add(id);
    onChange(next);
  };
  return (
    <>
      {marks.length > 0 && (
        <div className="rsp-row">
          {marks.map((mark) => (
            <button key={mark} type="button" className="fh-bar-button" aria-pressed={ofMark(mark).every((id) => !off.has(id))} onClick={() => toggleMark(mark)}>
              {t('response.launch.mark', { mark, count: ofMark(mark).length })}
            </button>
          ))}
        </div>
      )}
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
    </>
  );
}
