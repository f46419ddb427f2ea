import { CLASSES, categoryOf, type Category } from '#shared/incident/classes.ts';

export interface ClassChoice {
  code: string;
  zh: string;
  en: string;
  category: Category;
  /** The class of a sub-type. */
  within?: { zh: string; en: string };
}

/** Every class, each followed by its sub-types. */
export const CLASS_CHOICES: readonly ClassChoice[] = CLASSES.flatMap(({ code, zh, en, subtypes }) => [
  { code, zh, en, category: categoryOf(code) },
  ...subtypes.map(([subZh, subEn], i) => ({ code: `${code}.${i + 1}`, zh: subZh, en: subEn, category: categoryOf(code), within: { zh, en } })),
]);

/** What typing offers: a code from its start, then names from their start, then names that contain it; a class brings its sub-types. */
export function filterClasses(text: string): ClassChoice[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return [...CLASS_CHOICES];
  const ranked = CLASS_CHOICES.map((choice) => ({ choice, rank: rankOf(choice, typed) })).filter(({ rank }) => rank < 9);
  return ranked
    .slice()
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

function rankOf({ code, zh, en, within }: ClassChoice, typed: string): number {
  const name = en.toLowerCase();
  if (code.toLowerCase() === typed) return 0;
  if (code.toLowerCase().startsWith(typed)) return 1;
  if (zh.startsWith(typed) || name.startsWith(typed)) return 2;
  if (zh.includes(typed) || name.includes(typed)) return 3;
  if (within && (within.zh.includes(typed) || within.en.toLowerCase().includes(typed))) return 4;
  return 9;
}
