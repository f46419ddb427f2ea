import { changeFor } from '#shared/feed.ts';
import type { Level, Seat } from '#shared/seat.ts';
import type { AnyDocument, Kind } from '#shared/world.ts';

/** What a tick did to one document. `before` is who could see it when the tick began. */
export interface Pending {
  kind: Kind;
  id: string;
  before: readonly string[] | undefined;
  doc: AnyDocument | undefined;
}

/** Screens whose seats have the same rooms, their own user's aside, and the same level: they see exactly the same. */
interface Group<S> {
  key: string;
  rooms: ReadonlySet<string>;
  level: Level;
  members: Set<Member<S>>;
}

interface Member<S> {
  socket: S;
  group: Group<S>;
  rooms: ReadonlySet<string>;
}

/** The same part of a tick's changes, and everyone whose part it is. An item is `put` or `drop` and the change's place. */
export interface Share<S> {
  level: Level;
  items: readonly string[];
  sockets: S[];
}

const isUserRoom = (room: string): boolean => room.startsWith('user:') || room.startsWith('drill:user:');

/**
 * Who watches, by seat. A thousand people at twenty desks are twenty groups: what a tick means is asked once for each
 * group that a change touches. The one room that is a person's own is looked at apart, and nearly never says otherwise.
 */
export class Audience<S> {
  readonly #groups = new Map<string, Group<S>>();
  readonly #inRoom = new Map<string, Set<Group<S>>>();
  readonly #users = new Map<string, Set<Member<S>>>();
  size = 0;

  /** Counts a screen in; the answer counts it out. */
  join({ level, rooms }: Seat, socket: S): () => void {
    const member: Member<S> = { socket, group: this.#groupOf(level, rooms), rooms: new Set(rooms) };
    const own = rooms.filter(isUserRoom);
    member.group.members.add(member);
    for (const room of own) add(this.#users, room, member);
    this.size += 1;
    return () => {
      const { group } = member;
      if (!group.members.delete(member)) return;
      this.size -= 1;
      for (const room of own) remove(this.#users, room, member);
      if (group.members.size > 0) return;
      this.#groups.delete(group.key);
      for (const room of group.rooms) remove(this.#inRoom, room, group);
    };
  }

  shares(changes: readonly Pending[]): Share<S>[] {
    const items = new Map<Group<S>, string[]>();
    const apart = new Set<Member<S>>();
    for (const [i, change] of changes.entries()) {
      const rooms = new Set([...(change.before ?? []), ...(change.doc?.readers ?? [])]);
      for (const group of this.#touched(rooms)) push(items, group, itemOf(group.rooms, change, i));
      for (const member of this.#named(rooms)) if (itemOf(member.rooms, change, i) !== itemOf(member.group.rooms, change, i)) apart.add(member);
    }
    const shares = new Map<string, Share<S>>();
    for (const [group, own] of items)
      give(shares, group.level, own, apart.size === 0 ? group.members : [...group.members].filter((member) => !apart.has(member)));
    for (const member of apart) {
      const own = changes.flatMap((change, i) => itemOf(member.rooms, change, i) ?? []);
      give(shares, member.group.level, own, [member]);
    }
    return [...shares.values()];
  }

  #groupOf(level: Level, all: readonly string[]): Group<S> {
    const rooms = all.filter((room) => !isUserRoom(room)).sort();
    const key = `${level}:${rooms.join('|')}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const group: Group<S> = { key, rooms: new Set(rooms), level, members: new Set() };
    this.#groups.set(key, group);
    for (const room of rooms) add(this.#inRoom, room, group);
    return group;
  }

  #touched(rooms: ReadonlySet<string>): Set<Group<S>> {
    const found = new Set<Group<S>>();
    for (const room of rooms) for (const group of this.#inRoom.get(room) ?? []) found.add(group);
    return found;
  }

  *#named(rooms: ReadonlySet<string>): Iterable<Member<S>> {
    for (const room of rooms) if (isUserRoom(room)) yield* this.#users.get(room) ?? [];
  }
}

function itemOf(rooms: ReadonlySet<string>, { before, doc }: Pending, i: number): string | undefined {
  const means = changeFor(rooms, before, doc);
  return means === 'nothing' ? undefined : `${means}${i}`;
}

function push<K>(lists: Map<K, string[]>, key: K, item: string | undefined): void {
  if (item === undefined) return;
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function give<S>(shares: Map<string, Share<S>>, level: Level, items: readonly string[], members: Iterable<Member<S>>): void {
  const sockets = Array.from(members, ({ socket }) => socket);
  if (items.length === 0 || sockets.length === 0) return;
  const signature = `${level},${items.join()}`;
  const same = shares.get(signature);
  if (same) for (const socket of sockets) same.sockets.push(socket);
  else shares.set(signature, { level, items, sockets });
}

function add<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function remove<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
