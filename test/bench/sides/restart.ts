import { pino } from 'pino';
import { SYSTEM, type Seat } from '#shared/seat.ts';
import { readConfig } from '#server/config.ts';
import { openCore, type Core } from '#server/core.ts';
import { answerCalls } from '#test/bench/calls.ts';
import { logPayload } from '#test/bench/samples.ts';
import { v7 } from 'uuid';

/** Makes a history with a fixed number of active documents, and opens it. */
const system: Seat = { actor: SYSTEM, rooms: [], level: 'full' };
const duty: Seat = { actor: { id: 'bench', name: 'bench', role: 'county-duty', org: '360731' }, rooms: ['org:360731'], level: 'full' };
const leader: Seat = { ...duty, actor: { ...duty.actor, role: 'county-leader' } };
let core: Core | undefined;

const open = (dataDir: string): Promise<Core> =>
  openCore(readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, ''), { log: pino({ level: 'silent' }) });

async function lives({ orders }: Core, count: number, whole: boolean): Promise<void> {
  const give = async (seat: Seat, type: string, payload: unknown): Promise<string> => {
    const answer = await orders.submit({ id: v7(), type, payload }, seat);
    if (!answer.ok) throw new Error(`${type}: ${answer.message}`);
    return answer.refs['incident'] ?? '';
  };
  let n = 0;
  await Promise.all(
    Array.from({ length: 256 }, async () => {
      while ((n += 1) <= count) {
        const incidentId = await give(duty, 'incident.log', logPayload(n));
        if (!whole) continue;
        await give(leader, 'incident.close', { incidentId, reason: '处置结束。', override: '报送另行办理。' });
        await give(system, 'incident.archive', { incidentId });
      }
    }),
  );
}

answerCalls({
  /** So many commits, of whose incidents only `active` are left open. */
  async make({ dataDir, commits, active }: { dataDir: string; commits: number; active: number }) {
    const made = await open(dataDir);
    await lives(made, Math.max(0, Math.floor((commits - active) / 3)), true);
    await lives(made, active, false);
    await made.close();
  },
  /** Milliseconds until the World is loaded and orders are taken. */
  async open(dataDir: string) {
    const startedAt = performance.now();
    core = await open(dataDir);
    return { ms: performance.now() - startedAt, seq: core.world.seq, incidents: core.world.size('incident') };
  },
  async stop() {
    await core?.close();
  },
});
