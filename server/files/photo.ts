import sharp, { type Sharp } from 'sharp';
import { refuse } from '#shared/refusal.ts';
import type { LngLat } from '#shared/geo.ts';
import type { FileType } from '#shared/file/orders.ts';
import { positionOf, withoutPosition } from './exif-position.ts';

export interface Photo {
  bytes: Buffer;
  width?: number;
  height?: number;
  position?: LngLat;
  preview?: Buffer;
}

type Photographed = Exclude<FileType, 'application/pdf'>;

/** A camera's most, with room: a picture of more is made to fill the memory. */
const MOST_PIXELS = 120_000_000;
const PREVIEW_PX = 480;
const SECONDS = 20;

sharp.cache(false);
sharp.concurrency(1);

/** A photo as it is kept: drawn anew without what a camera writes into it, or as evidence untouched. */
export async function preparePhoto(bytes: Buffer, type: Photographed, evidence: boolean): Promise<Photo> {
  const position = evidence ? await positionOf(bytes) : undefined;
  const where = position ? { position } : {};
  if (type === 'image/heic') return { bytes: evidence ? bytes : await scrubbed(bytes), ...where };
  try {
    const kept = evidence ? bytes : await drawnAnew(bytes, type);
    const { width, height, orientation = 1 } = await open(kept).metadata();
    // Of a camera held upright the sides are told the other way round.
    const [w, h] = orientation >= 5 ? [height, width] : [width, height];
    const preview = await open(kept).rotate().resize(PREVIEW_PX, PREVIEW_PX, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 72 }).toBuffer();
    return { bytes: kept, width: w, height: h, preview, ...where };
  } catch (error) {
    return refuse('file.damaged', `The photo can not be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown'}.`);
  }
}

const open = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).timeout({ seconds: SECONDS });

/** Upright, and without any metadata. */
function drawnAnew(bytes: Buffer, type: Exclude<Photographed, 'image/heic'>): Promise<Buffer> {
  const upright = open(bytes).rotate();
  if (type === 'image/png') return upright.png().toBuffer();
  return type === 'image/webp' ? upright.webp({ quality: 88 }).toBuffer() : upright.jpeg({ quality: 88 }).toBuffer();
}

/** HEIC can't be drawn here: its position is overwritten where it stands, and looked for once more. */
async function scrubbed(bytes: Buffer): Promise<Buffer> {
  const clean = withoutPosition(bytes);
  if (await positionOf(clean)) refuse('file.position', 'The position can not be taken out of this photo: send it as JPEG, or keep it as evidence.');
  return clean;
}
