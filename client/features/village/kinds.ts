/** The pictures of the first step, in the order of the grid, and the class each one means. The last opens `MORE_KINDS`. */
export const KINDS = {
  flood: 'N01.2',
  landslide: 'N04.1',
  forestFire: 'N06',
  fire: 'A08',
  road: 'A04',
  food: 'H04',
  // No class names a fallen house. Housing and construction answer for it, and their line is A01.4; the title says what it is.
  collapse: 'A01.4',
  outage: 'A10',
} as const;

/** What has no picture of its own. */
export const MORE_KINDS = {
  debrisFlow: 'N04.3',
  waterlogging: 'N01.3',
  reservoir: 'N01.4',
  gale: 'N02.4',
  hail: 'N02.5',
  drowning: 'A06',
  chemical: 'A02',
  pollution: 'A11',
  epidemic: 'H01',
  animals: 'H06',
  quake: 'N03',
  crowd: 'S01',
  // Nothing of the above: told in words, classed by the duty desk. Every incident must have a class, and public utilities are nobody's alarm.
  words: 'A10',
} as const;

export type Kind = keyof typeof KINDS | keyof typeof MORE_KINDS;

export const typeCodeOf = (kind: Kind): string => ({ ...KINDS, ...MORE_KINDS })[kind];

// Object.keys of a constant object are its keys.
export const PICTURED = Object.keys(KINDS) as (keyof typeof KINDS)[];
export const UNPICTURED = Object.keys(MORE_KINDS) as (keyof typeof MORE_KINDS)[];

export const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name) || Object.hasOwn(MORE_KINDS, name);

/** The picture for a class: its own, else that of its main class, else the general one. */
export function pictureOf(typeCode: string): keyof typeof KINDS | 'other' {
  const main = typeCode.slice(0, 3);
  return PICTURED.find((kind) => KINDS[kind] === typeCode) ?? PICTURED.find((kind) => KINDS[kind].slice(0, 3) === main && kind !== 'collapse') ?? 'other';
}
