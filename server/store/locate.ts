import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');

/** A file of this folder, from the source tree as well as from a bundle somewhere below it. */
export function beside(name: string): string {
  for (let folder = here; ; folder = path.dirname(folder)) {
    const found = [path.join(folder, name), path.join(folder, 'server/store', name)].find((place) => existsSync(place));
    if (found !== undefined) return found;
    if (folder === path.dirname(folder)) throw new Error(`${name} is missing beside ${here}`);
  }
}

/** Node.js arguments that run the engine's host: the built file, or the source through tsx. */
export function hostArguments(): string[] {
  if (!fromSource) return [beside('engine-host.js')];
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href, beside('engine-host.ts')];
}
