import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { WEBHOOK_FORMATS } from './notify/webhook.ts';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

export const MapLayer = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(['xyz', 'wmts', 'pmtiles']),
  url: z.string().min(1),
  subdomains: z.string().optional(),
  attribution: z.string().optional(),
  /** Chinese commercial maps are drawn in GCJ-02; everything else in WGS-84. */
  crs: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  maxZoom: z.number().int().min(1).max(22).optional(),
});
export type MapLayer = z.infer<typeof MapLayer>;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not JSON: ${String(error)}` });
    return z.NEVER;
  }
});

/** Every variable there is, with its default. `.env.example` says the same in words; a test keeps the two together. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.string().default(''),
  ALLOWED_ORIGINS: list.default([]),
  TIME_ZONE: z.string().refine(isZone, 'is not a time zone').default('Asia/Shanghai'),
  REGION: z
    .string()
    .regex(/^\d{4}00$/, 'must be the six-digit code of a city, such as 360700')
    .default('360700'),
  PLAN_LIBRARY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_PRETTY: flag.default(false),
  VAULT_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must have 64 hexadecimal digits, as `openssl rand -hex 32` makes them')
    .optional(),
  METRICS_TOKEN: z.string().min(8).optional(),
  NOTIFY_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  NOTIFY_WEBHOOK_SECRET: z.string().min(8).optional(),
  NOTIFY_WEBHOOK_FORMAT: z.enum(WEBHOOK_FORMATS).default('json'),
  MAP_LAYERS: json.pipe(z.array(MapLayer)).default([]),
  CACHE_MB: z.coerce.number().int().min(32).max(65_536).default(256),
  ARCHIVE_AFTER_HOURS: z.coerce
    .number()
    .min(0.01)
    .max(24 * 365)
    .optional(),
  TEAM_APPLICATIONS: flag.default(true),
  ORDERS_PER_SECOND: z.coerce.number().int().min(1).default(500),
  SOCKETS_PER_USER: z.coerce.number().int().min(1).default(1000),
  FRAME_INTERVAL_MS: z.coerce.number().int().min(0).max(1000).default(25),
});
export type Config = z.infer<typeof Environment>;

/** Origins whose pages may call this server beside its own host: a proxy may have rewritten the host. */
export function allowedOrigins({ ALLOWED_ORIGINS, PUBLIC_URL }: Config): string[] {
  return PUBLIC_URL === undefined ? ALLOWED_ORIGINS : [...ALLOWED_ORIGINS, new URL(PUBLIC_URL).origin];
}

export class ConfigError extends Error {}

/** Reads the environment over a `.env` file. Everything wrong is named at once, one sentence each. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, envFile = '.env'): Config {
  const given = Object.fromEntries(Object.entries({ ...dotEnv(envFile), ...env }).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
}

function dotEnv(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const values: Record<string, string> = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const match = /^\s*([A-Z_][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined) values[match[1]] = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
  }
  return values;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    // Intl says "no such zone" by throwing: there is nothing else to ask.
    return false;
  }
}
