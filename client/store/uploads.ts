import { v7 } from 'uuid';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { campaign } from './leader.ts';
import { postFile } from './post-file.ts';
import { UploadQueue, type Upload } from './upload-queue.ts';

const uploads = createStore<{ all: readonly Upload[]; unkept: boolean }>(() => ({ all: [], unkept: false }));
let queue: UploadQueue | undefined;

/** Files on their way from this device, oldest first. */
export const useUploads = (): readonly Upload[] => useStore(uploads, ({ all }) => all);

export const useUnkeptFiles = (): boolean => useStore(uploads, ({ unkept }) => unkept);

export const retryUpload = (id: string): void => void queue?.retry(id);

export const dismissUpload = (id: string): void => void queue?.dismiss(id);

/** Takes files for an incident: they are kept on this device, wait for a word on what they show, and go when they are released. */
export function holdFiles(incidentId: string, files: readonly File[]): void {
  for (const file of files) {
    const name = file.name === '' ? 'image' : file.name;
    void queue?.add({ id: v7(), incidentId, name, blob: file, at: new Date().toISOString(), state: 'draft' });
  }
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
  void mine.open(`fenghuo.uploads.${userId}`);
  const resign = campaign(`uploads.${userId}`, () => mine.lead());
  const wake = (): void => mine.hurry();
  window.addEventListener('online', wake);
  return () => {
    window.removeEventListener('online', wake);
    resign();
    mine.close();
    queue = undefined;
    uploads.setState({ all: [], unkept: false });
  };
}
