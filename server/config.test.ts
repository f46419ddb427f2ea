import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, Environment, readConfig } from './config.ts';

const NO_FILE = path.join(os.tmpdir(), 'there-is-no-such.env');

function wrong(env: Record<string, string>): string {
  try {
    readConfig(env, NO_FILE);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the configuration', () => {
  it('needs nothing: every variable has a default or may be absent', () => {
    expect(readConfig({}, NO_FILE)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      TIME_ZONE: 'Asia/Shanghai',
      REGION: '360700',
    });
    expect(readConfig({}, NO_FILE)).not.toHaveProperty('MONGODB_URI');
    // The table of numbers says how long, unless the operator does.
    expect(readConfig({}, NO_FILE)).not.toHaveProperty('ARCHIVE_AFTER_HOURS');
  });

  it('an empty variable is an absent one', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: '' }, NO_FILE)).toEqual(readConfig({}, NO_FILE));
  });

  it('a bad value is named by its variable', () => {
    const bad: Record<string, string> = {
      PORT: 'http',
      MONGODB_URI: 'localhost:27017',
      REDIS_URL: 'localhost',
      ADMIN_PASSWORD: 'short',
      PUBLIC_URL: 'example',
      TIME_ZONE: 'Asia/Ganzhou',
      REGION: '360731',
      LOG_LEVEL: 'loud',
      LOG_PRETTY: 'yes',
      METRICS_TOKEN: 'x',
      NOTIFY_WEBHOOK_URL: 'ftp://example.com',
      NOTIFY_WEBHOOK_SECRET: 'short',
      NOTIFY_WEBHOOK_FORMAT: 'fax',
      VAULT_KEY: 'short',
      MAP_LAYERS: '[{]',
      CACHE_MB: '1',
      ARCHIVE_AFTER_HOURS: '-1',
      ORDERS_PER_SECOND: '0',
      SOCKETS_PER_USER: '1.5',
      FRAME_INTERVAL_MS: '5000',
    };
    for (const [name, value] of Object.entries(bad)) expect(wrong({ [name]: value }), name).toMatch(new RegExp(`^${name} .+\\.$`));
  });

  it('all that is wrong is said at once, a sentence each', () => {
    expect(wrong({ PORT: '99999', REGION: 'x' }).split('\n')).toEqual([expect.stringMatching(/^PORT /), expect.stringMatching(/^REGION /)]);
  });

  it('a secret is never repeated', () => {
    expect(wrong({ ADMIN_PASSWORD: 'hunter2', VAULT_KEY: 'hunter2', MONGODB_URI: 'mongo://u:hunter2@h' })).not.toContain('hunter2');
  });

  it('lists are split, and layers of the map are checked field by field', () => {
    expect(readConfig({ ALLOWED_ORIGINS: ' https://a.example, ,https://b.example' }, NO_FILE).ALLOWED_ORIGINS).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
    expect(readConfig({ MAP_LAYERS: '[{"id":"a","name":"A","type":"xyz","url":"/t/{z}"}]' }, NO_FILE).MAP_LAYERS).toMatchObject([{ crs: 'wgs84' }]);
    expect(wrong({ MAP_LAYERS: '[{"id":"a","name":"A","type":"svg","url":"/t"}]' })).toMatch(/^MAP_LAYERS\.0\.type /);
  });

  it('a file .env is read, and the environment goes before it', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fenghuo-env-'));
    const file = path.join(folder, '.env');
    await writeFile(file, '# a comment\nPORT=4000\nHOST = "0.0.0.0"\nDATA_DIR=\'/var/lib/a b\'\n#REGION=1\nTIME_ZONE=\nnot a line\n');
    expect(readConfig({ PORT: '5000' }, file)).toMatchObject({
      PORT: 5000,
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/a b',
      REGION: '360700',
      TIME_ZONE: 'Asia/Shanghai',
    });
    await rm(folder, { recursive: true });
  });

  it('.env.example lists every variable there is, and no other', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s*([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(Environment.shape).sort());
  });
});
