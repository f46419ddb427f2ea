/** Whether a line was begun and not finished: it would be lost without a word. */
export const isHalf = <K extends string>(lines: readonly Readonly<Record<K, string>>[], needed: readonly NoInfer<K>[]): boolean =>
  lines.some((line) => Object.values(line).some((value) => value !== '') && needed.some((name) => line[name].trim() === ''));
