import type { Point } from 'leaflet';

export interface Tooltip {
  show(at: Point, text: string): void;
  hide(): void;
  remove(): void;
}

/** A line of text beside the pointer. What people wrote is only ever text, never markup. */
export function createTooltip(container: HTMLElement): Tooltip {
  const tip = document.createElement('div');
  tip.className = 'map-tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  container.append(tip);
  return {
    show: ({ x, y }, text) => {
      tip.textContent = text;
      tip.hidden = false;
      const flip = x + 14 + tip.offsetWidth > container.clientWidth;
      tip.style.translate = `${Math.round(flip ? x - 14 - tip.offsetWidth : x + 14)}px ${Math.round(Math.max(4, y - tip.offsetHeight - 8))}px`;
    },
    hide: () => {
      tip.hidden = true;
    },
    remove: () => tip.remove(),
  };
}
