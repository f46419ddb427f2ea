import type { Commit } from '#shared/commit.ts';
import { Schema, type Connection, type Model } from 'mongoose';

/** How a commit lies in MongoDB: its seq is its `_id`, so two writers can't both have one. */
export type StoredCommit = Omit<Commit, 'seq'> & { _id: number };

const schema = new Schema<StoredCommit>(
  {
    _id: { type: Number, required: true },
    order: { type: Schema.Types.Mixed, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    at: { type: String, required: true },
    events: { type: [Schema.Types.Mixed], required: true } as never,
    refs: { type: Schema.Types.Mixed, required: true },
    streams: { type: [String], required: true },
    prev: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { collection: 'journal', versionKey: false, autoCreate: false, autoIndex: false, minimize: false },
);
schema.index({ 'order.id': 1 }, { unique: true });
// Multikey: also finds every commit of a document, which is how the past is replayed.
schema.index({ streams: 1 }, { unique: true });

export function commitModel(connection: Connection): Model<StoredCommit> {
  return connection.model<StoredCommit>('Commit', schema);
}
