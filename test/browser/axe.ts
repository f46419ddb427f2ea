import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const WCAG: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] };
const THEMES = ['dark', 'light'] as const;

/** Every breach of WCAG 2, A and AA, by a page or a part of it, in either theme: the rule, the place, and what is wrong there. */
export async function breaches(shown: Page | Locator): Promise<string[]> {
  const part = 'goto' in shown ? shown.locator('html') : shown;
  const root = part.page().locator('html');
  const before = await root.getAttribute('data-theme');
  const found: string[] = [];
  // As the switch does it; behind an open dialog the switch itself is out of reach.
  for (const theme of THEMES) {
    await root.evaluate((html, name) => html.setAttribute('data-theme', name), theme);
    found.push(...(await breachesNow(part)).map((breach) => `in ${theme}, ${breach}`));
  }
  await root.evaluate((html, name) => html.setAttribute('data-theme', name), before ?? 'dark');
  return found;
}

/** The same in the theme that is on screen. */
export async function breachesNow(shown: Locator): Promise<string[]> {
  await shown.page().evaluate(AXE);
  await shown.page().evaluate(settled);
  const run = (element: Element, options: RunOptions): Promise<AxeResults> => Reflect.get(window, 'axe').run(element, options);
  const { violations, passes } = await shown.evaluate(run, WCAG);
  if (passes.length === 0) throw new Error('Nothing was looked at.');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`));
}

/** What fades or changes colour is judged when it has: two frames in a row in which nothing that ends is still moving. */
async function settled(): Promise<void> {
  const moving = (): boolean => document.getAnimations().some(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  for (let still = 0; still < 2; still = moving() ? 0 : still + 1) await new Promise(requestAnimationFrame);
}
