import { MongoClient } from 'mongodb';

interface RunningOperation {
  opid: number;
  active?: boolean;
  op?: string;
  command?: Record<string, unknown>;
}

/** The engine forgets its cache size with each start, and its binding takes none. */
export async function setCacheSize(uri: string, megabytes: number): Promise<void> {
  await withClient(uri, async (client) => {
    const setting = `cache_size=${megabytes}MB`;
    await client.db('admin').command({ setParameter: 1, wiredTigerEngineRuntimeConfig: setting });
  });
}

export async function stopRunningOperations(uri: string): Promise<void> {
  await withClient(uri, async (client) => {
    const admin = client.db('admin');
    const { inprog } = (await admin.command({ currentOp: 1 })) as unknown as { inprog: RunningOperation[] }; // MongoDB's documented answer
    const running = inprog.filter(({ active, op, command }) => active === true && op !== 'none' && !(command && 'currentOp' in command));
    await Promise.all(running.map(({ opid }) => admin.command({ killOp: 1, op: opid })));
  });
}

async function withClient(uri: string, use: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = new MongoClient(uri, {
    maxPoolSize: 4,
    connectTimeoutMS: 1500,
    serverSelectionTimeoutMS: 1500,
    socketTimeoutMS: 1500,
    retryReads: false,
  });
  try {
    await use(client);
  } finally {
    await client.close();
  }
}
