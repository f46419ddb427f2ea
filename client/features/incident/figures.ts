import type { Casualties } from '#shared/incident/orders.ts';
import type { Losses } from '#shared/incident/record.ts';

/** Figures of people in the order of a report. Missing is not dead, and trapped is neither. */
export const FIGURES = ['dead', 'missing', 'seriousInjured', 'minorInjured', 'trapped', 'evacuated'] as const satisfies readonly (keyof Casualties)[];
export type Figure = (typeof FIGURES)[number];
/** Who fell ill is asked of what spreads, is eaten or poisons. */
export const PEOPLE = [...FIGURES, 'cases'] as const satisfies readonly (keyof Casualties)[];
export type Person = (typeof PEOPLE)[number];

export const LOSSES = [
  'housesCollapsed',
  'housesDamaged',
  'cropsHa',
  'burntForestHa',
  'directLossCny',
  'affected',
  'outageMinutes',
  'mainOutageMinutes',
  'recordsLeaked',
] as const satisfies readonly (keyof Losses)[];
export type Loss = (typeof LOSSES)[number];

/** What is asked of a class of incident, the first that fits. */
const ASKED: readonly [codes: readonly string[], losses: readonly Loss[]][] = [
  [['S07'], ['outageMinutes', 'mainOutageMinutes', 'recordsLeaked', 'directLossCny']],
  [['N06'], ['burntForestHa', 'housesDamaged', 'directLossCny', 'affected']],
  [['N'], ['housesCollapsed', 'housesDamaged', 'cropsHa', 'directLossCny', 'affected']],
  [
    ['A', 'S'],
    ['directLossCny', 'housesDamaged', 'affected'],
  ],
  [['H'], ['directLossCny', 'affected']],
];
const ILLNESS = ['H', 'A02', 'A11'];

/** The figures of people that a class has, and any that was given all the same. */
export function peopleOf(typeCode: string, given: Casualties = {}): Person[] {
  return PEOPLE.filter((figure) => figure !== 'cases' || given.cases !== undefined || ILLNESS.some((code) => typeCode.startsWith(code)));
}

export function lossesOf(typeCode: string, given: Losses = {}): Loss[] {
  const asked = ASKED.find(([codes]) => codes.some((code) => typeCode.startsWith(code)))?.[1] ?? ['directLossCny', 'affected'];
  return LOSSES.filter((loss) => asked.includes(loss) || given[loss] !== undefined);
}

const CNY_PER_UNIT = 10_000;
const COUNT = /^\d{1,8}$/;
const AMOUNT = /^\d{1,8}(\.\d{1,4})?$/;

/** A figure as people type and read it: money in 万元. */
export const shownFigure = (figure: string, value: number): number => (figure === 'directLossCny' ? value / CNY_PER_UNIT : value);

/** A typed figure: nothing for an empty field, which is a figure that nobody gave and not 0. */
export function typedFigure(figure: string, typed: string): number | 'wrong' | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (figure === 'directLossCny') return AMOUNT.test(text) ? Math.round(Number(text) * CNY_PER_UNIT) : 'wrong';
  return (figure.endsWith('Ha') ? AMOUNT : COUNT).test(text) ? Number(text) : 'wrong';
}

/** Typed figures of one part, and which of them can't be read. */
export function typedFigures<F extends string>(figures: readonly F[], typed: Partial<Record<F, string>>): { values: Partial<Record<F, number>>; wrong: F[] } {
  const values: Partial<Record<F, number>> = {};
  const wrong: F[] = [];
  for (const figure of figures) {
    const value = typedFigure(figure, typed[figure] ?? '');
    if (value === 'wrong') wrong.push(figure);
    else if (value !== undefined) values[figure] = value;
  }
  return { values, wrong };
}
