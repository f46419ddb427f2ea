import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { IncidentId } from '#shared/incident/orders.ts';

/** What is taken: photos and papers. Nothing that a browser would run. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
export const FileType = z.enum(FILE_TYPES);
export type FileType = z.infer<typeof FileType>;

export const isPhoto = (type: FileType): boolean => type !== 'application/pdf';

const pixels = z.number().int().min(1).max(100_000);

export const Caption = z.string().trim().min(1).max(300);

/** Given by the server for whoever uploaded, when the bytes are kept. The order's id is the file's. */
export const AttachFile = z.strictObject({
  incidentId: IncidentId,
  name: z.string().trim().min(1).max(120),
  type: FileType,
  /** Of the bytes as they are kept. */
  bytes: z.number().int().min(1).max(100_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  caption: Caption.optional(),
  width: pixels.optional(),
  height: pixels.optional(),
  /** Kept exactly as it came. */
  evidence: z.literal(true).optional(),
  /** Where a photo kept as evidence says it was taken. */
  position: z.strictObject({ lng: Longitude, lat: Latitude }).optional(),
});

export const fileOrders = { 'file.attach': AttachFile } as const;
