import { v7 } from 'uuid';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { campaign } from './leader.ts';
import { postFile } from './post-file.ts';
import { UploadQueue, type Upload } from './upload-queue.ts';

interface Uploads {
  all: readonly Upload[];
  unkept: boolean;
  /** Whether what an earlier page left was read: before that nothing can be said to have gone. */
  loaded: boolean;
}

const NONE: Uploads = { all: [], unkept: false, loaded: false };
const uploads = createStore<Uploads>(() => NONE);
let queue: UploadQueue | undefined;

/** Files on their way from this device, oldest first. */
export type { Upload } from './upload-queue.ts';

export const useUploads = (): readonly Upload[] => useStore(uploads, ({ all }) => all);

export const useUnkeptFiles = (): boolean => useStore(uploads, ({ unkept }) => unkept);

/** The same at this moment, outside React, and at every change of it. */
export const uploadsNow = (): Uploads => uploads.getState();
export const onUploads = (listener: () => void): (() => void) => uploads.subscribe(listener);

export const retryUpload = (id: string): void => void queue?.retry(id);

export const dismissUpload = (id: string): void => void queue?.dismiss(id);

/** Takes files for an incident: they are kept on this device, wait for a word on what they show, and go when they are released. */
export function holdFiles(incidentId: string, files: readonly File[]): void {
  for (const file of files) {
    const name = file.name === '' ? 'image' : file.name;
    void queue?.add({ id: v7(), incidentId, name, blob: file, at: new Date().toISOString(), state: 'draft' });
  }
}

/** Adds files to an incident: they are kept on this device until the server has answered. Answers with their names, under which they will be there. */
export function attach(incidentId: string, files: readonly File[], evidence: boolean): string[] {
  return files.map((file) => {
    const id = v7();
    const name = file.name === '' ? 'image' : file.name;
    void queue?.add({ id, incidentId, name, blob: file, ...(evidence ? { evidence } : {}), at: new Date().toISOString(), state: 'queued' });
    return id;
  });
}

export const describeUpload = (id: string, said: { caption?: string; evidence?: boolean }): void => void queue?.describe(id, said);

export const releaseUploads = (ids: readonly string[]): void => void queue?.release(ids);

/** Opens the queue of a user; returns how to close it. What waits stays on disk. */
export function openUploads(userId: string): () => void {
  const mine = new UploadQueue({
    post: postFile,
    changed: (all) => uploads.setState({ all }),
    unkept(error) {
      console.warn('Files can not be kept on this device.', error);
      uploads.setState({ unkept: true });
    },
  });
  queue = mine;
  void mine.open(`fenghuo.uploads.${userId}`).then(() => queue === mine && uploads.setState({ loaded: true }));
  const resign = campaign(`uploads.${userId}`, () => mine.lead());
  const wake = (): void => mine.hurry();
  window.addEventListener('online', wake);
  return () => {
    window.removeEventListener('online', wake);
    resign();
    mine.close();
    queue = undefined;
    uploads.setState(NONE);
  };
}
