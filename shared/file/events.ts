import type { z } from 'zod';
import type { Entry } from '#shared/incident/entry.ts';
import type { AttachFile } from './orders.ts';

type Attached = z.infer<typeof AttachFile>;

export interface FileAttached extends Entry, Omit<Attached, 'incidentId' | 'type'> {
  type: 'file.attached';
  fileId: string;
  fileType: Attached['type'];
  exercise: boolean;
  /** The team that took it. */
  alsoReadBy?: readonly string[];
}

export type FileEvent = FileAttached;
