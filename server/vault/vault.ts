import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import { refuse } from '#shared/refusal.ts';
import { KEY_BYTES, keyOf, sealingWith, type Sealing } from '#server/access/sealing.ts';
import { canonical } from '#server/journal/chain.ts';
import type { Clock } from '#server/ports.ts';
import { layoutOf } from '#server/store/layout.ts';
import { StoreError } from '#server/store/store-error.ts';
import type { PersonRecord, VaultModels } from './models.ts';

/** What is personal of a person. */
export interface Plain {
  name?: string;
  phone?: string;
  idNo?: string;
  blood?: string;
}

export interface Kept {
  /** Stands for the order's content in the journal. Keyed: a telephone number can't be found by trying all of them. */
  digest: string;
  /** Takes back what this call kept: the order was refused. */
  undo(): Promise<void>;
}

/**
 * Names and numbers, apart from the journal, which can't be changed: each incident's are under a key of its own,
 * and so are each contact's, team leader's and team member's; destroying that key destroys them.
 * Such a group of values is named by its incident, or `contact.<id>`, `team.<id>`, `member.<id>`.
 */
export interface Vault {
  keep(person: { id: string; group: string; plain: Plain; content: unknown }): Promise<Kept>;
  open(personId: string): Promise<Plain | undefined>;
  /** One person's values, replaced by others. */
  forget(personId: string): Promise<void>;
  destroy(group: string): Promise<void>;
  /** Stands for an id number: the same person is recognised, and nobody finds the number by trying all of them. */
  personKey(idNo: string): string;
  /** Puts in order what a crash has left: persons that no order recorded, and keys of incidents whose data was to be destroyed. */
  sweep(told: { isRecorded(orderId: string): Promise<boolean>; isPurged(group: string): Promise<boolean> }): Promise<void>;
}

const MAX_TIME_MS = 5000;
const CHECK = 'check';
/** An order that is recorded by another server takes no longer than this. */
const UNDER_WAY_MS = 60 * 60 * 1000;

export async function openVault(
  models: VaultModels,
  { dataDir, vaultKey, clock }: { dataDir: string; vaultKey: string | undefined; clock: Clock },
): Promise<Vault> {
  const masterKey = vaultKey === undefined ? await keyOf(path.join(layoutOf(dataDir).keys, 'vault.key')) : Buffer.from(vaultKey, 'hex');
  const master = sealingWith(masterKey);
  const personSecret = subkey(masterKey, 'person-key');
  await checkMaster(models, master);

  async function keyFor(incidentId: string): Promise<Buffer | undefined> {
    const found = await models.keys.findById(incidentId).maxTimeMS(MAX_TIME_MS).lean<{ wrapped: string }>();
    return found ? Buffer.from(master.open(found.wrapped, incidentId), 'hex') : undefined;
  }

  /** Two at once make one key: the other is thrown away. */
  async function makeKey(incidentId: string): Promise<Buffer> {
    const wrapped = master.seal(randomBytes(KEY_BYTES).toString('hex'), incidentId);
    await models.keys.updateOne({ _id: incidentId }, { $setOnInsert: { wrapped } }, { upsert: true }).catch(unlessThere);
    const key = await keyFor(incidentId);
    if (!key) throw new Error(`The key of ${incidentId} went away while it was made.`);
    return key;
  }

  async function destroy(incidentId: string): Promise<void> {
    await models.keys.deleteOne({ _id: incidentId });
    await models.persons.deleteMany({ incidentId });
  }

  return {
    destroy,
    personKey: (idNo) => createHmac('sha256', personSecret).update(idNo.toUpperCase()).digest('base64url'),
    async keep({ id, group: incidentId, plain, content }) {
      const key = (await keyFor(incidentId)) ?? (await makeKey(incidentId));
      const digest = createHmac('sha256', subkey(key, 'digest')).update(canonical(content)).digest('base64url');
      const sealed = sealingWith(subkey(key, 'person')).seal(JSON.stringify(plain), id);
      const inserted = await insert(models, { _id: id, incidentId, sealed, digest, at: clock.now() });
      if (!inserted && (await personOf(models, id))?.digest !== digest) refuse('order-id-reused', 'This order id was used for another order.');
      return {
        digest,
        async undo() {
          if (inserted) await models.persons.deleteOne({ _id: id });
        },
      };
    },
    async forget(personId) {
      await models.persons.deleteOne({ _id: personId });
    },
    async open(personId) {
      const person = await personOf(models, personId);
      const key = person && (await keyFor(person.incidentId));
      // Sealed by `keep`, and the seal is whole: this is what was sealed.
      return key ? (JSON.parse(sealingWith(subkey(key, 'person')).open(person.sealed, personId)) as Plain) : undefined;
    },
    async sweep({ isRecorded, isPurged }) {
      const before = new Date(clock.now().getTime() - UNDER_WAY_MS);
      for await (const { _id } of models.persons
        .find({ at: { $lt: before } }, { _id: 1 })
        .lean()
        .cursor())
        if (!(await isRecorded(_id))) await models.persons.deleteOne({ _id });
      for await (const { _id } of models.keys
        .find({ _id: { $ne: CHECK } }, { _id: 1 })
        .lean()
        .cursor())
        if (await isPurged(_id)) await destroy(_id);
    },
  };
}

/** A key for one use: what is known by one of them says nothing of the other. */
const subkey = (key: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `fenghuo.${use}`, KEY_BYTES));

const personOf = (models: VaultModels, id: string): Promise<PersonRecord | null> =>
  models.persons.findById(id).maxTimeMS(MAX_TIME_MS).lean<PersonRecord>().exec();

/** With another master key everything would look empty, and new data would be lost to whoever has the right one. */
async function checkMaster({ keys }: VaultModels, master: Sealing): Promise<void> {
  await keys.updateOne({ _id: CHECK }, { $setOnInsert: { wrapped: master.seal(CHECK, CHECK) } }, { upsert: true }).catch(unlessThere);
  const found = await keys.findById(CHECK).maxTimeMS(MAX_TIME_MS).lean<{ wrapped: string }>();
  try {
    if (found) master.open(found.wrapped, CHECK);
  } catch (cause) {
    throw new StoreError(
      'master-key',
      'The master key is not the one that the vault of personal data was made with: put back DATA_DIR/keys/vault.key, or set VAULT_KEY.',
      {
        cause,
      },
    );
  }
}

/** False when it was there before. */
async function insert({ persons }: VaultModels, person: PersonRecord): Promise<boolean> {
  try {
    await persons.create(person);
    return true;
  } catch (error) {
    unlessThere(error);
    return false;
  }
}

const DUPLICATE_KEY = 11_000;

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY)) throw error;
}
