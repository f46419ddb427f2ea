import type { Kind } from '#shared/world.ts';
import { Schema, type Connection, type Model } from 'mongoose';
import { KINDS, type Models } from './models.ts';

interface Stored {
  _id: 'documents';
  /** Every document is at least as new as this commit. */
  seq: number;
  /** The kinds that were kept up to it. A store of before this was noted has none. */
  kinds?: Kind[];
}

const schema = new Schema<Stored>({ _id: String, seq: Number, kinds: [String] } as never, {
  collection: 'checkpoint',
  versionKey: false,
  autoCreate: false,
  autoIndex: false,
});

/** How far the collections are, and of which kinds they are. */
export interface Checkpoint {
  read(): Promise<{ seq: number; /** Kinds of this version that the collections were not kept of. */ lacking: readonly Kind[] }>;
  write(seq: number): Promise<void>;
  /** Empties the collections, so that the journal is folded into them from its beginning, even if this is cut short. */
  empty(models: Models): Promise<void>;
}

export function openCheckpoint(connection: Connection): Checkpoint {
  const model: Model<Stored> = connection.model<Stored>('Checkpoint', schema);
  const put = (seq: number, kinds: readonly Kind[]) => model.updateOne({ _id: 'documents' }, { $set: { seq, kinds } }, { upsert: true });
  return {
    async read() {
      const stored = await model.findById('documents').lean<Stored>();
      if (!stored) return { seq: 0, lacking: [] };
      const known = new Set(stored.kinds);
      return { seq: stored.seq, lacking: KINDS.filter((kind) => !known.has(kind)) };
    },
    async write(seq) {
      await put(seq, KINDS);
    },
    async empty(models) {
      // Of no kind at all: whoever comes upon what is half emptied empties it again.
      await put(0, []);
      for (const kind of KINDS) await models[kind].collection.deleteMany({});
    },
  };
}
