import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Answer } from '#shared/order.ts';

/** One order as it is known here. It keeps its id through every try, so the server takes it once. */
export interface Sending {
  id: string;
  type: OrderType;
  payload: unknown;
  at: string;
  state: 'queued' | 'sending' | 'recorded' | 'refused';
  answer?: Answer;
  answeredAt?: string;
  /** Why it still waits: the last code or `network`. */
  waitsFor?: string;
}

/** Where orders outlive the tab. It never rejects: a device that can't keep them says so to the person, and sending goes on. */
export interface OutboxDisk {
  all(): Promise<Sending[]>;
  put(entry: Sending): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface OutboxPorts {
  disk: OutboxDisk;
  /** Sends one order. Throws when no answer came. */
  post(order: { id: string; type: OrderType; payload: unknown }): Promise<Answer>;
  now(): number;
  after(ms: number, run: () => void): () => void;
  changed(entries: readonly Sending[]): void;
  /** Tells the other tabs what this one did. */
  share(change: OutboxChange): void;
}

/** Names and numbers stay on this device until they are answered, whatever the answer, and no longer. */
function withoutPersonal({ type, payload }: Sending): unknown {
  // They were put there by whoever gave the order, by its schema.
  if (type === 'contact.save') {
    const { name: _name, phone: _phone, ...rest } = payload as Payload<'contact.save'>;
    return rest;
  }
  if (type === 'team.apply' || type === 'team.update') {
    const { leader: _leader, ...rest } = payload as Partial<Payload<'team.apply'>>;
    return rest;
  }
  if (type === 'member.save') {
    const { name: _name, phone: _phone, idNo: _idNo, blood: _blood, ...rest } = payload as Payload<'member.save'>;
    return rest;
  }
  if (type !== 'person.record') return payload;
  const { incidentId, role } = payload as Payload<'person.record'>;
  return { incidentId, role };
}

export type OutboxChange = { put: Sending } | { remove: string };

/** Answers that mean "not now": the order stays in the queue and is tried again. */
const NOT_NOW: readonly string[] = ['store-unavailable', 'too-many-orders', 'disk-low'];
/** A fault of the server may pass; a lasting one must not block what comes after. */
const INTERNAL_TRIES = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const RECORDED_SHOWN = 50;

/** The queue: one order at a time, in the order they were given, until each was answered. */
export class OutboxQueue {
  readonly #ports: OutboxPorts;
  readonly #entries = new Map<string, Sending>();
  #leading = false;
  #busy = false;
  #tries = 0;
  #cancelWait: (() => void) | undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  /** Takes up what an earlier page left. What was on its way may or may not have arrived: it goes again, with its id. */
  async load(): Promise<void> {
    const kept = await this.#ports.disk.all();
    for (const entry of kept.slice().sort((a, b) => (a.id < b.id ? -1 : 1))) if (!this.#entries.has(entry.id)) this.#keep(entry);
    this.#tell();
    void this.#pump();
  }

  /** Only the leading tab sends; the others queue and watch. What the last leader had under way goes again. */
  async lead(): Promise<void> {
    this.#leading = true;
    for (const entry of this.#entries.values()) if (entry.state === 'sending') this.#keep({ ...entry, state: 'queued' });
    await this.load();
  }

  /** Accepts an order. It is on disk before it is sent. */
  async add(entry: Sending): Promise<void> {
    this.#keep(entry);
    this.#tell();
    await this.#ports.disk.put(entry);
    this.#ports.share({ put: entry });
    void this.#pump();
  }

  /** Takes over what another tab did. */
  learn(change: OutboxChange): void {
    if ('put' in change) this.#keep(change.put);
    else this.#entries.delete(change.remove);
    this.#tell();
    void this.#pump();
  }

  /** Sends at once what waits for its next try: the connection is back, or the person asked. */
  hurry(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#tries = 0;
    void this.#pump();
  }

  /** Takes an answered order out of sight. What is still waiting can't be dismissed: it may have been taken. */
  async dismiss(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || entry.state === 'queued' || entry.state === 'sending') return;
    this.#entries.delete(id);
    this.#tell();
    this.#ports.share({ remove: id });
    await this.#ports.disk.remove(id);
  }

  stop(): void {
    this.#leading = false;
    this.#cancelWait?.();
  }

  async #pump(): Promise<void> {
    if (!this.#leading || this.#busy || this.#cancelWait) return;
    this.#busy = true;
    try {
      for (let next = this.#next(); next && this.#leading; next = this.#next()) if (!(await this.#send(next))) break;
    } finally {
      this.#busy = false;
    }
  }

  /** Whether to go on with the next order. */
  async #send(entry: Sending): Promise<boolean> {
    const { id, type, payload } = entry;
    this.#replace({ ...entry, state: 'sending' });
    const answer = await this.#ports.post({ id, type, payload }).catch(() => undefined);
    const code = answer === undefined ? 'network' : answer.ok ? undefined : answer.code;
    const giveUp = code === 'internal' && this.#tries + 1 >= INTERNAL_TRIES;
    if (answer === undefined || (code !== undefined && (NOT_NOW.includes(code) || (code === 'internal' && !giveUp)))) {
      this.#replace({ ...entry, state: 'queued', waitsFor: code ?? 'network' });
      this.#waitAndRetry();
      return false;
    }
    this.#tries = 0;
    const { waitsFor: _waitsFor, ...rest } = entry;
    const answered: Sending = {
      ...rest,
      payload: withoutPersonal(entry),
      answer,
      answeredAt: new Date(this.#ports.now()).toISOString(),
      state: answer.ok ? 'recorded' : 'refused',
    };
    await (answer.ok ? this.#ports.disk.remove(id) : this.#ports.disk.put(answered));
    this.#replace(answered);
    return true;
  }

  #waitAndRetry(): void {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#cancelWait = this.#ports.after(wait, () => {
      this.#cancelWait = undefined;
      void this.#pump();
    });
  }

  #next(): Sending | undefined {
    for (const entry of this.#entries.values()) if (entry.state === 'queued') return entry;
    return undefined;
  }

  #replace(entry: Sending): void {
    this.#keep(entry);
    this.#ports.share({ put: entry });
    this.#tell();
  }

  #keep(entry: Sending): void {
    this.#entries.set(entry.id, entry);
    if (entry.state !== 'recorded') return;
    const recorded = [...this.#entries.values()].filter((one) => one.state === 'recorded');
    for (const old of recorded.slice(0, -RECORDED_SHOWN)) this.#entries.delete(old.id);
  }

  #tell(): void {
    this.#ports.changed([...this.#entries.values()]);
  }
}
