import sharp, { type Sharp } from 'sharp';

/** Where the pictures here say that they were taken. */
export const TAKEN_AT = { lng: 115.5, lat: 25.95 };

const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 57/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '115/1 30/1 0/1' }, IFD0: { Make: 'Huawei' } };

/** A photo as a telephone makes it: with its position, and held upright. */
export async function photoWithPosition(width = 800, height = 600): Promise<Buffer> {
  return plain(width, height).withExif(GPS).withMetadata({ orientation: 6 }).withExifMerge(GPS).jpeg().toBuffer();
}

export const aPng = (): Promise<Buffer> => plain(40, 30).png().toBuffer();
export const aWebp = (): Promise<Buffer> => plain(40, 30).webp().toBuffer();

const plain = (width: number, height: number): Sharp => sharp({ create: { width, height, channels: 3, background: '#7a5230' } });

/** The least that is a PDF. */
export const aPdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${inside}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
