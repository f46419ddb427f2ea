import type { Row } from './measure.ts';

export function met({ ratio, goal }: Row): boolean {
  return 'least' in goal ? ratio >= goal.least : ratio <= goal.most;
}

/** The table as Markdown: figures of two sides that ran in turn, so only the ratio is to be trusted. */
export function report(rows: readonly Row[], host: string, options: string): string {
  const lines = [
    '# Benchmark results',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} (${options}).`,
    `Machine: ${host}; server, clients and store share it.`,
    'Both sides of a row ran in turn within one run. The ratio is the median of the rounds; absolute figures drift with the machine.',
    '',
    '| what | ours | other side | against | ratio | rounds | goal | met |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${figure(row.ours)} ${row.unit} | ${figure(row.theirs)} ${row.unit} | ${row.against} | **${figure(row.ratio)}** | ${row.rounds.map(figure).join(' ')} | ${goalText(row)} | ${met(row) ? 'yes' : 'no'} |`,
    ),
    '',
    ...rows.flatMap(({ what, notes = [] }) => notes.map((note) => `- ${what}: ${note}`)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function goalText({ goal }: Row): string {
  return 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`;
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
