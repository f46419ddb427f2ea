import type { OrderType } from '#shared/catalogue.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { aCordon, aFlood, aRoute, placeIn } from './payloads.ts';
import type { Seeded } from './seeded.ts';
import { GONGJIANG, VILLAGE, YUDU, ZHANGGONG } from './seats.ts';

export interface RandomOrder {
  id: string;
  type: OrderType;
  payload: Record<string, unknown>;
}

const PLACES = [
  YUDU,
  YUDU,
  ZHANGGONG,
  ZHANGGONG,
  GONGJIANG,
  VILLAGE,
  '360700',
  '360702001',
  '360802',
  '441602',
  '441602',
  ...COUNTIES.slice(0, 4).map(([code]) => code),
];
const CLASSES = ['N01', 'N01.2', 'N02.1', 'N06', 'A08', 'S01'];

/** Any order about any of these incidents, in real places and in drills; some of them will be refused. */
export function randomOrder(
  chance: Seeded,
  incidents: readonly string[],
  words: () => string = () => '…',
  /** Users whom a restricted incident may name. */
  named: readonly string[] = [],
): RandomOrder {
  const id = chance.uuid();
  if (incidents.length === 0 || chance.chance(0.2)) return { id, type: 'incident.log', payload: randomLog(chance, words()) };
  const incidentId = chance.pick(incidents);
  const n = chance.below(14);
  if (n === 13) return { id, type: 'dispatch.request', payload: randomNeed(chance, incidentId, words()) };
  if (n === 12) return { id, type: 'sketch.draw', payload: randomSketch(chance, incidentId, words()) };
  if (n < 4) return { id, type: 'incident.note', payload: { incidentId, text: words() } };
  if (n < 7) return { id, type: 'incident.update', payload: { incidentId, ...randomChange(chance, words()) } };
  if (n < 8) return { id, type: 'incident.assess', payload: { incidentId, severity: chance.pick([1, 2, 3, 4, null]), basis: words() } };
  if (n < 10) return { id, type: 'incident.close', payload: { incidentId, reason: words() } };
  if (n < 11) return { id, type: 'incident.correct', payload: { incidentId, n: 1 + chance.below(4), text: words(), reason: words() } };
  if (chance.chance(0.6)) return { id, type: 'incident.restrict', payload: { incidentId, named: chance.shuffled(named).slice(0, 2), reason: words() } };
  return { id, type: 'incident.release', payload: { incidentId, reason: words() } };
}

function randomLog(chance: Seeded, words: string): Record<string, unknown> {
  const said = { title: words, typeCode: chance.pick(CLASSES), place: randomPlace(chance, words), text: words };
  return aFlood({ ...said, source: { channel: 'phone', unit: words }, ...(chance.chance(0.3) ? { exercise: true } : {}) });
}

function randomChange(chance: Seeded, words: string): Record<string, unknown> {
  const n = chance.below(5);
  if (n === 4) return { account: { cause: words }, losses: { affected: chance.below(90) } };
  if (n === 0) return { title: words };
  if (n === 1) return { typeCode: chance.pick(CLASSES) };
  return n === 2 ? { place: randomPlace(chance, words) } : { casualties: { missing: chance.below(9) } };
}

/** A need for teams, of whom there may be none. */
const randomNeed = (chance: Seeded, incidentId: string, text: string): Record<string, unknown> => ({
  incidentId,
  capability: { category: chance.pick(['water', 'mountain']) },
  teamsNeeded: 1 + chance.below(2),
  staging: { lng: 115, lat: 25, text },
  acceptBy: '2099-01-01T00:00:00Z',
  hazards: text,
});

/** Mostly of an incident, now and then of none. */
function randomSketch(chance: Seeded, incidentId: string, label: string): Record<string, unknown> {
  const of = chance.chance(0.7) ? { incidentId } : { exercise: chance.chance(0.3) };
  return { ...chance.pick([aCordon, aRoute]), ...of, label };
}

const randomPlace = (chance: Seeded, text: string) =>
  placeIn(chance.pick(PLACES), { text, lng: 114.5 + chance.below(100) / 50, lat: 25 + chance.below(100) / 50 });
