import { Schema, type SchemaDefinition } from 'mongoose';

/**
 * A schema for one kind: the fields that are queried are named, the rest rides along as it is.
 * What may be in a document is decided by the zod contract and the events, before it comes here.
 */
export function kindSchema(fields: SchemaDefinition): Schema {
  const schema = new Schema(
    { _id: String, seq: Number, rev: Number, readers: [String], active: Boolean, ...fields },
    { versionKey: false, strict: false, minimize: false, autoCreate: false, autoIndex: false },
  );
  schema.index({ seq: 1 });
  schema.index({ active: 1 }, { partialFilterExpression: { active: true } });
  return schema;
}
