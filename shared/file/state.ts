import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { FileEvent } from './events.ts';
import type { FileType } from './orders.ts';

/** A photo or a paper of an incident. Its bytes are asked for by its id; they are what the sha-256 is of. */
export interface File extends Stamp {
  incidentId: string;
  name: string;
  type: FileType;
  bytes: number;
  sha256: string;
  caption?: string | undefined;
  width?: number | undefined;
  height?: number | undefined;
  /** Kept exactly as it came: nothing was taken out of it. */
  evidence?: true | undefined;
  position?: LngLat | undefined;
  at: string;
  by: Author;
  exercise: boolean;
  alsoReadBy?: readonly string[];
}

export function evolveFile(draft: Draft, event: FileEvent, at: string, by: Author): void {
  const { type: _type, fileId: id, fileType, n: _n, readers, ...facts } = event;
  putHeld(draft, 'file', { ...facts, id, type: fileType, at, by }, readers);
  const { name, caption, evidence } = event;
  putEntry(draft, event, at, by, { text: caption ?? '', set: { fileId: id, file: name, ...(evidence ? { evidence } : {}) } });
}
