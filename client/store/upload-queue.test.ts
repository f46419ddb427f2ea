import { describe, expect, it } from 'vitest';
import { UploadQueue, type Outcome, type Upload } from './upload-queue.ts';

const upload = (id: string): Upload => ({ id, incidentId: 'i', name: `${id}.jpg`, blob: new Blob(['x']), at: '2026-06-01T00:00:00.000Z', state: 'queued' });
const NO: Outcome = { state: 'refused', code: 'file.type', message: '…' };

function rig(reply: (id: string, n: number) => Outcome, ready: (upload: Upload) => boolean = () => true) {
  const posted: string[] = [];
  const said: unknown[] = [];
  let shown: readonly Upload[] = [];
  const faults: unknown[] = [];
  const queue = new UploadQueue({
    post: async ({ id, caption, evidence }) => {
      posted.push(id);
      said.push([caption, evidence]);
      return reply(id, posted.filter((one) => one === id).length);
    },
    ready,
    changed: (all) => (shown = all),
    unkept: (error) => faults.push(error),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  return { queue, posted, said, settle, faults, states: () => shown.map(({ id, state }) => `${id} ${state}`) };
}

describe('files on their way', () => {
  it('go one at a time, in their order, and are forgotten when they were taken', async () => {
    const { queue, posted, states, settle } = rig(() => ({ state: 'taken' }));
    for (const id of ['1', '2', '3']) await queue.add(upload(id));
    expect([posted, states()]).toEqual([[], ['1 queued', '2 queued', '3 queued']]);
    queue.lead();
    await settle();
    expect([posted, states()]).toEqual([['1', '2', '3'], []]);
  });

  it('that are refused stay in sight, do not hold up the next, and go again when they are asked to', async () => {
    const { queue, posted, states, settle } = rig((id, n) => (id === '1' && n === 1 ? NO : { state: 'taken' }));
    queue.lead();
    await queue.add(upload('1'));
    await queue.add(upload('2'));
    await settle();
    expect([posted, states()]).toEqual([['1', '2'], ['1 refused']]);
    await queue.retry('1');
    await settle();
    expect(states()).toEqual([]);
  });

  it('that were not answered wait, with their id, until there is a network', async () => {
    const { queue, posted, states, settle } = rig((_id, n) => (n === 1 ? { state: 'later', code: 'network', message: '' } : { state: 'taken' }));
    queue.lead();
    await queue.add(upload('1'));
    await settle();
    expect(states()).toEqual(['1 queued']);
    queue.hurry();
    await settle();
    expect([posted, states()]).toEqual([['1', '1'], []]);
    queue.close();
  });

  it('wait for their incident, and others go before them', async () => {
    let there = false;
    const { queue, posted, settle } = rig(
      () => ({ state: 'taken' }),
      ({ id }) => there || id !== '1',
    );
    queue.lead();
    await queue.add(upload('1'));
    await queue.add(upload('2'));
    await settle();
    expect(posted).toEqual(['2']);
    there = true;
    queue.hurry();
    await settle();
    expect(posted).toEqual(['2', '1']);
  });

  it('that are drafts wait until they are let go, and then carry what was said of them', async () => {
    const { queue, posted, said, states, settle } = rig(() => ({ state: 'taken' }));
    queue.lead();
    await queue.add({ ...upload('1'), state: 'draft' });
    await queue.add({ ...upload('2'), state: 'draft', evidence: true });
    await queue.describe('1', { caption: '决口' });
    await queue.describe('2', { evidence: false });
    await settle();
    expect([posted, states()]).toEqual([[], ['1 draft', '2 draft']]);
    await queue.release(['1', '2']);
    await settle();
    expect(said).toEqual([
      ['决口', undefined],
      [undefined, undefined],
    ]);
    // What has gone can't be described any more.
    await queue.add(upload('3'));
    await queue.describe('3', { caption: '…' });
    expect(said).toHaveLength(3);
  });

  it('are sent all the same on a device that can not keep them, and the person is told', async () => {
    const { queue, posted, faults, settle } = rig(() => ({ state: 'taken' }));
    // There is no IndexedDB where this test runs.
    await queue.open('nowhere');
    queue.lead();
    await queue.add(upload('1'));
    await settle();
    expect(posted).toEqual(['1']);
    expect(faults).toHaveLength(1);
  });
});
