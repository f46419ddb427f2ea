import { changeFor, shownTo, type Frame } from '#shared/feed.ts';
import type { ServerToClient } from '#shared/protocol.ts';
import type { Level, Seat } from '#shared/seat.ts';
import type { AnyDocument, Change, Kind } from '#shared/world.ts';
import type { Server } from 'socket.io';
import type { Clock } from '#server/ports.ts';
import { Recent } from './recent.ts';

/** Above so many sockets a tick costs more than it saves: frames go out at half the pace. */
const MANY_SOCKETS = 2000;

/** What sockets of one seat group share: the same rooms and the same level see exactly the same. */
interface Group {
  key: string;
  rooms: ReadonlySet<string>;
  level: Level;
  sockets: number;
}

interface Pending {
  kind: Kind;
  id: string;
  before: readonly string[] | undefined;
  doc: AnyDocument | undefined;
}

export interface Feed {
  /** Counts a socket in and names the room it must join to be sent its frames; the answer's `leave` counts it out. */
  join(seat: Seat): { room: string; leave: () => void };
  changed(seq: number, changes: readonly Change[]): void;
  missed(since: number, seat: Seat): Frame | null;
  /** Sends what waits now. */
  flush(): void;
  frames(): number;
  stop(): void;
}

/**
 * One frame a tick for each distinct set of changes, encoded once and broadcast to every group that gets just that.
 * The first change after a silence goes out at once; under load what comes meanwhile is gathered.
 */
export function openFeed(io: Server<never, ServerToClient>, clock: Clock, from: number, intervalMs: number): Feed {
  const groups = new Map<string, Group>();
  /** Which groups are in a room: what a change touches is found without asking every group. */
  const inRoom = new Map<string, Set<Group>>();
  const recent = new Recent(from);
  let pending = new Map<string, Pending>();
  let seq = from;
  let sent = 0;
  let cancel: (() => void) | undefined;
  let sockets = 0;

  function groupOf(seat: Seat): Group {
    const key = `seat:${seat.level}:${[...seat.rooms].sort().join('|')}`;
    const known = groups.get(key);
    if (known) return known;
    const group: Group = { key, rooms: new Set(seat.rooms), level: seat.level, sockets: 0 };
    groups.set(key, group);
    for (const room of group.rooms) {
      const members = inRoom.get(room);
      if (members) members.add(group);
      else inRoom.set(room, new Set([group]));
    }
    return group;
  }

  function dissolve(group: Group): void {
    groups.delete(group.key);
    for (const room of group.rooms) {
      const members = inRoom.get(room);
      members?.delete(group);
      if (members?.size === 0) inRoom.delete(room);
    }
  }

  function changed(at: number, changes: readonly Change[]): void {
    seq = at;
    recent.add(at, changes);
    for (const { kind, id, before, doc } of changes) {
      const key = `${kind}/${id}`;
      const earlier = pending.get(key);
      // Readers before the first change of this tick decide who loses sight of it.
      pending.set(key, { kind, id, before: earlier ? earlier.before : before?.readers, doc });
    }
    if (!cancel && pending.size > 0) {
      // Deferred to the end of this turn, so that a whole batch of commits is one frame.
      cancel = clock.after(0, tick);
    }
  }

  function tick(): void {
    cancel = undefined;
    if (pending.size === 0) return;
    flush();
    cancel = clock.after(sockets > MANY_SOCKETS ? 2 * intervalMs : intervalMs, tick);
  }

  function flush(): void {
    const changes = [...pending.values()];
    pending = new Map();
    for (const { rooms, frame } of framesOf(changes)) {
      io.to(rooms).emit('feed', frame);
      sent += 1;
    }
  }

  /** Groups that get exactly the same share one frame. */
  function framesOf(changes: readonly Pending[]): { rooms: string[]; frame: Frame }[] {
    const shares = new Map<Group, string[]>();
    for (const [i, { before, doc }] of changes.entries()) {
      for (const group of touched(before, doc)) {
        const means = changeFor(group.rooms, before, doc);
        if (means === 'nothing') continue;
        const share = shares.get(group);
        if (share) share.push(`${means}${i}`);
        else shares.set(group, [group.level, `${means}${i}`]);
      }
    }
    const frames = new Map<string, { rooms: string[]; frame: Frame }>();
    for (const [group, share] of shares) {
      const signature = share.join();
      const same = frames.get(signature);
      if (same) same.rooms.push(group.key);
      else frames.set(signature, { rooms: [group.key], frame: frameFor(group, changes, share) });
    }
    return [...frames.values()];
  }

  function touched(before: readonly string[] | undefined, doc: AnyDocument | undefined): Set<Group> {
    const found = new Set<Group>();
    for (const room of [...(before ?? []), ...(doc?.readers ?? [])]) for (const group of inRoom.get(room) ?? []) found.add(group);
    return found;
  }

  function frameFor(group: Group, changes: readonly Pending[], share: readonly string[]): Frame {
    const frame: Frame = { seq, puts: [], drops: [] };
    for (const item of share.slice(1)) {
      const change = changes[Number(item.replace(/^\D+/, ''))];
      if (!change) continue;
      const { kind, id, doc } = change;
      if (item.startsWith('put') && doc) frame.puts.push({ kind, id, doc: shownTo(group.level, kind, doc) } as Frame['puts'][number]);
      else frame.drops.push({ kind, id });
    }
    return frame;
  }

  return {
    join(seat) {
      // Whoever comes is caught up with what waits: it must not also be counted among those who did not have it.
      if (pending.size > 0) flush();
      const group = groupOf(seat);
      group.sockets += 1;
      sockets += 1;
      let left = false;
      return {
        room: group.key,
        leave() {
          if (left) return;
          left = true;
          group.sockets -= 1;
          sockets -= 1;
          if (group.sockets === 0) dissolve(group);
        },
      };
    },
    changed,
    missed: (since, seat) => recent.missed(since, seq, seat),
    flush,
    frames: () => sent,
    stop: () => cancel?.(),
  };
}
