import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { markOf } from '#client/map/mark.ts';
import { useDocument } from '#client/store/world.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { sumOf } from '#shared/incident/family.ts';
import type { Incident } from '#shared/incident/state.ts';
import { briefFigures, figuresText, lossesText } from './change-words.ts';
import { useIncidents } from './use-incidents.ts';
import { useWords } from './use-words.ts';

/** What it is a part of, and its parts with their figures and the sum of them. */
export function FamilySection({ incident: { parentId, children = [] } }: { incident: Incident }) {
  const { t } = useTranslation();
  return (
    <>
      {parentId !== undefined && (
        <section aria-label={t('ties.link.parent')}>
          <h3>{t('ties.link.parent')}</h3>
          <Parent id={parentId} />
        </section>
      )}
      {children.length > 0 && <Children ids={children} />}
    </>
  );
}

function Parent({ id }: { id: string }) {
  const { t } = useTranslation();
  const parent = useDocument('incident', id);
  // Nothing is shown downward: a part may be of something that this seat does not see.
  if (!parent) return <p className="tie-line">{t('ties.link.unseen')}</p>;
  return (
    <p className="tie-line">
      <Link to={`/?incident=${id}`}>{parent.title}</Link> <small>{parent.number}</small>
    </p>
  );
}

function Children({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const children = useIncidents(ids);
  const sum = sumOf(children);
  return (
    <section aria-label={t('ties.link.children')}>
      <h3>
        {t('ties.link.children')} <small>{children.length}</small>
      </h3>
      <ul className="tie-children">
        {children.map((child) => (
          <Child key={child.id} child={child} />
        ))}
        <li className="tie-sum">
          <b>{t('ties.link.sum')}</b>
          <span>{figuresText(sum.casualties, words) || t('incident.notReported')}</span>
          <span>{lossesText(sum.losses, words)}</span>
        </li>
      </ul>
    </section>
  );
}

function Child({ child }: { child: Incident }) {
  const { t } = useTranslation();
  const words = useWords();
  const mark = markOf(child);
  return (
    <li data-closed={child.status === 'closed'}>
      <LevelMark level={typeof mark === 'number' ? mark : null} size={16} label={false} />
      <span>
        <Link to={`/?incident=${child.id}`}>{child.title}</Link> {child.status === 'closed' && <small>{t('incident.status.closed')}</small>}
      </span>
      <small>{child.place.text}</small>
      <span>{briefFigures(child.casualties, words)}</span>
    </li>
  );
}
