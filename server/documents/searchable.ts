import { COUNTIES } from '#shared/ganzhou.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import type { Kind } from '#shared/world.ts';
import { gramsOf } from './grams.ts';
import { soundGrams, soundsAsked } from './pinyin.ts';

const CHARACTER = /\p{Script=Han}/gu;
const COUNTY_NAMES = new Map<string, string>(COUNTIES.map(([adcode, zh]) => [adcode, zh]));

/** By what a document is found: by pairs of characters, by one character, by sound. Absent for what is not searched by words. */
export function searchGrams(kind: Kind, doc: object): string[] | undefined {
  // A document of a kind is of that kind.
  if (kind === 'incident') return incidentGrams(doc as Incident);
  return kind === 'note' && (doc as Note).text !== '' ? found((doc as Note).text) : undefined;
}

const incidentGrams = ({ title, number, place }: Incident): string[] => found(title, number, place.text, COUNTY_NAMES.get(place.adcode.slice(0, 6)));

function found(...texts: readonly (string | undefined)[]): string[] {
  const characters = texts.join('').match(CHARACTER) ?? [];
  return [...new Set([...gramsOf(...texts), ...characters, ...soundGrams(...texts)])];
}

/** What is asked, word by word: of each word the ways in which it may be meant, of each way the grams that must all be there. */
export function waysAsked(words: string | undefined): string[][][] {
  const each = (words ?? '').split(/\s+/).map((word) => [gramsOf(word), ...soundsAsked(word)].filter((grams) => grams.length > 0));
  return each.filter((ways) => ways.length > 0);
}
