import exifr from 'exifr';
import type { LngLat } from '#shared/geo.ts';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const GPS_TAG = 0x8825;
const ENTRY_BYTES = 12;
const COUNT_BYTES = 2;
const INLINE_BYTES = 4;
/** Bytes of one value, by the TIFF type's number. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_ENTRIES = 512;

/** Where a photo says it was taken. What can't be read says nothing. */
export async function positionOf(bytes: Buffer): Promise<LngLat | undefined> {
  const found = await exifr.gps(bytes).catch(() => undefined);
  if (!found || !Number.isFinite(found.latitude) || !Number.isFinite(found.longitude)) return undefined;
  const { latitude: lat, longitude: lng } = found;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lng, lat } : undefined;
}

/** The same photo with its position overwritten by zeros, byte for byte of the same length: for a format that can't be written anew here. */
export function withoutPosition(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(EXIF); at >= 0; at = copy.indexOf(EXIF, at + 1)) blank(copy.subarray(at + EXIF.length));
  return copy;
}

function blank(tiff: Buffer): void {
  const order = tiff.subarray(0, 4).toString('latin1');
  if (order !== 'II*\0' && order !== 'MM\0*') return;
  const little = order === 'II*\0';
  const inside = (at: number, bytes: number): boolean => at >= 0 && at + bytes <= tiff.length;
  const u16 = (at: number): number => (inside(at, 2) ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0);
  const u32 = (at: number): number => (inside(at, 4) ? (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0);
  const entriesAt = (ifd: number): number[] => Array.from({ length: Math.min(MOST_ENTRIES, u16(ifd)) }, (_, i) => ifd + COUNT_BYTES + i * ENTRY_BYTES);

  const pointer = entriesAt(u32(4)).find((entry) => u16(entry) === GPS_TAG);
  if (pointer === undefined) return;
  const ifd = u32(pointer + 8);
  for (const entry of entriesAt(ifd)) {
    const length = (TYPE_BYTES[u16(entry + 2)] ?? 1) * u32(entry + 4);
    const value = u32(entry + 8);
    if (length > INLINE_BYTES && inside(value, length)) tiff.fill(0, value, value + length);
    if (inside(entry, ENTRY_BYTES)) tiff.fill(0, entry, entry + ENTRY_BYTES);
  }
  if (inside(ifd, COUNT_BYTES)) tiff.fill(0, ifd, ifd + COUNT_BYTES);
}
