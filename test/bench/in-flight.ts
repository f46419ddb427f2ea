/** Keeps so many orders under way for so long; answers with how many were done in a second. An order that fails ends it. */
export async function keepInFlight(inFlight: number, seconds: number, order: (n: number) => Promise<boolean>): Promise<number> {
  let given = 0;
  let done = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  async function one(): Promise<void> {
    while (performance.now() < until) {
      if (!(await order((given += 1)))) throw new Error('An order was refused.');
      done += 1;
    }
  }
  await Promise.all(Array.from({ length: inFlight }, one));
  return done / ((performance.now() - startedAt) / 1000);
}
