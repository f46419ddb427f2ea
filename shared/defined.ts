export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without what was given as undefined: an absent figure stays absent. */
export function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
