import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');

/** A file of the server by its place in it, such as `store/fetch-glibc.sh`: from the source tree as well as from a bundle somewhere below it. */
export function fileOf(place: string): string {
  for (let folder = here; ; folder = path.dirname(folder)) {
    const found = [path.join(folder, place), path.join(folder, path.basename(place)), path.join(folder, 'server', place)].find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (folder === path.dirname(folder)) throw new Error(`${place} is missing beside ${here}`);
  }
}

/** What Node.js is given to run a program of the server's beside it, such as `store/engine-host`: the built file, or the source through tsx. */
export function programOf(place: string): { execArgv: string[]; file: string } {
  if (!fromSource) return { execArgv: [], file: fileOf(`${place}.js`) };
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return { execArgv: ['--import', pathToFileURL(tsx).href], file: fileOf(`${place}.ts`) };
}
