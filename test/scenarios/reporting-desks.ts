import { assemble } from '#shared/report/assemble.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import { lastOf } from '#shared/report/facts.ts';
import { changesSince, jumpsIn } from '#shared/report/figures.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { Happening } from './agenda.ts';
import { seatAtOrg, type SampleSeat } from './seats.ts';
import type { Stage } from './stage.ts';

const MINUTE_MS = 60_000;
/** Minutes from a draft to each step of its way. */
const [SUBMITTED, APPROVED, SENT, ACKNOWLEDGED] = [2, 6, 8, 12];
/** They send so long before the time, each incident's a little different. */
const LEADS = [11, 14, 17, 13, 19];
const CITY = '360700';

interface Desks {
  stage: Pick<Stage, 'give'>;
  world: Pick<World, 'all' | 'get'>;
  seatOf: (seat: SampleSeat) => Seat;
  /** What a script tells by itself, or leaves undone. */
  leaves: (incident: Incident, row: ReportDeadline) => boolean;
}

/** Duty offices that report in time: what is due is drafted, approved and sent before its hour, as a table of rules asks for it. */
export function reportingDesks({ stage, world, seatOf, leaves }: Desks) {
  const underWay = new Set<string>();

  /** What they do on the way to an instant about what is due then. */
  function plan(now: number, upTo: number): Happening[] {
    return [...world.all('incident')].flatMap((incident, i) => {
      if (incident.exercise) return [];
      return (incident.deadlines ?? []).flatMap((row) => {
        const org = orgOf(row, incident);
        const draftAt = Date.parse(row.dueAt) - ((LEADS[i % LEADS.length] ?? 0) + SENT) * MINUTE_MS;
        if (row.met || row.late || org === undefined || draftAt > upTo || leaves(incident, row)) return [];
        const key = `${incident.id}/${org}`;
        if (underWay.has(key)) return [];
        underWay.add(key);
        return written(incident.id, row, org, Math.max(now, draftAt), () => underWay.delete(key));
      });
    });
  }

  function written(incidentId: string, row: ReportDeadline, org: string, draftAt: number, sent: () => void): Happening[] {
    const [duty, leader] = [seatOf(seatAtOrg(org, 'duty')), seatOf(seatAtOrg(org, 'leader'))];
    let reportId = '';
    const at = (minutes: number, run: () => Promise<unknown>): Happening => ({ at: draftAt + minutes * MINUTE_MS, run });
    return [
      at(0, async () => (reportId = (await stage.give(duty, { type: 'report.draft', payload: draftOf(incidentId, row, org, draftAt) }))['report'] ?? '')),
      at(SUBMITTED, () => stage.give(duty, { type: 'report.submit', payload: { reportId } })),
      at(APPROVED, () => stage.give(leader, { type: 'report.approve', payload: { reportId } })),
      at(SENT, async () => {
        await stage.give(duty, { type: 'report.send', payload: { reportId } });
        sent();
      }),
      at(ACKNOWLEDGED, () =>
        org === CITY
          ? stage.give(duty, { type: 'report.acknowledge', payload: { reportId, post: '省应急管理厅值班室值班员' } })
          : stage.give(seatOf(seatAtOrg(CITY, 'duty')), { type: 'report.acknowledge', payload: { reportId } }),
      ),
    ];
  }

  function draftOf(incidentId: string, row: ReportDeadline, org: string, now: number): Record<string, unknown> {
    const incident = world.get('incident', incidentId);
    if (!incident) throw new Error(`There is no incident ${incidentId} to report.`);
    const told = incident.reports?.some((report) => report.org === org && report.kind === 'initial' && report.channel === 'written');
    const kind = row.kind === 'initial' && told ? 'follow-up' : row.kind;
    const nameOf = (id: string): string => world.get('organisation', id)?.name ?? id;
    const { text, figures } = assemble(incident, { kind, org, now: new Date(now).toISOString(), nameOf });
    const jumps = jumpsIn(changesSince(lastOf(incident, org)?.figures, figures), { least: 5, times: 2 });
    const reasons = Object.fromEntries(jumps.map(({ path }) => [path, '经逐户核实更新']));
    return { incidentId, kind, text, figures, ...(jumps.length > 0 ? { reasons } : {}) };
  }

  return { plan };
}

/** Which duty office of ours owes it, if one does. */
function orgOf({ from }: ReportDeadline, { place }: Incident): string | undefined {
  if (from === 'city') return CITY;
  return from === 'county' ? place.adcode.slice(0, 6) : undefined;
}
