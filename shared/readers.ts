import { cityOf, regionChain } from './region.ts';
import type { Actor } from './seat.ts';

/** Whether a seat with these rooms may see a document with these readers: one intersection, everywhere the same. */
export function mayRead(rooms: ReadonlySet<string>, readers: readonly string[]): boolean {
  for (const reader of readers) if (rooms.has(reader)) return true;
  return false;
}

/** Readers of a drill are other rooms: whoever is only in real rooms can't be sent a drill, nor the reverse. */
export function inMode(readers: readonly string[], exercise: boolean): string[] {
  return exercise ? readers.map((reader) => `drill:${reader}`) : [...readers];
}

/**
 * Who sees what happens at a place: the place's region and everything above it, the orderer's own
 * organisation and everything above that, the departments whose line it is, and whoever ordered it.
 * Reporting goes upward and may skip a level; nothing is shown downward (ERL art. 17).
 */
export function placeReaders(adcode: string, typeCode: string, actor: Actor): string[] {
  const regional = /^\d+$/.test(actor.org);
  const own = regional ? regionChain(actor.org) : [actor.org];
  const city = regional ? cityOf(actor.org) : cityOf(adcode);
  const there = cityOf(adcode) === city ? regionChain(adcode) : [];
  const regions = [...new Set([...there, ...own])];
  const line = typeCode.slice(0, 3);
  return [...regions.map((org) => `org:${org}`), ...regions.filter((org) => org.length === 6).map((org) => `line:${org}:${line}`), `user:${actor.id}`];
}
