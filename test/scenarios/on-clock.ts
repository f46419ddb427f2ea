import type { Documents, Kind, LiveWorld } from '#shared/world.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { seatOf } from '#shared/seat.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { administrator } from '#test/support/seats.ts';
import { testCore } from '#test/support/test-core.ts';
import { ORGANISATIONS, SEATS, type SampleOrganisation, type SampleSeat } from './seats.ts';
import { stageOn, unknown, type Stage } from './stage.ts';
import type { WallTime } from './wall-time.ts';

/** A scenario on a server whose clock begins at the midnight before it. */
export interface OnClock extends Stage {
  document<K extends Kind>(kind: K, id: string): Documents[K];
  world: LiveWorld;
  /** The deadlines of a rule, as wall times of the scenario's first day. */
  due(name: string, rule: string): (Pick<ReportDeadline, 'kind' | 'late'> & { at: WallTime; met?: string })[];
  close(): Promise<void>;
}

const MIDNIGHT = new Date('2026-06-01T00:00:00+08:00');
const MINUTE_MS = 60_000;

export async function onClock(extra: { organisations?: readonly SampleOrganisation[]; seats?: readonly SampleSeat[] } = {}): Promise<OnClock> {
  const clock = drivenClock(MIDNIGHT.toISOString());
  const { core, close } = await testCore({ ports: { clock } });
  const seats = new Map([...SEATS, ...(extra.seats ?? [])].map((seat) => [seat.username, seat]));
  const stage = stageOn({
    core,
    clock,
    anchor: MIDNIGHT,
    seatNamed(username) {
      const { name, role, org } = seats.get(username) ?? unknown(username);
      return seatOf({ id: username, name, role, org }, core.world.get('organisation', org));
    },
  });
  for (const { id: organisationId, ...rest } of [...ORGANISATIONS, ...(extra.organisations ?? [])])
    await stage.give(administrator, { type: 'organisation.add', payload: { organisationId, ...rest } });
  return {
    ...stage,
    document: (kind, id) => core.world.get(kind, id) ?? unknown(id),
    world: core.world,
    due: (name, rule) =>
      (stage.incident(name).deadlines ?? [])
        .filter((row) => row.rule === rule)
        .map(({ kind, dueAt, met, late }) => ({
          kind,
          at: wallOf(dueAt),
          ...(late ? { late } : {}),
          ...(met ? { met: met.reason ?? wallOf(met.at) } : {}),
        })),
    close,
  };
}

/** `+6 09:00`: an instant as a wall time of the scenario. */
function wallOf(instant: string): WallTime {
  const minutes = Math.round((Date.parse(instant) - MIDNIGHT.getTime()) / MINUTE_MS);
  const [day, of] = [Math.floor(minutes / 1440), minutes % 1440];
  const time = `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  return day === 0 ? time : `+${day} ${time}`;
}
