import type { Upload } from '#client/store/upload-queue.ts';

/** An entry of a log whose photos are on their way. */
export interface HeldNote {
  userId: string;
  dispatchId: string;
  text: string;
  at: string;
  fileIds: readonly string[];
}

/** Which photos the entry names once none of them is on its way; nothing while one is. A refused photo is left out: the words go all the same. */
export function ready({ fileIds }: Pick<HeldNote, 'fileIds'>, uploads: readonly Pick<Upload, 'id' | 'state'>[]): readonly string[] | undefined {
  const mine = uploads.filter(({ id }) => fileIds.includes(id));
  if (mine.some(({ state }) => state !== 'refused')) return undefined;
  return fileIds.filter((id) => !mine.some((upload) => upload.id === id));
}
