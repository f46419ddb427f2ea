import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const OXLINT = path.resolve('node_modules/.bin/oxlint');

/** Each file breaks one rule of the house. A gate that passes because it looked at nothing would pass them all. */
const BAD: Record<string, { text: string; rule: string }> = {
  'shared/reads-the-server.ts': { text: `import { openCore } from '#server/core.ts';\nexport const x = openCore;\n`, rule: 'no-restricted-imports' },
  'shared/touches-node.ts': { text: `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n`, rule: 'no-restricted-imports' },
  'server/reads-the-client.ts': { text: `import { send } from '#client/store/outbox.ts';\nexport const x = send;\n`, rule: 'no-restricted-imports' },
  'client/features/plan/reads-a-feature.ts': {
    text: `import { Desk } from '#client/features/incident/desk.tsx';\nexport const x = Desk;\n`,
    rule: 'no-restricted-imports',
  },
  'server/by-default.ts': { text: `const x = 1;\nexport default x;\n`, rule: 'no-default-export' },
  'server/NotKebab.ts': { text: `export const x = 1;\n`, rule: 'filename-case' },
  'server/any.ts': { text: `export const x = (y: any): unknown => y;\n`, rule: 'no-explicit-any' },
  'server/floating.ts': { text: `export function x(): void {\n  Promise.resolve(1).then(String);\n}\n`, rule: 'no-floating-promises' },
};

describe('the lint gate bites', () => {
  let folder = '';
  let report = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fenghuo-lint-'));
    await cp('.oxlintrc.json', path.join(folder, '.oxlintrc.json'));
    await writeFile(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true, moduleResolution: 'bundler', module: 'esnext' } }),
    );
    for (const [file, { text }] of Object.entries(BAD)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    report = await run(OXLINT, ['--type-aware', '--format=unix'], { cwd: folder }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.entries(BAD))('on %s', (file, { rule }) => {
    const lines = report.split('\n').filter((line) => line.includes(file));
    expect(lines.join('\n')).toContain(rule);
  });
});
