import { distanceM, type LngLat } from '#shared/geo.ts';
import { minutesBetween } from '#shared/time.ts';
import type { Incident } from './state.ts';

/** What is known of the one that is asked about: a record being typed knows little yet. */
export interface Probe {
  title: string;
  text?: string;
  typeCode?: string;
  at?: LngLat & { accuracyM?: number | undefined };
  /** When it was received. */
  since: string;
}

export type ClassLikeness = 'same' | 'related' | 'other';

/** How like an incident is, and why: shown with the suggestion, which a person takes or leaves. */
export interface Likeness {
  incident: Incident;
  /** 0 to 1. */
  score: number;
  metres?: number;
  minutes: number;
  kind: ClassLikeness;
  /** The part of the words that both have, 0 to 1. */
  words: number;
}

const WITHIN_M = 15_000;
const WITHIN_MINUTES = 12 * 60;
const WEIGHT = { near: 0.4, recent: 0.15, kind: 0.2, words: 0.25 } as const;
const LIKE_ENOUGH = 0.5;
/** Words so like one another speak for themselves, wherever the place was set. */
const SAME_WORDS = 0.6;

/** Classes in which one event is often recorded twice under two names: rain, flood and slide; a crash and what it spills. */
const RELATED: readonly (readonly string[])[] = [
  ['N01', 'N02', 'N04'],
  ['A02', 'A04', 'A11', 'A08'],
  ['A08', 'A03', 'A10', 'A01'],
  ['H01', 'H02', 'H03', 'H04'],
];

/** Open incidents that may be the same, the likest first. Nothing is ever merged by it. */
export function similarTo(probe: Probe, others: Iterable<Incident>, most = 3): Likeness[] {
  const found: Likeness[] = [];
  for (const incident of others) {
    const likeness = incident.status === 'open' ? likenessOf(probe, incident) : undefined;
    if (likeness) found.push(likeness);
  }
  return found.sort((a, b) => b.score - a.score || (a.incident.id < b.incident.id ? -1 : 1)).slice(0, most);
}

/** An incident as something to ask about. */
export function probeOf({ title, typeCode, place, receivedAt }: Incident): Probe {
  return { title, typeCode, at: place, since: receivedAt };
}

function likenessOf(probe: Probe, incident: Incident): Likeness | undefined {
  const minutes = Math.abs(minutesBetween(incident.receivedAt, probe.since));
  if (minutes > WITHIN_MINUTES) return undefined;
  const kind = probe.typeCode === undefined ? 'related' : kindOf(probe.typeCode, incident.typeCode);
  const words = sharedWords(probe.title, incident.title);
  const metres = probe.at && Math.round(distanceM(probe.at, incident.place));
  // A place of which only the county is known may be anywhere in it.
  const reach = WITHIN_M + Math.max(probe.at?.accuracyM ?? 0, incident.place.accuracyM ?? 0);
  const far = metres === undefined || metres > reach;
  if (words < SAME_WORDS && (far || kind === 'other')) return undefined;
  const near = metres === undefined ? 0.4 : Math.max(0, 1 - metres / reach);
  const recent = 1 - minutes / WITHIN_MINUTES;
  const score = WEIGHT.near * near + WEIGHT.recent * recent + WEIGHT.kind * { same: 1, related: 0.6, other: 0 }[kind] + WEIGHT.words * words;
  if (score < LIKE_ENOUGH && words < SAME_WORDS) return undefined;
  return { incident, score, minutes: Math.round(minutes), kind, words, ...(metres === undefined ? {} : { metres }) };
}

function kindOf(a: string, b: string): ClassLikeness {
  const [one, other] = [a.slice(0, 3), b.slice(0, 3)];
  if (one === other) return 'same';
  return RELATED.some((group) => group.includes(one) && group.includes(other)) ? 'related' : 'other';
}

/** How much two texts say alike, by pairs of characters (Dice): Chinese needs no splitting into words. */
export function sharedWords(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}
