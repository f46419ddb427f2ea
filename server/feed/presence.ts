import type { Presence, Present } from '#shared/protocol.ts';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import { z } from 'zod';
import type { Clock } from '#server/ports.ts';

const Here = z.strictObject({
  incidentId: z.uuid().optional(),
  typing: z.boolean().optional(),
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z.-]{0,59}$/)
    .optional(),
});

/** Of one incident no oftener than this, however many look at it and type. */
const PAUSE_MS = 1000;

export interface Watcher {
  seat: Seat;
  tell(presence: Presence): void;
}

export interface PresenceBoard {
  /** Counts a screen in; the answer counts it out. */
  join(watcher: Watcher): Joined;
  stop(): void;
}

export interface Joined {
  /** Takes what a client says of itself. What does not fit, or names an incident that the seat may not read, is nowhere. */
  take(said: unknown): void;
  leave(): void;
}

interface Look {
  watcher: Watcher;
  incidentId?: string | undefined;
  typing: boolean;
  field?: string | undefined;
}

/**
 * Who looks at which incident: in memory, screen by screen, gone when the line is cut and never recorded. Whether a seat may
 * read the incident is asked again each time before it is told or named, because that may have changed since.
 */
export function openPresence(readersOf: (incidentId: string) => readonly string[] | undefined, clock: Clock): PresenceBoard {
  const rooms = new Map<string, Set<Look>>();
  const waiting = new Map<string, { cancel: () => void; again: boolean }>();

  // Names of officers are for those who see documents whole: not for a team or a neighbouring city.
  const may = ({ watcher }: Look, incidentId: string): boolean => {
    if (watcher.seat.level !== 'full') return false;
    const readers = readersOf(incidentId);
    return readers !== undefined && mayRead(new Set(watcher.seat.rooms), readers);
  };

  /** At once when nothing was said of it lately, else when the pause is over. */
  function soon(incidentId: string): void {
    const pause = waiting.get(incidentId);
    if (pause) pause.again = true;
    else tell(incidentId);
  }

  function tell(incidentId: string): void {
    const looks = [...(rooms.get(incidentId) ?? [])].filter((look) => may(look, incidentId));
    if (looks.length > 0) {
      const presence = { incidentId, present: presentOf(looks) };
      for (const { watcher } of looks) watcher.tell(presence);
    }
    const cancel = clock.after(PAUSE_MS, () => {
      const again = waiting.get(incidentId)?.again;
      waiting.delete(incidentId);
      if (again) tell(incidentId);
    });
    waiting.set(incidentId, { cancel, again: false });
  }

  function move(look: Look, to: string | undefined): void {
    const from = look.incidentId;
    if (from !== undefined && from !== to) {
      const room = rooms.get(from);
      room?.delete(look);
      if (room?.size === 0) rooms.delete(from);
      else if (room) soon(from);
    }
    look.incidentId = to;
    if (to === undefined) return;
    const room = rooms.get(to) ?? new Set();
    rooms.set(to, room.add(look));
    soon(to);
  }

  return {
    join(watcher) {
      const look: Look = { watcher, typing: false };
      return {
        take(said) {
          const { success, data } = Here.safeParse(said);
          if (!success) return;
          const to = data.incidentId !== undefined && may(look, data.incidentId) ? data.incidentId : undefined;
          const typing = data.typing === true;
          if (to === look.incidentId && typing === look.typing && data.field === look.field) return;
          look.typing = typing;
          look.field = data.field;
          move(look, to);
        },
        leave: () => move(look, undefined),
      };
    },
    stop() {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
      rooms.clear();
    },
  };
}

/** Each person once, whatever number of windows: what is typed in one of them counts. */
function presentOf(looks: readonly Look[]): Present[] {
  const people = new Map<string, Present>();
  for (const { watcher, typing, field } of looks) {
    const { id, name, org } = watcher.seat.actor;
    if (people.get(id)?.typing && !typing) continue;
    people.set(id, { userId: id, name, org, typing, ...(typing && field !== undefined ? { field } : {}) });
  }
  return [...people.values()];
}
