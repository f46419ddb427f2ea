import { v7 } from 'uuid';
import { campaign } from '#client/store/leader.ts';
import { postFile } from '#client/store/post-file.ts';
import { UploadQueue } from '#client/store/upload-queue.ts';
import { nowIso } from './clock.ts';
import { draftNow } from './draft.ts';
import { shrink } from '#client/ui/shrink.ts';
import { village } from './state.ts';

let queue: UploadQueue | undefined;

/** Keeps a photo with a report, or with one that is still being made. It goes when the report itself has been taken. */
export async function addPhoto(incidentId: string, file: Blob): Promise<void> {
  const id = v7();
  const blob = await shrink(file);
  await queue?.add({ id, incidentId, name: `${nowIso().slice(0, 19).replaceAll(':', '')}.jpg`, blob, at: nowIso(), state: 'queued' });
}

export const dropPhoto = (id: string): void => void queue?.dismiss(id);

export const retryPhoto = (id: string): void => void queue?.retry(id);

/** The report turned out to be the same as an earlier one: its photos go there. */
export const movePhotos = (from: string, to: string): Promise<void> => queue?.reassign(from, to) ?? Promise.resolve();

export const hurryPhotos = (): void => queue?.hurry();

/** Opens the photos of a reporter that wait on this phone; returns how to close them. */
export async function openPhotos(userId: string): Promise<() => void> {
  const mine = new UploadQueue({
    post: postFile,
    ready: ({ incidentId }) => village.getState().session?.csrf !== '' && isTaken(incidentId),
    changed: (photos) => village.setState({ photos }),
    unkept(error) {
      console.warn('Photos can not be kept on this phone.', error);
      village.setState({ unkept: true });
    },
  });
  queue = mine;
  await mine.open(`fenghuo.village.photos.${userId}`);
  // Of a report that was given up nobody wants the photos.
  for (const { id, incidentId } of village.getState().photos) if (!isKnown(incidentId)) await mine.dismiss(id);
  const resign = campaign(`village.photos.${userId}`, () => mine.lead());
  const stop = village.subscribe(({ sent, entries, incidents }, before) => {
    if (sent !== before.sent || entries !== before.entries || incidents !== before.incidents) mine.hurry();
  });
  return () => {
    stop();
    resign();
    mine.close();
    queue = undefined;
    village.setState({ photos: [] });
  };
}

/** Whether the server has the report: before that it would not know where the photo belongs. */
function isTaken(incidentId: string): boolean {
  const { sent, entries, incidents } = village.getState();
  return incidents.has(incidentId) || sent.some(({ id }) => id === incidentId) || entries.some(({ id, state }) => id === incidentId && state === 'recorded');
}

const isKnown = (incidentId: string): boolean =>
  isTaken(incidentId) || draftNow()?.id === incidentId || village.getState().entries.some(({ id }) => id === incidentId);
