import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { generatePassword } from '#server/access/passwords.ts';
import { SEATS } from './seats.ts';

const Memory = z.object({
  adminPassword: z.string(),
  passwords: z.record(z.string(), z.string()),
  /** Where the story's day begins. */
  anchor: z.string().optional(),
  /** The incidents that the script has named; absent until it has been told to its end. */
  names: z.record(z.string(), z.string()).optional(),
  /** How many of the live steps have been played. */
  live: z.number().default(0),
});
export type Memory = z.infer<typeof Memory>;

/** What a demonstration must keep from one start to the next. Lies in its own data directory, readable by its owner only. */
export class DemoMemory {
  readonly #file: string;
  memory: Memory;

  private constructor(file: string, memory: Memory) {
    this.#file = file;
    this.memory = memory;
  }

  /** Refuses a directory that has data which no demonstration made. A story that was cut short is told from its beginning. */
  static async open(dataDir: string): Promise<DemoMemory> {
    const file = path.join(dataDir, 'demo.json');
    if (existsSync(file)) {
      const known = new DemoMemory(file, Memory.parse(JSON.parse(await readFile(file, 'utf8'))));
      if (known.memory.names) return known;
      await rm(dataDir, { recursive: true });
    }
    if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
      throw new Error(`${dataDir} holds data that is no demonstration's. Set DATA_DIR to another directory.`);
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const passwords = Object.fromEntries(SEATS.map(({ username }) => [username, generatePassword()]));
    const fresh = new DemoMemory(file, { adminPassword: generatePassword(), passwords, live: 0 });
    await fresh.save({});
    return fresh;
  }

  async save(change: Partial<Memory>): Promise<void> {
    this.memory = { ...this.memory, ...change };
    await writeFile(`${this.#file}.new`, JSON.stringify(this.memory, null, 2), { mode: 0o600 });
    await rename(`${this.#file}.new`, this.#file);
  }
}
