import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');

/** A file of this folder, from the source tree as well as from a bundle in dist/. */
export function beside(name: string): string {
  const ancestors = [here, path.join(here, '..'), path.join(here, '../..'), path.join(here, '../../..')];
  const places = ancestors.flatMap((folder) => [path.join(folder, name), path.join(folder, 'server/store', name)]);
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is missing beside ${here}`);
  return found;
}

/** Node.js arguments that run the engine's host: the built file, or the source through tsx. */
export function hostArguments(): string[] {
  if (!fromSource) return [beside('engine-host.js')];
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href, beside('engine-host.ts')];
}
