import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { useCommand, useShortcut } from '#client/ui/shortcuts.ts';
import type { View } from '#shared/view/state.ts';
import { isFiltered, NO_FILTER, tidied, type IncidentFilter } from './filter.ts';

interface SavedViewsProps {
  filter: IncidentFilter;
  onFilter: (filter: IncidentFilter) => void;
}

/** So many have a key of their own. */
const KEYS = 9;

/** The ways of looking that this person has kept, on the keys 1 to 9; they follow to any desk. */
export function SavedViews({ filter, onFilter }: SavedViewsProps) {
  const { t } = useTranslation();
  const documents = useDocuments('view');
  const views = useMemo(() => [...documents.values()].sort((a, b) => (a.at < b.at ? -1 : 1)), [documents]);
  const [naming, setNaming] = useState(false);
  const [order, setOrder] = useState<string>();
  const now = JSON.stringify(tidied(filter));
  const known = views.some((view) => JSON.stringify(tidied(view.filter)) === now);
  const worth = isFiltered(filter) && !known;
  useCommand({ labelKey: 'view.save', why: worth ? undefined : 'view.nothingToSave' }, () => setNaming(true));
  useShortcut('0', 'view.all', () => onFilter(NO_FILTER));
  if (views.length === 0 && !worth) return null;
  const save = (name: string): void => {
    const { room: _room, ...kept } = tidied(filter);
    setOrder(send('view.save', { name, filter: kept }).id);
    setNaming(false);
  };
  return (
    <div className="inc-views" role="group" aria-label={t('view.title')}>
      {views.map((view, i) => (
        <SavedView
          key={view.id}
          view={view}
          place={i + 1}
          on={JSON.stringify(tidied(view.filter)) === now}
          onShow={() => onFilter(view.filter)}
          onRemove={() => setOrder(send('view.remove', { viewId: view.id }).id)}
        />
      ))}
      {naming && <NewName onName={save} onCancel={() => setNaming(false)} />}
      {worth && !naming && (
        <button type="button" className="inc-link" onClick={() => setNaming(true)}>
          {t('view.save')}
        </button>
      )}
      <OrderState id={order} />
    </div>
  );
}

function SavedView({ view, place, on, onShow, onRemove }: { view: View; place: number; on: boolean; onShow: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const key = place <= KEYS ? String(place) : undefined;
  useCommand({ key, labelKey: 'view.show', values: { name: view.name } }, onShow);
  return (
    <span className="inc-view" data-on={on}>
      <button type="button" aria-pressed={on} onClick={onShow}>
        {key !== undefined && <kbd>{key}</kbd>}
        {view.name}
      </button>
      <button type="button" aria-label={t('view.remove', { name: view.name })} title={t('view.remove', { name: view.name })} onClick={onRemove}>
        <Icon name="no" size={10} />
      </button>
    </span>
  );
}

function NewName({ onName, onCancel }: { onName: (name: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && name.trim() !== '') onName(name.trim());
    if (event.key === 'Escape') onCancel();
    event.stopPropagation();
  };
  return (
    <input
      className="fh-input inc-view-name"
      aria-label={t('view.name')}
      placeholder={t('view.nameHint')}
      maxLength={30}
      autoFocus
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
    />
  );
}
