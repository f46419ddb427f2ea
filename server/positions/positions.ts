import { isCommitted, type Mission } from '#shared/dispatch/mission.ts';
import { Latitude, Longitude } from '#shared/geo.ts';
import type { Position } from '#shared/protocol.ts';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import { Instant } from '#shared/time.ts';
import type { Change, World } from '#shared/world.ts';
import { z } from 'zod';
import type { Clock } from '#server/ports.ts';
import type { TrailPoint } from './trail.ts';

const Said = z.strictObject({ lng: Longitude, lat: Latitude, accuracy: z.number().min(0).max(100_000).optional(), at: Instant.optional() });

/** Nobody is told oftener than this. */
const PAUSE_MS = 1000;
/** A position that waited offline is no longer where somebody is. */
const LATE_MS = 2 * 60_000;

export interface Follower {
  seat: Seat;
  tell(positions: readonly Position[]): void;
}

export interface Followed {
  /** Takes what a phone says. Outside of a mission, or when sharing is off, it is forgotten at once. */
  take(said: unknown): void;
  leave(): void;
}

export interface PositionBoard {
  join(follower: Follower): Followed;
  changed(changes: readonly Change[]): void;
  stop(): void;
}

const isShared = (mission: Mission): boolean => mission.sharingSince !== undefined && isCommitted(mission);

/**
 * Where the people of a mission are: only while it lasts and while they share it, told to whoever may read the mission.
 * The last one wins; who joins later is told where they are now. It is asked again each time whether somebody may know.
 */
export function openPositions(world: World, trail: { add(point: TrailPoint): void }, clock: Clock): PositionBoard {
  const shared = new Map<string, Mission>();
  const last = new Map<string, Map<string, Position>>();
  const fresh = new Map<string, Set<string>>();
  const followers = new Set<Follower>();
  let cancel: (() => void) | undefined;

  for (const mission of world.all('mission')) keep(mission.id, mission);

  function keep(id: string, mission: Mission | undefined): void {
    if (mission && isShared(mission)) shared.set(id, mission);
    else {
      shared.delete(id);
      last.delete(id);
      fresh.delete(id);
    }
  }

  function take({ actor }: Seat, said: unknown): void {
    const { success, data } = Said.safeParse(said);
    if (!success || actor.role !== 'team') return;
    const now = clock.now();
    if (data.at !== undefined && now.getTime() - Date.parse(data.at) > LATE_MS) return;
    for (const mission of shared.values()) {
      if (mission.teamId !== (actor.team ?? actor.org)) continue;
      const { lng, lat, accuracy } = data;
      const before = last.get(mission.id)?.get(actor.id);
      if (before && now.getTime() - Date.parse(before.at) < PAUSE_MS) continue;
      const position: Position = { id: actor.id, missionId: mission.id, lng, lat, at: now.toISOString(), ...(accuracy === undefined ? {} : { accuracy }) };
      entry(last, mission.id, () => new Map<string, Position>()).set(actor.id, position);
      entry(fresh, mission.id, () => new Set<string>()).add(actor.id);
      trail.add({ missionId: mission.id, userId: actor.id, lng, lat, at: now, ...(accuracy === undefined ? {} : { accuracy }) });
    }
    if (fresh.size > 0) cancel ??= clock.after(PAUSE_MS, tellAll);
  }

  function tellAll(): void {
    cancel = undefined;
    const moved = new Map([...fresh].map(([id, users]) => [id, [...users].flatMap((user) => last.get(id)?.get(user) ?? [])]));
    fresh.clear();
    for (const follower of followers) tell(follower, moved);
  }

  function tell({ seat, tell: say }: Follower, of: ReadonlyMap<string, readonly Position[]>): void {
    const rooms = new Set(seat.rooms);
    const positions = [...of].flatMap(([id, some]) => (mayRead(rooms, shared.get(id)?.readers ?? []) ? some : []));
    if (positions.length > 0) say(positions);
  }

  return {
    join(follower) {
      followers.add(follower);
      tell(follower, new Map([...last].map(([id, users]) => [id, [...users.values()]])));
      return { take: (said) => take(follower.seat, said), leave: () => void followers.delete(follower) };
    },
    changed(changes) {
      // A document of kind `mission` is one.
      for (const { kind, id, doc } of changes) if (kind === 'mission') keep(id, doc as Mission | undefined);
    },
    stop: () => cancel?.(),
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}
