import './filter-bar.css';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Icon } from '#client/ui/icon.tsx';
import { CATEGORIES, type Category } from '#shared/incident/classes.ts';
import { NO_FILTER, type IncidentFilter } from './filter.ts';
import { COUNTY_CHOICES } from './parse-place.ts';

interface FilterBarProps {
  filter: IncidentFilter;
  box: RefObject<HTMLInputElement | null>;
  onChange: (filter: IncidentFilter) => void;
  onLeave: (event: KeyboardEvent) => void;
}

const isCategory = (code: string): code is Category => code in CATEGORIES;

/** What of the list is shown. What is set can be seen, and all of it undone at once. */
export function FilterBar({ filter, box, onChange, onLeave }: FilterBarProps) {
  const { t } = useTranslation();
  const english = languageNow() === 'en';
  const set = (part: Partial<IncidentFilter>): void => onChange({ ...filter, ...part });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (filter.text) set({ text: '' });
      else event.currentTarget.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave(event);
  };
  return (
    <div className="inc-filter" role="search">
      <div className="inc-search">
        <Icon name="search" size={14} />
        <input
          ref={box}
          className="fh-input"
          type="text"
          aria-label={t('incident.filter.text')}
          placeholder={t('incident.filter.textHint')}
          value={filter.text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={onKeyDown}
        />
        {filter.text === '' && <kbd className="fh-kbd">/</kbd>}
      </div>
      <div className="inc-chips">
        {Object.entries(CATEGORIES).map(([code, [zh, en]]) => (
          <Chip
            key={code}
            on={filter.category === code}
            title={english ? en : zh}
            onClick={() => set({ category: filter.category !== code && isCategory(code) ? code : null })}
          >
            {t(`incident.category.${code}`)}
          </Chip>
        ))}
        <Chip on={filter.mine} title={t('incident.filter.mineHint')} onClick={() => set({ mine: !filter.mine })}>
          {t('incident.filter.mine')}
        </Chip>
        <Chip on={filter.closedToday} onClick={() => set({ closedToday: !filter.closedToday })}>
          {t('incident.filter.closedToday')}
        </Chip>
        <select
          className="inc-chip"
          data-on={filter.county !== null}
          aria-label={t('incident.filter.county')}
          value={filter.county ?? ''}
          onChange={(event) => set({ county: event.target.value || null })}
        >
          <option value="">{t('incident.filter.anyCounty')}</option>
          {COUNTY_CHOICES.map(({ adcode, zh, en }) => (
            <option key={adcode} value={adcode}>
              {english ? en : zh}
            </option>
          ))}
        </select>
        {JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && (
          <button type="button" className="inc-link" onClick={() => onChange(NO_FILTER)}>
            {t('incident.filter.clear')}
          </button>
        )}
      </div>
    </div>
  );
}

function Chip({ on, title, onClick, children }: { on: boolean; title?: string; onClick: () => void; children: string }) {
  return (
    <button type="button" className="inc-chip" aria-pressed={on} data-on={on} title={title} onClick={onClick}>
      {children}
    </button>
  );
}
