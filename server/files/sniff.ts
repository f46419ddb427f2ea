import { fileTypeFromBuffer } from 'file-type';
import type { FileType } from '#shared/file/orders.ts';

const PHOTOS: Readonly<Record<string, FileType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
};
const PDF_BEGINS = '%PDF-';
const PDF_ENDS = '%%EOF';
/** Readers look for the end in so much of the tail. */
const TAIL_BYTES = 2048;

/** What the bytes are, whatever their name or the sender says; nothing when it is nothing that is taken. */
export async function sniff(bytes: Buffer): Promise<FileType | undefined> {
  if (bytes.subarray(0, PDF_BEGINS.length).toString('latin1') === PDF_BEGINS)
    return bytes.subarray(-TAIL_BYTES).includes(PDF_ENDS) ? 'application/pdf' : undefined;
  const found = await fileTypeFromBuffer(bytes);
  return found && PHOTOS[found.mime];
}
