import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Popup } from '#client/ui/popup.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';

export interface PartTab {
  id: string;
  label: string;
  count?: ReactNode;
}

interface PartTabsProps {
  tabs: readonly PartTab[];
  tab: string;
  onTab: (id: string) => void;
}

/** The parts of an incident in one line. What has no room is under "more": nothing is scrolled sideways. */
export function PartTabs({ tabs, tab, onTab }: PartTabsProps) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const shown = useFitting(line, `${tab} ${tabs.map(({ label }) => label).join('|')}`, tabs.length);
  const rest = tabs.slice(shown);
  const chosen = rest.find(({ id }) => id === tab);
  return (
    <div className="inc-parts" data-more={rest.length > 0}>
      <div ref={line} role="tablist" aria-label={t('incident.detail.parts')}>
        {tabs.map((one, i) => (
          <Tab key={one.id} tab={one} selected={one.id === tab} hidden={i >= shown} onTab={onTab} />
        ))}
      </div>
      {rest.length > 0 && (
        <Popup
          kind="menu"
          label={chosen ? `${chosen.label} · ${t('incident.detail.moreParts')}` : t('incident.detail.moreParts')}
          className="inc-parts-more"
          marks={{ 'data-on': chosen !== undefined }}
          button={
            <>
              {chosen?.label ?? t('incident.detail.more')} <span aria-hidden>▾</span>
            </>
          }
        >
          {rest.map(({ id, label, count }) => (
            <button key={id} type="button" role="menuitem" tabIndex={-1} aria-current={id === tab || undefined} onClick={() => onTab(id)}>
              {label}
              {count}
            </button>
          ))}
        </Popup>
      )}
    </div>
  );
}

interface TabProps {
  tab: PartTab;
  selected: boolean;
  hidden: boolean;
  onTab: (id: string) => void;
}

function Tab({ tab: { id, label, count }, selected, hidden, onTab }: TabProps) {
  useCommand({ labelKey: 'incident.detail.showPart', values: { name: label } }, () => onTab(id));
  return (
    <button type="button" role="tab" aria-selected={selected} data-hidden={hidden} onClick={() => onTab(id)}>
      {label}
      {count}
    </button>
  );
}

/** As wide as the button for the rest is, before it is there. */
const MORE_PX = 72;

/** How many of the tabs fit into their line. They stay in it unseen, so that they can be measured when it grows. */
function useFitting(line: { readonly current: HTMLElement | null }, labels: string, count: number): number {
  const [shown, setShown] = useState(count);
  useLayoutEffect(() => {
    const element = line.current;
    const frame = element?.parentElement;
    if (!element || !frame) return undefined;
    const measure = (): void => {
      const ends = [...element.children].map((child) => (child as HTMLElement).offsetLeft - element.offsetLeft + (child as HTMLElement).offsetWidth);
      const room = frame.clientWidth;
      const more = frame.querySelector<HTMLElement>('.fh-popup')?.offsetWidth ?? MORE_PX;
      const all = (ends.at(-1) ?? 0) <= room;
      setShown(all ? ends.length : Math.max(1, ends.filter((end) => end <= room - more).length));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    // A count that comes or goes makes its tab wider.
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [line, labels]);
  return Math.min(shown, count);
}
