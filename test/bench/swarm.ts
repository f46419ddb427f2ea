import { v7 } from 'uuid';
import { answerCalls } from './calls.ts';
import { loadHttp, type HttpLoad } from './http-load.ts';
import { quantile } from './measure.ts';
import { logPayload } from './samples.ts';
import { Screens } from './screens.ts';

/** A process of its own that is every screen of the city at once, and some of them give orders. */
const screens = new Screens();

interface Drive {
  drivers: number;
  seconds: number;
}

const envelope = (n: number): string => JSON.stringify({ id: v7(), type: 'incident.log', payload: logPayload(n) });

/** So many orders on their way until each has reached every screen: what is sustained, not what is accepted. */
async function closedLoop({ drivers, seconds, inFlight }: Drive & { inFlight: number }): Promise<number> {
  let given = 0;
  let done = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  async function one(driver: number): Promise<void> {
    while (performance.now() < until) {
      await screens.order(driver, envelope((given += 1)));
      done += 1;
    }
  }
  await Promise.all(Array.from({ length: inFlight }, (_, i) => one(i % drivers)));
  return done / ((performance.now() - startedAt) / 1000);
}

/** Orders at a steady pace, whatever is still on its way: milliseconds from each order to the last screen. */
async function steadyPace({ drivers, seconds, perSecond }: Drive & { perSecond: number }): Promise<{ p50: number; p99: number }> {
  const times: number[] = [];
  const under: Promise<unknown>[] = [];
  const startedAt = performance.now();
  const count = Math.max(1, Math.round(seconds * perSecond));
  for (let n = 0; n < count; n += 1) {
    const due = startedAt + (n * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    // From when it was due: a sender that is held up must not hide what the others wait.
    under.push(screens.order(n % drivers, envelope(n)).then(() => times.push(performance.now() - due)));
  }
  await Promise.all(under);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

answerCalls({
  connect: (options: Parameters<Screens['connect']>[0]) => screens.connect(options),
  disconnect: () => screens.disconnect(),
  base: (seq: number) => screens.base(seq),
  /** Resolves when so many frames have come in all since the base. */
  frames: (count: number) => screens.frames(count),
  closedLoop,
  steadyPace,
  http: (load: HttpLoad) => loadHttp(load),
  stop: () => screens.disconnect(),
});
