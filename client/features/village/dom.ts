export type Child = Node | string | false | null | undefined;
type Props = Record<string, string | boolean | number | undefined | ((event: Event) => void)>;

/** An element: `on…` functions listen, everything else is an attribute; false and undefined leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  fill(element, children);
  return element;
}

export function fill(element: Element, children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false && child !== ''));
}

/** A drawing from its own markup, which is written in this folder and nowhere else. */
export function drawing(markup: string, className: string): Element {
  const holder = document.createElement('template');
  holder.innerHTML = `<svg class="${className}" viewBox="0 0 48 48" aria-hidden="true" focusable="false">${markup}</svg>`;
  return holder.content.firstElementChild ?? holder;
}
