import type { Connection } from 'mongoose';

/** What is asked of a Mongoose model here, whatever its documents are. */
interface IndexedModel {
  readonly modelName: string;
  createCollection(): Promise<unknown>;
  createIndexes(): Promise<unknown>;
}

/**
 * Makes every collection and index that the models declare. Runs at each start:
 * an index whose building was cut short is gone afterwards, and uniqueness with it.
 */
export async function ensureIndexes(connection: Connection, models: readonly IndexedModel[] = Object.values(connection.models)): Promise<void> {
  for (const model of models) {
    try {
      await model.createCollection();
      await model.createIndexes();
    } catch (error) {
      throw new Error(`The indexes of ${model.modelName} could not be made.`, { cause: error });
    }
  }
}
