import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** One file on its way. It keeps its id through every try, so the server takes it once. */
export interface Upload {
  id: string;
  incidentId: string;
  name: string;
  blob: Blob;
  evidence?: true;
  caption?: string;
  at: string;
  /** A draft is kept, but goes only when the person says so. */
  state: 'draft' | 'queued' | 'sending' | 'refused';
  /** Of the bytes, how much has gone: 0 to 1. */
  progress?: number;
  /** Why it was refused, or what it waits for. */
  code?: string;
  message?: string;
}

/** What became of one try: taken, refused for good, or not now. */
export type Outcome = { state: 'taken' } | { state: 'refused' | 'later'; code: string; message: string };

interface Kept extends DBSchema {
  uploads: { key: string; value: Upload };
}

interface Ports {
  post(upload: Upload, progress: (part: number) => void): Promise<Outcome>;
  /** False while it can't be sent: its incident is not recorded yet. */
  ready?(upload: Upload): boolean;
  changed(uploads: readonly Upload[]): void;
  /** This device could not keep a file: it is sent all the same, but lost if the page is closed before. */
  unkept(error: unknown): void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** Files wait on this device until they were answered: one at a time, those that can be sent first. */
export class UploadQueue {
  readonly #ports: Ports;
  readonly #uploads = new Map<string, Upload>();
  #disk: IDBPDatabase<Kept> | undefined;
  #leading = false;
  #busy = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Takes up what an earlier page left; what was on its way goes again. */
  async open(name: string): Promise<void> {
    try {
      this.#disk = await openDB<Kept>(name, 1, { upgrade: (db) => void db.createObjectStore('uploads', { keyPath: 'id' }) });
      for (const upload of await this.#disk.getAll('uploads'))
        this.#uploads.set(upload.id, upload.state === 'sending' ? { ...upload, state: 'queued' } : upload);
    } catch (error) {
      this.#ports.unkept(error);
    }
    this.#tell();
    this.hurry();
  }

  /** Of a browser's tabs one sends. */
  lead(): void {
    this.#leading = true;
    this.hurry();
  }

  async add(upload: Upload): Promise<void> {
    await this.#put(upload);
    this.hurry();
  }

  /** Sends at once what waits for its next try. */
  hurry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tries = 0;
    void this.#pump();
  }

  async retry(id: string): Promise<void> {
    const upload = this.#uploads.get(id);
    if (upload?.state === 'refused') await this.#put({ ...upload, state: 'queued' });
    this.hurry();
  }

  /** What is said of a file, while it is a draft. */
  async describe(id: string, { caption, evidence }: { caption?: string; evidence?: boolean }): Promise<void> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== 'draft') return;
    const { caption: before, evidence: was, ...rest } = upload;
    const said = caption ?? before ?? '';
    await this.#put({ ...rest, ...(said === '' ? {} : { caption: said }), ...((evidence ?? was) ? { evidence: true as const } : {}) });
  }

  /** Lets drafts go. */
  async release(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const upload = this.#uploads.get(id);
      if (upload?.state === 'draft') await this.#put({ ...upload, state: 'queued' });
    }
    this.hurry();
  }

  /** What waits for one incident waits for another from here on. */
  async reassign(from: string, to: string): Promise<void> {
    for (const upload of this.#uploads.values()) if (upload.incidentId === from && upload.state === 'queued') await this.#put({ ...upload, incidentId: to });
    this.hurry();
  }

  async dismiss(id: string): Promise<void> {
    if (this.#uploads.get(id)?.state !== 'sending') await this.#remove(id);
  }

  close(): void {
    this.#leading = false;
    clearTimeout(this.#timer);
    this.#disk?.close();
    this.#disk = undefined;
  }

  async #pump(): Promise<void> {
    if (this.#busy || !this.#leading || this.#timer !== undefined) return;
    this.#busy = true;
    try {
      for (let next = this.#next(); next && this.#leading; next = this.#next()) if (!(await this.#send(next))) break;
    } finally {
      this.#busy = false;
    }
  }

  #next(): Upload | undefined {
    return [...this.#uploads.values()].find((upload) => upload.state === 'queued' && this.#ports.ready?.(upload) !== false);
  }

  async #send(upload: Upload): Promise<boolean> {
    const show = (progress: number): void => {
      this.#uploads.set(upload.id, { ...upload, state: 'sending', progress });
      this.#tell();
    };
    show(0);
    const outcome = await this.#ports.post(upload, show);
    if (outcome.state === 'taken') {
      await this.#remove(upload.id);
      return true;
    }
    const { code, message } = outcome;
    const { progress: _progress, ...rest } = upload;
    await this.#put({ ...rest, state: outcome.state === 'refused' ? 'refused' : 'queued', code, message });
    if (outcome.state === 'refused') return true;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#pump();
    }, wait);
    return false;
  }

  async #put(upload: Upload): Promise<void> {
    this.#uploads.set(upload.id, upload);
    await this.#disk?.put('uploads', upload).catch(this.#ports.unkept);
    this.#tell();
  }

  async #remove(id: string): Promise<void> {
    this.#uploads.delete(id);
    await this.#disk?.delete('uploads', id).catch(this.#ports.unkept);
    this.#tell();
  }

  #tell(): void {
    this.#ports.changed([...this.#uploads.values()]);
  }
}
