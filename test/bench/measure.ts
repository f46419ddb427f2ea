import os from 'node:os';

/** What one comparison found. `ratio` is the median over the rounds of ours to theirs within the same round. */
export interface Row {
  what: string;
  unit: string;
  ours: number;
  theirs: number;
  against: string;
  ratio: number;
  /** Every round's ratio: how far it can be trusted. */
  rounds: number[];
  goal: { least: number } | { most: number };
  notes?: string[];
}

export interface Sizes {
  sockets: number;
  manySockets: number;
  reconnects: number;
  frames: number;
  rounds: number;
  seconds: number;
  documents: number;
  gets: number;
  history: readonly [short: number, long: number];
  active: number;
  teams: number;
  asks: number;
}

export const FULL: Sizes = {
  sockets: 1000,
  manySockets: 5000,
  reconnects: 5000,
  frames: 100,
  rounds: 9,
  seconds: 2,
  documents: 10_000,
  gets: 200,
  history: [10_000, 100_000],
  active: 1000,
  teams: 100_000,
  asks: 100,
};
export const SHORT: Sizes = {
  ...FULL,
  manySockets: 0,
  reconnects: 1000,
  frames: 60,
  rounds: 5,
  seconds: 1.5,
  gets: 100,
  history: [2000, 20_000],
  active: 500,
  asks: 40,
};
/** Only to see that every row runs. */
export const TINY: Sizes = {
  sockets: 8,
  manySockets: 0,
  reconnects: 20,
  frames: 3,
  rounds: 1,
  seconds: 0.4,
  documents: 50,
  gets: 6,
  history: [60, 120],
  active: 10,
  teams: 300,
  asks: 3,
};

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that is not below this share of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Both sides in turn after a round that warms them up, the order turned round each time. Many short rounds: what else the machine does hits both. */
export async function rounds(
  count: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pick<Row, 'ours' | 'theirs' | 'ratio' | 'rounds'>> {
  const a: number[] = [];
  const b: number[] = [];
  await ours();
  await theirs();
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) a.push(await ours());
    b.push(await theirs());
    if (round % 2 === 1) a.push(await ours());
  }
  const ratios = a.map((value, i) => value / (b[i] ?? Number.NaN));
  return { ours: median(a), theirs: median(b), ratio: median(ratios), rounds: ratios };
}

export function machine(): string {
  const [cpu] = os.cpus();
  return `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)} at the start`;
}
