import type { RefObject } from 'react';
import { languageNow } from '#client/i18n/index.ts';
import type { MapHandle } from '#client/map/map-view.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';
import { CATEGORIES, type Category } from '#shared/incident/classes.ts';
import { isFiltered, NO_FILTER, type IncidentFilter } from './filter.ts';
import { COUNTY_CHOICES, type CountyChoice } from './parse-place.ts';

interface DeskCommandsProps {
  filter: IncidentFilter;
  onFilter: (filter: IncidentFilter) => void;
  map: RefObject<MapHandle | null>;
  /** On a phone the map is a page of its own. */
  onMap: () => void;
}

/** What the palette and the keys do with list and map. It shows nothing itself. */
export function DeskCommands({ filter, onFilter, map, onMap }: DeskCommandsProps) {
  const flip = (field: 'unread' | 'overdue' | 'mine') => (): void => onFilter({ ...filter, [field]: !filter[field] });
  useCommand({ labelKey: 'incident.filter.unreadHint', key: 'u' }, flip('unread'));
  useCommand({ labelKey: 'incident.filter.overdueHint', key: 'o' }, flip('overdue'));
  useCommand({ labelKey: 'incident.filter.mineHint', key: 'i' }, flip('mine'));
  useCommand({ labelKey: 'incident.filter.showClosed' }, () => onFilter({ ...filter, status: filter.status === 'both' ? 'open' : 'both' }));
  useCommand({ labelKey: 'incident.filter.clearAll', why: isFiltered(filter) ? undefined : 'incident.filter.nothingSet' }, () => onFilter(NO_FILTER));
  useCommand({ labelKey: 'map.fitCity', key: 'c' }, () => {
    onMap();
    map.current?.fitCity();
  });
  return (
    <>
      {(Object.keys(CATEGORIES) as Category[]).map((category) => (
        <OnlyCategory key={category} category={category} onFilter={() => onFilter({ ...filter, category })} />
      ))}
      {COUNTY_CHOICES.map((county) => (
        <GoToCounty
          key={county.adcode}
          county={county}
          onGo={() => {
            onMap();
            map.current?.goTo(county.seat);
          }}
        />
      ))}
    </>
  );
}

function OnlyCategory({ category, onFilter }: { category: Category; onFilter: () => void }) {
  const [zh, en] = CATEGORIES[category];
  useCommand({ labelKey: 'incident.filter.only', values: { name: languageNow() === 'en' ? en : zh } }, onFilter);
  return null;
}

function GoToCounty({ county: { zh, en }, onGo }: { county: CountyChoice; onGo: () => void }) {
  useCommand({ labelKey: 'map.goTo', values: { name: languageNow() === 'en' ? en : zh } }, onGo);
  return null;
}
