import type { Commit } from '#shared/commit.ts';
import { vaultGroupOf } from '#shared/contact/policy.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import { memberVaultGroup } from '#shared/team/policy.ts';
import { LiveWorld, type Change } from '#shared/world.ts';
import { hoursOf } from '#plans/rules.ts';
import { createAccess, type Access } from './access/access.ts';
import { openClockwork, type Clockwork } from './clockwork/clockwork.ts';
import { clockworkRules } from './clockwork/clockwork-rules.ts';
import type { Config } from './config.ts';
import { openDocuments, type DocumentStore } from './documents/documents.ts';
import { foundOrganisations, foundRulebooks } from './documents/founding.ts';
import { foundLibrary } from './documents/library.ts';
import { commitModel } from './journal/commit-model.ts';
import { journalIdentity } from './journal/identity.ts';
import { openJournal, type Journal } from './journal/journal.ts';
import { openOrders, type Orders } from './orders/orders.ts';
import { openRecommender, type Recommender } from './recommend/recommender.ts';
import { openTrail, trailModel, type Trail } from './positions/trail.ts';
import { notifyModels } from './notify/models.ts';
import { openNotify, type Notify } from './notify/notify.ts';
import type { Reach } from './notify/reach.ts';
import { openFileStore, type FileStore } from './files/file-store.ts';
import { systemClock, systemIds, type Clock, type Ids, type Log } from './ports.ts';
import { openCalendars, type Calendars } from './calendar/calendars.ts';
import { ensureIndexes } from './store/indexes.ts';
import { mayWrite } from './store/may-write.ts';
import { openStore, type Store } from './store/store.ts';
import { vaultModels } from './vault/models.ts';
import { openVault, type Vault } from './vault/vault.ts';

/** All of the machine but its ears: what a server, a test and a command line share. */
export interface Core {
  config: Config;
  store: Store;
  journal: Journal;
  journalId: string;
  world: LiveWorld;
  documents: DocumentStore;
  orders: Orders;
  access: Access;
  clockwork: Clockwork;
  vault: Vault;
  files: FileStore;
  trail: Trail;
  calendars: Calendars;
  recommender: Recommender;
  notify: Notify;
  clock: Clock;
  ids: Ids;
  log: Log;
  counts: Counts;
  /** Told of each commit when it is on disk. */
  onCommitted(listener: (commit: Commit, changes: readonly Change[]) => void): void;
  close(): Promise<void>;
}

export interface Counts {
  commits: number;
  refusals: Map<string, number>;
}

export interface Ports {
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Given by a test that shares one store among several cores; then closing the core leaves it open. */
  store?: Store;
  /** Where push services may be: a test has its own on this machine. */
  pushReach?: Reach;
}

export async function openCore(config: Config, ports: Partial<Ports> & Pick<Ports, 'log'>): Promise<Core> {
  const { clock = systemClock, ids = systemIds, log } = ports;
  const store = ports.store ?? (await openStore(storeOptions(config, log)));
  const { connection } = store;
  const documents = openDocuments(connection, clock, log);
  const commits = commitModel(connection);
  const calendars = openCalendars(connection, clock);
  const vaulted = vaultModels(connection);
  const trails = trailModel(connection);
  const notices = notifyModels(connection);
  await ensureIndexes(connection, [commits, trails, calendars.model, ...Object.values(notices), ...Object.values(documents.models), ...Object.values(vaulted)]);
  const vault = await openVault(vaulted, { dataDir: config.DATA_DIR, vaultKey: config.VAULT_KEY, clock });
  const journal = openJournal(commits);
  const journalId = await journalIdentity(connection, ids.next(), clock.now());
  const world = new LiveWorld();
  const { folded } = await documents.load(world, journal);
  const head = await journal.head();
  const files = openFileStore(connection);
  const recommender = openRecommender(world);
  const trail = openTrail(trails, () => numberOf(world, 'position.keep', hoursOf('position.keep')), clock, log);
  const isRecorded = async (id: string): Promise<boolean> => (await journal.byOrder(id)) !== null;
  await files.sweep(isRecorded, clock.now());
  await vault.sweep({ isRecorded, isPurged: (id) => isPurged(world, documents, id) });
  log.info({ seq: head.seq, folded, incidents: world.size('incident') }, 'the world is loaded');

  const counts: Counts = { commits: 0, refusals: new Map() };
  const listeners: ((commit: Commit, changes: readonly Change[]) => void)[] = [];
  const orders = openOrders({
    world,
    journal,
    head,
    clock,
    log,
    find: (kind, id) => documents.find(kind, id),
    mayWrite: () => mayWrite(store),
    vault,
    failed: (code) => counts.refusals.set(code, (counts.refusals.get(code) ?? 0) + 1),
    committed(commit, changes) {
      counts.commits += 1;
      log.debug?.({ order: commit.order.id, type: commit.order.type, seq: commit.seq }, 'order recorded');
      documents.changed(commit.seq, changes);
      clockwork.changed(changes);
      recommender.changed(changes);
      for (const listener of listeners) listener(commit, changes);
    },
  });
  const clockwork = openClockwork(orders, () => clockworkRules(world, config.ARCHIVE_AFTER_HOURS), clock, log);
  const access = await createAccess({
    connection,
    orders,
    organisation: (id) => world.get('organisation', id),
    clock,
    ids,
    log,
    dataDir: config.DATA_DIR,
    region: config.REGION,
    ...(config.ADMIN_PASSWORD === undefined ? {} : { adminPassword: config.ADMIN_PASSWORD }),
  });
  const notify = await openNotify({
    models: notices,
    config,
    access,
    world,
    clock,
    log,
    ...(ports.pushReach === undefined ? {} : { reach: ports.pushReach }),
  });
  listeners.push(notify.committed);
  await foundOrganisations(orders, world, config.REGION);
  await foundRulebooks(orders, world);
  await foundLibrary(orders, world, { directory: config.PLAN_LIBRARY, owner: config.REGION, now: clock.now().toISOString(), log });
  clockwork.start(world);

  return {
    config,
    store,
    journal,
    journalId,
    world,
    documents,
    orders,
    access,
    clockwork,
    vault,
    files,
    trail,
    calendars,
    recommender,
    notify,
    clock,
    ids,
    log,
    counts,
    onCommitted: (listener) => void listeners.push(listener),
    async close() {
      clockwork.stop();
      await orders.idle();
      await notify.stop();
      // What could not be written behind is in the journal and is folded at the next start.
      await documents.close().catch((error: unknown) => log.warn({ error: String(error) }, 'documents were left behind'));
      await trail.stop();
      access.close();
      if (!ports.store) await store.close();
    },
  };
}

function storeOptions(config: Config, log: Log): Parameters<typeof openStore>[0] {
  return { dataDir: config.DATA_DIR, cacheMb: config.CACHE_MB, log, ...(config.MONGODB_URI === undefined ? {} : { mongodbUri: config.MONGODB_URI }) };
}

async function isPurged(world: LiveWorld, documents: DocumentStore, group: string): Promise<boolean> {
  for (const contact of world.all('contact')) if (vaultGroupOf(contact.id) === group) return contact.removedAt !== undefined;
  for (const member of world.all('member')) if (memberVaultGroup(member.id) === group) return member.leftAt !== undefined;
  return isPurgedIncident(world, documents, group);
}

async function isPurgedIncident(world: LiveWorld, documents: DocumentStore, incidentId: string): Promise<boolean> {
  const incident = world.get('incident', incidentId) ?? (await documents.find('incident', incidentId));
  return incident !== null && 'personal' in incident && incident.personal?.purgedAt !== undefined;
}
