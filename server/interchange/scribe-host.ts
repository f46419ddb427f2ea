import type { Paper } from './paper.ts';
import { writeBook } from './write-book.ts';

/** What can be made aside. A new kind of paper is one line here. What is seldom asked for is loaded when it is. */
const JOBS = {
  book: writeBook,
  'read-book': async (bytes: Uint8Array) => (await import('./read-book.ts')).readBook(bytes),
  docx: async (paper: Paper) => (await import('./write-docx.ts')).writeDocx(paper),
  pdf: async (paper: Paper) => (await import('./write-pdf.ts')).writePdf(paper),
} as const;
export type Job = keyof typeof JOBS;
export type Input<J extends Job> = Parameters<(typeof JOBS)[J]>[0];

/** Told by scribe.ts, one job after the other. */
export interface Told {
  job: Job;
  input: never;
}
export type Made = { bytes: Uint8Array } | { error: string };

const answer = (made: Made): void => void process.send?.(made);

process.on('message', ({ job, input }: Told) => {
  JOBS[job](input).then(
    (bytes) => answer({ bytes }),
    (error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// The server is gone, however it went.
process.on('disconnect', () => process.exit(0));
