/** The sentences of a text, each with the mark that ends it. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => line.match(/[^。！？；]+[。！？；]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[.．、])/;

/** Whether a line is only the name of a part: it is not said aloud. */
export const isHeading = (sentence: string): boolean => HEADING.test(sentence) && !/[。；]$/.test(sentence);

/** A sentence in pieces that can be said in one breath, cut where it pauses. */
export function breathsOf(sentence: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of sentence.match(/[^，、：,]+[，、：,]*/g) ?? []) {
    if (piece !== '' && piece.length + part.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
