import { Schema, type Connection, type Model } from 'mongoose';

/** An incident's key, wrapped by the master key. Without it, what was sealed under it is noise. */
export interface KeyRecord {
  /** The incident, or `check`: a known word by which a start sees that it has the right master key. */
  _id: string;
  wrapped: string;
}

/** What is personal of one person, sealed under the incident's key. */
export interface PersonRecord {
  /** The person: also the id of the order that recorded it. */
  _id: string;
  incidentId: string;
  sealed: string;
  /** The keyed hash of the order that recorded it. */
  digest: string;
  at: Date;
}

const options = { strict: 'throw', strictQuery: 'throw', versionKey: false, autoCreate: false, autoIndex: false } as const;
const text = { type: String, required: true } as const;

const keySchema = new Schema<KeyRecord>({ _id: text, wrapped: text } as never, { ...options, collection: 'vault.keys' });
const personSchema = new Schema<PersonRecord>({ _id: text, incidentId: text, sealed: text, digest: text, at: { type: Date, required: true } } as never, {
  ...options,
  collection: 'vault.persons',
});
personSchema.index({ incidentId: 1 });

export interface VaultModels {
  keys: Model<KeyRecord>;
  persons: Model<PersonRecord>;
}

export function vaultModels(connection: Connection): VaultModels {
  return { keys: connection.model<KeyRecord>('VaultKey', keySchema), persons: connection.model<PersonRecord>('VaultPerson', personSchema) };
}
