import { readGeoJson, type Shapes } from './geojson.ts';
import { UploadFault } from './upload-fault.ts';

export const MAX_BYTES = 5 * 1024 * 1024;

/** Reads a file of GeoJSON or KML, in this browser: it is sent nowhere. */
export async function readUpload(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Shapes> {
  if (file.size > MAX_BYTES) throw new UploadFault('too-large', { size: (file.size / 1024 / 1024).toFixed(1), most: MAX_BYTES / 1024 / 1024 });
  const kind = /\.(geojson|json|kml|kmz|zip)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (kind === 'kmz' || kind === 'zip') throw new UploadFault('zipped');
  if (kind === undefined) throw new UploadFault('unknown-kind');
  const text = (await file.text()).replace(/^\uFEFF/, '');
  return kind === 'kml' ? readKml(text) : readGeoJson(parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UploadFault('not-json', { what: error instanceof Error ? error.message : '' });
  }
}

async function readKml(text: string): Promise<Shapes> {
  // Entities can make a small file a huge one; a map has no use for them.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UploadFault('entities');
  const xml = new DOMParser().parseFromString(text, 'text/xml');
  const fault = xml.querySelector('parsererror');
  if (fault) throw new UploadFault('not-xml', { what: /line \d+.*/i.exec(fault.textContent ?? '')?.[0]?.slice(0, 160) ?? '' });
  if (xml.documentElement.localName !== 'kml') throw new UploadFault('not-kml', { root: xml.documentElement.localName });
  const { kml } = await import('@tmcw/togeojson');
  return readGeoJson(kml(xml));
}
