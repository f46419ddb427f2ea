import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Frame, Snapshot } from '#shared/feed.ts';
import type { Handshake, Hello } from '#shared/protocol.ts';
import { api, ApiError } from './api.ts';
import { hurryOutbox } from './outbox.ts';
import { forgetPositions, takePositions } from './positions.ts';
import { forgetPresence, sayPresence, takePresence } from './presence.ts';
import { sessionLost } from './session.ts';
import { openSocket } from './socket.ts';
import { liveNow, takeFrame, takeSnapshot } from './world.ts';

export interface Connection {
  status: 'connecting' | 'live' | 'catching-up' | 'offline';
  offlineSince: number | null;
  /** Set while the server's store is away: what is shown is from memory and nothing can be ordered. */
  staleSince: string | null;
  /** When something last changed here. */
  lastFrameAt: number | null;
  /** When the server was last heard of at all: until then the data is complete. */
  heardAt: number | null;
  /** The server's word for not letting this socket in, such as `too-many-sockets`. */
  refused: string | null;
  seq: number;
}

const START: Connection = { status: 'connecting', offlineSince: null, staleSince: null, lastFrameAt: null, heardAt: null, refused: null, seq: 0 };
/** The first attempts fail quietly; then the screen says that there is no connection. */
const PATIENCE_MS = 4_000;
/** What was missed follows the hello at once; if nothing does, nothing of it was for this seat. */
const CATCH_UP_MS = 1_000;

const DOOR: readonly string[] = ['not-signed-in', 'password-change-required', 'too-many-sockets', 'store-unavailable'];

const connection = createStore<Connection>(() => START);
let clockOffset = 0;

export const useConnection = (): Connection => useStore(connection);

/** Every change of the connection, outside React. */
export const onConnection = (listener: (now: Connection) => void): (() => void) => connection.subscribe(listener);

/** Milliseconds by the server's clock. */
export const serverNow = (): number => Date.now() + clockOffset;

/** Keeps this client in step with the server until closed. */
export function connect(): () => void {
  connection.setState({ ...START, seq: liveNow().seq });
  const line = new Line();
  const patience = setTimeout(() => {
    if (connection.getState().status === 'connecting') offline();
  }, PATIENCE_MS);
  void line.start();
  return () => {
    clearTimeout(patience);
    line.stop();
    forgetPositions();
    connection.setState(START);
  };
}

class Line {
  #close: (() => void) | undefined;
  #stopped = false;
  #fetching: Promise<void> | undefined;
  /** Frames that came while a whole new world is fetched: of another journal, their numbers mean nothing before it. */
  #held: Frame[] | undefined;
  #promised = 0;
  #overdue: ReturnType<typeof setTimeout> | undefined;

  async start(): Promise<void> {
    await this.#fetch();
    if (this.#stopped) return;
    const { socket, close } = openSocket(handshake, heard);
    this.#close = close;
    socket.on('hello', (hello) => this.#hello(hello));
    socket.on('feed', (frame) => this.#feed(frame));
    socket.on('resync', () => void this.#catchUp());
    socket.on('stale', ({ since }) => connection.setState({ staleSince: since }));
    socket.on('presence', takePresence);
    socket.on('positions', takePositions);
    socket.on('bye', ({ reason }) => {
      if (reason === 'signed-out' || reason === 'session-ended' || reason === 'seat-changed') sessionLost(reason);
    });
    socket.on('disconnect', offline);
    socket.on('connect_error', ({ message }) => {
      offline();
      connection.setState({ refused: DOOR.includes(message) ? message : null });
      if (message === 'not-signed-in' || message === 'password-change-required') sessionLost('session-ended');
    });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#overdue);
    this.#close?.();
  }

  #hello({ journal, seq, now, staleSince }: Hello): void {
    clockOffset = Date.parse(now) - Date.now();
    connection.setState({ staleSince: staleSince ?? null, refused: null });
    hurryOutbox();
    sayPresence();
    this.#promised = seq;
    const held = liveNow();
    if (held.journal !== journal) return void this.#catchUp();
    if (held.seq >= seq) return online();
    connection.setState({ status: 'catching-up', offlineSince: null });
    clearTimeout(this.#overdue);
    this.#overdue = setTimeout(() => this.#caughtUp(), CATCH_UP_MS);
  }

  #feed(frame: Frame): void {
    if (this.#held) return void this.#held.push(frame);
    takeFrame(frame);
    connection.setState({ seq: liveNow().seq, lastFrameAt: Date.now() });
    if (liveNow().seq >= this.#promised) this.#caughtUp();
  }

  async #catchUp(): Promise<void> {
    connection.setState({ status: 'catching-up', offlineSince: null });
    await this.#fetch();
    this.#caughtUp();
  }

  #caughtUp(): void {
    clearTimeout(this.#overdue);
    if (!this.#stopped && !this.#fetching && connection.getState().status === 'catching-up') online();
  }

  /** Fetches what is missed, or everything; tries until it has it. Several at once are one. */
  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchOnce().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  async #fetchOnce(): Promise<void> {
    for (let tries = 0; !this.#stopped; tries += 1) {
      this.#held = [];
      try {
        const snapshot = await api<Snapshot>(`/snapshot${sinceQuery()}`);
        if (this.#stopped) return;
        takeSnapshot(snapshot);
        heard();
        connection.setState({ seq: liveNow().seq, lastFrameAt: Date.now() });
        return this.#release();
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return sessionLost('session-ended');
        if (tries > 0) offline();
        await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 4_500));
      }
    }
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const frame of held) takeFrame(frame);
    connection.setState({ seq: liveNow().seq });
  }
}

function handshake(): Handshake {
  const { journal, seq } = liveNow();
  return journal === null ? {} : { since: seq, journal, resync: true };
}

function sinceQuery(): string {
  const { journal, seq } = liveNow();
  return journal === null ? '' : `?since=${seq}&journal=${encodeURIComponent(journal)}`;
}

const heard = (): void => connection.setState({ heardAt: Date.now() });

const online = (): void => connection.setState({ status: 'live', offlineSince: null });

function offline(): void {
  const { status, offlineSince } = connection.getState();
  forgetPresence();
  forgetPositions();
  if (status !== 'offline') connection.setState({ status: 'offline', offlineSince: offlineSince ?? Date.now() });
}
