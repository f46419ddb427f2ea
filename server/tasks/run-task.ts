import type { Log } from '#server/ports.ts';

/** A tool at the terminal speaks up only when something is amiss. */
export const consoleLog: Log = {
  info: () => undefined,
  warn: (context, message) => console.error(message ?? context),
  error: (context, message) => console.error(message ?? context),
};

/** Runs a command of the terminal: a failure is one sentence and an exit code, not a stack. */
export async function runTask(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
