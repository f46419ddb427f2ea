import { rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FULL, machine, SHORT, type Row } from './measure.ts';
import { met, report } from './report.ts';
import { ROWS } from './rows.ts';
import { buildSides } from './sides.ts';

/** `npm run bench [row…] [-- --short] [--profile folder]`: prints the table and keeps a run of all rows in RESULTS.md. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { short: { type: 'boolean', default: false }, profile: { type: 'string' } } });
const names = positionals.length > 0 ? positionals : Object.keys(ROWS);
const unknown = names.filter((name) => !(name in ROWS));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${Object.keys(ROWS).join(', ')}.`);
  process.exit(2);
}

const host = machine();
console.log(`Machine: ${host}`);
const sizes = values.short ? SHORT : FULL;
const bench = { sizes, built: await buildSides(), ...(values.profile === undefined ? {} : { profileDir: values.profile }) };
const rows: Row[] = [];
try {
  for (const name of names) {
    console.log(`Measuring ${name}…`);
    for (const row of (await ROWS[name]?.(bench)) ?? []) {
      rows.push(row);
      console.log(`  ${row.what}: ${row.ratio.toPrecision(3)} (${met(row) ? 'met' : 'not met'})`);
    }
  }
} finally {
  await rm(bench.built, { recursive: true, force: true });
}
const text = report(rows, host, values.short ? 'short form' : 'full form');
console.log(`\n${text}`);
// A part of the table must not pass for the whole.
if (positionals.length === 0 && values.profile === undefined) await writeFile('test/bench/RESULTS.md', text);
