import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const SHRINKS = /\.(js|css|svg|geojson)$/;
const YEAR_S = 365 * 24 * 3600;
const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Files whose name changes with what they hold. Each is compressed once, when it is first asked for, and kept. */
export function compressedFiles(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  return (req, res, next) => {
    const name = path.basename(req.path);
    const file = path.join(folder, name);
    const encoding = req.acceptsEncodings(['br', 'gzip']);
    // What is not there, or can't be compressed, is the next handler's to answer.
    if (encoding === false || !SHRINKS.test(name) || !existsSync(file)) return next();
    const key = `${encoding} ${name}`;
    const bytes = kept.get(key) ?? shrunk(file, encoding);
    kept.set(key, bytes);
    bytes
      .then((body) => {
        res.set({ 'Content-Encoding': encoding, Vary: 'Accept-Encoding', 'Cache-Control': `public, max-age=${YEAR_S}, immutable` });
        res.type(path.extname(name)).send(body);
      })
      .catch((error: unknown) => {
        kept.delete(key);
        next(error);
      });
  };
}

async function shrunk(file: string, encoding: string): Promise<Buffer> {
  const text = await readFile(file);
  if (encoding === 'gzip') return gz(text, { level: constants.Z_BEST_COMPRESSION });
  return brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
}
