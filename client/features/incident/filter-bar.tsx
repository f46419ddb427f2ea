import './filter-bar.css';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Icon } from '#client/ui/icon.tsx';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { CATEGORIES, type Category } from '#shared/incident/classes.ts';
import { STATES } from '#shared/view/orders.ts';
import { isFiltered, NO_FILTER, type IncidentFilter } from './filter.ts';
import { COUNTY_CHOICES } from './parse-place.ts';
import { SavedViews } from './saved-views.tsx';
import { MARKS } from './totals.ts';

interface FilterBarProps {
  filter: IncidentFilter;
  box: RefObject<HTMLInputElement | null>;
  onChange: (filter: IncidentFilter) => void;
  onLeave: (event: KeyboardEvent) => void;
}

const isCategory = (code: string): code is Category => code in CATEGORIES;
const isState = (status: string): status is (typeof STATES)[number] => STATES.some((one) => one === status);

/** What of the list is shown. What is set can be seen, and all of it undone at once. */
export function FilterBar({ filter, box, onChange, onLeave }: FilterBarProps) {
  const { t } = useTranslation();
  const english = languageNow() === 'en';
  const { text = '', levels = [], status = 'open' } = filter;
  const set = (part: Partial<IncidentFilter>): void => onChange({ ...filter, ...part });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (text) set({ text: '' });
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
          value={text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={onKeyDown}
        />
        {text === '' && <kbd className="fh-kbd">/</kbd>}
      </div>
      <div className="inc-chips">
        {Object.entries(CATEGORIES).map(([code, [zh, en]]) => (
          <Chip
            key={code}
            on={filter.category === code}
            title={english ? en : zh}
            onClick={() => set({ category: filter.category !== code && isCategory(code) ? code : undefined })}
          >
            {t(`incident.category.${code}`)}
          </Chip>
        ))}
        <span className="inc-levels" role="group" aria-label={t('incident.filter.levels')}>
          {MARKS.map((mark) => {
            const on = levels.includes(mark);
            const name = t(`common.level.${typeof mark === 'number' ? mark : 'none'}`);
            return (
              <Chip key={mark} on={on} title={name} onClick={() => set({ levels: on ? levels.filter((one) => one !== mark) : [...levels, mark] })}>
                <LevelMark level={typeof mark === 'number' ? mark : null} label={false} size={14} />
                <span className="fh-hidden">{name}</span>
              </Chip>
            );
          })}
        </span>
        <Chip on={filter.mine === true} title={t('incident.filter.mineHint')} onClick={() => set({ mine: !filter.mine })}>
          {t('incident.filter.mine')}
        </Chip>
        <Chip on={filter.unread === true} title={t('incident.filter.unreadHint')} onClick={() => set({ unread: !filter.unread })}>
          {t('incident.filter.unread')}
        </Chip>
        <Chip on={filter.overdue === true} title={t('incident.filter.overdueHint')} onClick={() => set({ overdue: !filter.overdue })}>
          {t('incident.filter.overdue')}
        </Chip>
        <Chip on={filter.grouped === true} onClick={() => set({ grouped: !filter.grouped })}>
          {t('ties.link.group')}
        </Chip>
        <select
          className="inc-chip"
          data-on={status !== 'open'}
          aria-label={t('incident.filter.status')}
          value={status}
          onChange={({ target }) => isState(target.value) && set({ status: target.value })}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`incident.filter.state.${one}`)}
            </option>
          ))}
        </select>
        <select
          className="inc-chip"
          data-on={filter.county !== undefined}
          aria-label={t('incident.filter.county')}
          value={filter.county ?? ''}
          onChange={(event) => set({ county: event.target.value || undefined })}
        >
          <option value="">{t('incident.filter.anyCounty')}</option>
          {COUNTY_CHOICES.map(({ adcode, zh, en }) => (
            <option key={adcode} value={adcode}>
              {english ? en : zh}
            </option>
          ))}
        </select>
        {isFiltered(filter) && (
          <button type="button" className="inc-link" onClick={() => onChange(NO_FILTER)}>
            {t('incident.filter.clear')}
          </button>
        )}
      </div>
      <SavedViews filter={filter} onFilter={onChange} />
    </div>
  );
}

function Chip({ on, title, onClick, children }: { on: boolean; title?: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="inc-chip" aria-pressed={on} data-on={on} title={title} onClick={onClick}>
      {children}
    </button>
  );
}
