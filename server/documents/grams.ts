const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The pairs of neighbouring characters in a text. MongoDB's own text search takes a run of Chinese for one word;
 * pairs find 章贡 in 赣州市章贡区 without a dictionary.
 */
export function gramsOf(...texts: readonly (string | undefined)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    for (const [word] of (text ?? '').toLowerCase().matchAll(WORD)) {
      const characters = Array.from(word);
      if (characters.length === 1) grams.add(word);
      for (let i = 0; i + 1 < characters.length; i += 1) grams.add(`${characters[i]}${characters[i + 1]}`);
    }
  }
  return [...grams];
}
