import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { v7 } from 'uuid';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Shapes } from './geojson.ts';
import { readUpload } from './read-upload.ts';
import { UploadFault } from './upload-fault.ts';

/** A layer of one's own: kept on this device for this user, seen by nobody else. */
export interface Upload extends Shapes {
  id: string;
  name: string;
  /** A colour of the stylesheet. */
  colour: UploadColour;
  hidden: boolean;
  /** Its coordinates are GCJ-02: what is drawn is shifted, the file is kept as it came. */
  gcj: boolean;
}

export const UPLOAD_COLOURS = ['sketch-place', 'sketch-passable', 'sketch-danger', 'accent', 'level-4', 'sketch-closed'] as const;
export type UploadColour = (typeof UPLOAD_COLOURS)[number];

interface Kept extends DBSchema {
  uploads: { key: string; value: Upload };
}

const uploads = createStore<readonly Upload[]>(() => []);
let disk: Promise<IDBPDatabase<Kept>> | undefined;
let owner: string | undefined;

export const useUploads = (): readonly Upload[] => useStore(uploads);

/** Shows the layers of a user. */
export async function openUploads(userId: string): Promise<void> {
  if (owner === userId) return;
  owner = userId;
  uploads.setState([], true);
  disk = openDB<Kept>(`fenghuo.layers.${userId}`, 1, { upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'id' }) });
  const kept = await (await disk).getAll('uploads');
  if (owner === userId) uploads.setState(kept, true);
}

/** Takes a file in, or says by an UploadFault what is wrong with it. */
export async function addUpload(file: File, gcj: boolean): Promise<Upload> {
  const shapes = await readUpload(file);
  const used = uploads.getState().map(({ colour }) => colour);
  const colour = UPLOAD_COLOURS.find((one) => !used.includes(one)) ?? UPLOAD_COLOURS[0];
  const upload: Upload = { id: v7(), name: file.name, colour, hidden: false, gcj, ...shapes };
  uploads.setState([...uploads.getState(), upload], true);
  await keep(upload);
  return upload;
}

export async function changeUpload(upload: Upload, change: Partial<Pick<Upload, 'colour' | 'hidden' | 'gcj'>>): Promise<void> {
  const next = { ...upload, ...change };
  uploads.setState(
    uploads.getState().map((one) => (one.id === upload.id ? next : one)),
    true,
  );
  await keep(next);
}

export async function removeUpload(id: string): Promise<void> {
  uploads.setState(
    uploads.getState().filter((one) => one.id !== id),
    true,
  );
  await (await disk)?.delete('uploads', id);
}

async function keep(upload: Upload): Promise<void> {
  try {
    await (await disk)?.put('uploads', upload);
  } catch (error) {
    console.warn('The layer could not be kept on this device.', error);
    throw new UploadFault('unkept');
  }
}
