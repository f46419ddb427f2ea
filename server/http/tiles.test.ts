import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tilesRoute } from './client-routes.ts';

describe('map files of the operator', () => {
  let folder = '';
  let server: Server;
  let url = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fenghuo-tiles-'));
    await mkdir(path.join(folder, 'tiles'));
    await writeFile(path.join(folder, 'tiles', 'city.pmtiles'), 'PMTiles-0123456789');
    await writeFile(path.join(folder, 'secret'), 'not a map');
    const app = express();
    app.use('/tiles', tilesRoute(folder));
    app.use((_error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction) => void res.status(404).end());
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tiles`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('are read in pieces', async () => {
    const piece = await fetch(`${url}/city.pmtiles`, { headers: { Range: 'bytes=0-6' } });
    expect([piece.status, await piece.text()]).toEqual([206, 'PMTiles']);
  });

  it('are all that is read from the data directory', async () => {
    for (const way of ['%2e%2e/secret', '..%2fsecret', '.hidden', 'nothing.pmtiles']) expect((await fetch(`${url}/${way}`)).status).toBeGreaterThanOrEqual(400);
  });
});
