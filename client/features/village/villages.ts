import type { Organisation } from '#shared/organisation/state.ts';
import { ask } from './server.ts';
import { village } from './state.ts';

/** A village that a township's officer reports for. */
export interface VillageOf {
  id: string;
  zh: string;
  en: string;
}

const KEY = 'fenghuo.village.villages';
const MOST = 500;

/** The villages of a township, as the server names them; without a network those that were heard of last. */
export async function learnVillages(township: string): Promise<void> {
  const kept = localStorage.getItem(`${KEY}.${township}`);
  // Written below and nowhere else.
  if (kept !== null) village.setState({ villages: JSON.parse(kept) as VillageOf[] });
  const { docs } = await ask<{ docs: Organisation[] }>(`/organisations?limit=${MOST}`);
  const villages = docs
    .filter(({ kind, parent }) => kind === 'village' && parent === township)
    .map(({ id, name, nameEn }) => ({ id, zh: name, en: nameEn }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  localStorage.setItem(`${KEY}.${township}`, JSON.stringify(villages));
  village.setState({ villages });
}
