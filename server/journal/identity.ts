import { Schema, type Connection } from 'mongoose';

interface Identity {
  _id: 'journal';
  id: string;
  startedAt: string;
}

const schema = new Schema<Identity>({ _id: String, id: String, startedAt: String } as never, {
  collection: 'identity',
  versionKey: false,
  autoCreate: false,
  autoIndex: false,
});

/** The journal's name, made once. A client that has followed another journal must start afresh. */
export async function journalIdentity(connection: Connection, id: string, now: Date): Promise<string> {
  const model = connection.model<Identity>('Identity', schema);
  await model.updateOne({ _id: 'journal' }, { $setOnInsert: { id, startedAt: now.toISOString() } }, { upsert: true });
  const found = await model.findById('journal').lean<Identity>();
  return found?.id ?? id;
}
