import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';
import type { Payload } from '#shared/catalogue.ts';

/** Bytes on their way to be an attachment: nobody sees them before their order is recorded. */
export interface KeptFile {
  id: string;
  /** Stands for what was sent: the same upload again is known by it. */
  source: string;
  order: Payload<'file.attach'>;
  bytes: Buffer;
  preview?: Buffer | undefined;
}

export type Known = Pick<KeptFile, 'source' | 'order'>;

/** The bytes of attachments, in GridFS of the same store. */
export interface FileStore {
  known(id: string): Promise<Known | undefined>;
  keep(file: KeptFile): Promise<void>;
  /** Its order is in the journal: from here on it stays. */
  attached(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The bytes, or nothing when they are not here. */
  read(id: string): Promise<Readable | undefined>;
  preview(id: string): Promise<Buffer | undefined>;
  /** Takes away what a crash has left: bytes without an order, and pieces without a file. */
  sweep(isRecorded: (orderId: string) => Promise<boolean>, now: Date): Promise<void>;
}

interface Entry {
  _id: string;
  uploadDate: Date;
  metadata: Known & { preview?: mongo.Binary; attached?: true };
}

const BUCKET = 'attachments';
const MAX_TIME_MS = 5000;
/** An upload that another server is just recording takes no longer. */
const UNDER_WAY_MS = 60 * 60 * 1000;

export function openFileStore(connection: Connection): FileStore {
  const db = (): mongo.Db => {
    if (!connection.db) throw new Error('The store is not connected.');
    return connection.db;
  };
  const entries = (): mongo.Collection<Entry> => db().collection<Entry>(`${BUCKET}.files`);
  const chunks = (): mongo.Collection => db().collection(`${BUCKET}.chunks`);
  const bucket = (): mongo.GridFSBucket => new mongo.GridFSBucket(db(), { bucketName: BUCKET });
  // GridFS takes any value as an id, although its type names one.
  const gridId = (id: string): mongo.ObjectId => id as unknown as mongo.ObjectId;
  const entryOf = (id: string): Promise<Entry | null> => entries().findOne({ _id: id }, { maxTimeMS: MAX_TIME_MS });

  async function remove(id: string): Promise<void> {
    await entries().deleteOne({ _id: id });
    await chunks().deleteMany({ files_id: id });
  }

  return {
    async known(id) {
      const entry = await entryOf(id);
      return entry ? { source: entry.metadata.source, order: entry.metadata.order } : undefined;
    },
    async keep({ id, source, order, bytes, preview }) {
      // The pieces of a try that was cut short: the file itself is written last.
      await chunks().deleteMany({ files_id: id });
      const metadata = { source, order, ...(preview ? { preview: new mongo.Binary(preview) } : {}) };
      await pipeline([bytes], bucket().openUploadStreamWithId(gridId(id), id, { metadata }));
    },
    async attached(id) {
      await entries().updateOne({ _id: id }, { $set: { 'metadata.attached': true } });
    },
    remove,
    async read(id) {
      return (await entryOf(id)) ? bucket().openDownloadStream(gridId(id)) : undefined;
    },
    async preview(id) {
      const entry = await entryOf(id);
      return entry?.metadata.preview ? Buffer.from(entry.metadata.preview.buffer) : undefined;
    },
    async sweep(isRecorded, now) {
      const before = new Date(now.getTime() - UNDER_WAY_MS);
      for await (const { _id } of entries().find({ 'metadata.attached': { $ne: true }, uploadDate: { $lt: before } }, { projection: { _id: 1 } })) {
        if (await isRecorded(_id)) await this.attached(_id);
        else await remove(_id);
      }
      const pieces = await chunks().distinct('files_id');
      for (const id of pieces as string[]) if (!(await entryOf(id))) await chunks().deleteMany({ files_id: id });
    },
  };
}
