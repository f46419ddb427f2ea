import type { Payload } from '#shared/catalogue.ts';
import type { Mission, MissionState } from '#shared/dispatch/mission.ts';
import type { Sending } from '#client/store/outbox-queue.ts';

/** A step of a mission as this phone shows it: recorded, or given here and still to be sent. */
export interface ShownStep {
  state: MissionState;
  /** When it was so. */
  at: string;
  /** When it came to the server, if that was later. */
  sentAt?: string;
  pending: boolean;
}

export interface Shown {
  /** Where the mission stands once everything that waits here is recorded. */
  state: MissionState;
  steps: readonly ShownStep[];
  /** Orders about it that wait on this phone, oldest first. */
  waiting: readonly Sending[];
}

/** Without a network a team goes on from step to step: what it gave counts here until the server says otherwise. */
export function asGiven({ state, steps, dispatchId }: Pick<Mission, 'state' | 'steps' | 'dispatchId'>, entries: readonly Sending[]): Shown {
  const waiting = entries.filter((entry) => isWaitingFor(entry, dispatchId));
  const pending = waiting.flatMap((entry): ShownStep[] => {
    const next = comesTo(entry);
    return next === undefined ? [] : [{ state: next, at: entry.at, pending: true }];
  });
  const recorded = steps.map(({ state: step, at, claimedAt }): ShownStep => {
    return { state: step, at: claimedAt ?? at, ...(claimedAt === undefined ? {} : { sentAt: at }), pending: false };
  });
  return { state: pending.at(-1)?.state ?? state, steps: [...recorded, ...pending], waiting };
}

const isWaitingFor = ({ state, payload }: Sending, dispatchId: string | undefined): boolean =>
  (state === 'queued' || state === 'sending') && dispatchId !== undefined && dispatchOf(payload) === dispatchId;

/** Which dispatch an order is about. */
export function dispatchOf(payload: unknown): string | undefined {
  const id: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'dispatchId') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function comesTo({ type, payload }: Sending): MissionState | undefined {
  switch (type) {
    case 'dispatch.accept':
      return 'accepted';
    case 'dispatch.decline':
      return 'declined';
    case 'dispatch.check-in':
      return 'checked_in';
    case 'dispatch.debrief':
      return 'debriefed';
    case 'dispatch.progress':
      // Put there by this page, by the order's schema.
      return (payload as Payload<'dispatch.progress'>).status;
    default:
      return undefined;
  }
}
