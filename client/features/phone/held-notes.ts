import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { send } from '#client/store/outbox.ts';
import { sessionNow } from '#client/store/session.ts';
import { attach, uploadsNow, onUploads } from '#client/store/uploads.ts';
import { shrink } from '#client/ui/shrink.ts';
import { ready, type HeldNote } from './note-ready.ts';

export type { HeldNote } from './note-ready.ts';

const KEY = 'fenghuo.team.notes';
const held = createStore<readonly HeldNote[]>(() => kept());

export const useHeldNotes = (): readonly HeldNote[] => useStore(held);

function kept(): readonly HeldNote[] {
  // Written only by `keep`.
  return JSON.parse(localStorage.getItem(KEY) ?? '[]') as HeldNote[];
}

function keep(notes: readonly HeldNote[]): void {
  localStorage.setItem(KEY, JSON.stringify(notes));
  held.setState(notes, true);
}

/** Enters words and photos in the log of a mission. The entry names its photos, so it waits on this phone until they are there. */
export async function enter(of: { dispatchId: string; incidentId: string }, text: string, photos: readonly Blob[], at: string): Promise<void> {
  if (photos.length === 0) return void send('dispatch.log', { dispatchId: of.dispatchId, text, at });
  const userId = sessionNow()?.user.id ?? '';
  const smaller = await Promise.all(photos.map(shrink));
  const files = smaller.map((blob, n) => new File([blob], `${at.slice(0, 19).replaceAll(/\D/g, '')}-${n + 1}.jpg`, { type: blob.type }));
  const fileIds = attach(of.incidentId, files, false);
  keep([...held.getState(), { userId, dispatchId: of.dispatchId, text, at, fileIds }]);
}

/** Sends each entry when what it names has come to the server, or was refused there. */
export function keepNotes(): void {
  onUploads(() => {
    const { all, loaded } = uploadsNow();
    if (!loaded) return;
    const userId = sessionNow()?.user.id;
    const going = held.getState().flatMap((note) => {
      const fileIds = note.userId === userId ? ready(note, all) : undefined;
      return fileIds === undefined ? [] : [{ note, fileIds }];
    });
    if (going.length === 0) return;
    for (const { note, fileIds } of going) {
      const { dispatchId, text, at } = note;
      send('dispatch.log', { dispatchId, text, at, ...(fileIds.length > 0 ? { fileIds: [...fileIds] } : {}) });
    }
    keep(held.getState().filter((note) => !going.some((one) => one.note === note)));
  });
}
