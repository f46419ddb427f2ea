import { KINDS, type Models, type Stored } from '#server/documents/models.ts';
import { fromStored } from '#server/documents/documents.ts';
import { searchGrams } from '#server/documents/searchable.ts';
import type { Folded } from './fold-journal.ts';

/** All that the collections hold, in the form that a fold of the journal has. */
export async function documentsOf(models: Models): Promise<Map<string, Folded>> {
  const all = new Map<string, Folded>();
  for (const kind of KINDS) {
    for (const stored of (await models[kind].find().lean()) as Stored[])
      all.set(`${kind}/${stored._id}`, { kind, doc: fromStored(stored), active: stored.active });
  }
  return all;
}

/** A document as its collection keeps it. */
export function storedOf({ kind, doc, active }: Folded): Stored {
  const { id, ...rest } = doc;
  const grams = searchGrams(kind, doc);
  return { _id: id, ...rest, ...(grams ? { grams } : {}), active } as Stored;
}
