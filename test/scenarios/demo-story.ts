import { shiftOnPost } from '#shared/duty/state.ts';
import type { OrderType } from '#shared/catalogue.ts';
import { seatOf, type Seat } from '#shared/seat.ts';
import type { Config } from '#server/config.ts';
import { openCore, type Core } from '#server/core.ts';
import type { Log } from '#server/ports.ts';
import { drivenClock, type DrivenClock } from '#test/support/driven-clock.ts';
import { administrator, SYSTEM_SEAT } from '#test/support/seats.ts';
import { Agenda } from './agenda.ts';
import { contextSteps } from './context-incidents.ts';
import { d1FlashFlood } from './d1-flash-flood.ts';
import { FLOOD } from './d1-morning.ts';
import { changesBefore, dutyHappenings } from './demo-duty.ts';
import { alertHappenings } from './demo-alerts.ts';
import { teamHappenings } from './demo-teams.ts';
import { reportingDesks } from './reporting-desks.ts';
import { ORGANISATIONS, SEATS, STAFF, type SampleSeat } from './seats.ts';
import { stageOn, type Stage } from './stage.ts';
import { minutesOf } from './wall-time.ts';

const MINUTE_MS = 60_000;
/** How far the story has come when the doors open. */
export const OPENS_AT = '09:12';
/** The written report that the city waits for in vain. */
const SLOW = 'zhanggong-network';
const COUNTY_DUTY = 'yudu-zhiban';

/** Where the story's day begins, so that it has just come so far: at five minutes of the clock, as people say times. */
export const storyAnchor = (opensAt: Date): Date =>
  new Date(Math.floor((opensAt.getTime() - minutesOf(OPENS_AT) * MINUTE_MS) / (5 * MINUTE_MS)) * 5 * MINUTE_MS);

interface StoryOptions {
  passwordOf: (username: string) => string;
  anchor: Date;
  opensAt: Date;
  log: Log;
}

/**
 * Writes the hours before the doors open into the journal, each order at its own minute, and closes again. What comes due
 * meanwhile comes due. Answers with the names of the incidents.
 */
export async function tellStory(config: Config, { passwordOf, anchor, opensAt, log }: StoryOptions): Promise<ReadonlyMap<string, string>> {
  const [firstChange] = changesBefore(opensAt, config.TIME_ZONE);
  const begins = Math.min(Date.parse(firstChange) - 60 * MINUTE_MS, anchor.getTime());
  const clock = drivenClock(new Date(begins).toISOString());
  const core = await openCore(config, { log, clock });
  try {
    const ids = await seatEverybody(core, passwordOf);
    const seat = ({ username, name, role, org }: SampleSeat): Seat =>
      seatOf({ id: ids.get(username) ?? username, name, role, org, ...(role === 'team' ? { team: org } : {}) }, core.world.get('organisation', org));
    const stage = stageOn({ core, clock, anchor, seatNamed: (username) => onPost(core, seat, username) });
    await tell({ core, clock, stage, seat, anchor, opensAt });
    return stage.names;
  } finally {
    await core.close();
  }
}

async function tell(told: { core: Core; clock: DrivenClock; stage: Stage; seat: (of: SampleSeat) => Seat; anchor: Date; opensAt: Date }): Promise<void> {
  const { core, clock, stage, seat, anchor, opensAt } = told;
  const agenda = new Agenda();
  const end = opensAt.getTime();
  for (const step of [...d1FlashFlood, ...contextSteps()].sort((a, b) => (a.at < b.at ? -1 : 1)))
    agenda.add({ at: anchor.getTime() + minutesOf(step.at) * MINUTE_MS, run: () => stage.order(step) });
  agenda.add(...alertHappenings({ stage, world: core.world, seatNamed: (username) => onPost(core, seat, username), anchor }));
  agenda.add(...teamHappenings(stage, () => onPost(core, seat, COUNTY_DUTY), anchor));
  agenda.add(...dutyHappenings({ stage, world: core.world, seatOf: seat, opensAt }, core.config.TIME_ZONE));
  const desks = reportingDesks({
    stage,
    world: core.world,
    seatOf: seat,
    leaves: ({ id }, { periodic, dueAt }) =>
      // What is not due yet when the doors open is for whoever comes in.
      dueAt > opensAt.toISOString() || (id === stage.names.get(FLOOD) && !periodic) || id === stage.names.get(SLOW),
  });
  for (;;) {
    const next = agenda.nextBy(end) ?? end;
    agenda.add(...desks.plan(clock.now().getTime(), next));
    const happening = agenda.nextBy(end) === undefined ? undefined : agenda.take();
    // In small steps: what comes due on the way is entered at its own time.
    for (let at = clock.now().getTime() + MINUTE_MS; at < (happening?.at ?? end); at += MINUTE_MS) await stage.untilInstant(new Date(at));
    await stage.untilInstant(new Date(happening?.at ?? end));
    if (!happening) return;
    await happening.run();
  }
}

/** Accounts for the seats that somebody may take, and seats without one for the rest of the staff. */
async function seatEverybody(core: Core, passwordOf: (username: string) => string): Promise<Map<string, string>> {
  await core.access.ensureAdministrator();
  const give = async (seat: Seat, type: OrderType, payload: unknown): Promise<void> => {
    const answer = await core.orders.submit({ id: core.ids.next(), type, payload }, seat);
    if (!answer.ok) throw new Error(`${type} was refused (${answer.code}): ${answer.message}`);
  };
  await Promise.all(ORGANISATIONS.map(({ id: organisationId, ...rest }) => give(administrator, 'organisation.add', { organisationId, ...rest })));
  await Promise.all(STAFF.map(({ username: userId, role, org }) => give(SYSTEM_SEAT, 'seat.grant', { userId, role, org })));
  const added = SEATS.map(async (account) => {
    const { id } = await core.access.addUser({ ...account, password: passwordOf(account.username) }, administrator);
    return [account.username, id] as const;
  });
  return new Map(await Promise.all(added));
}

/** What a duty office does is done by whoever is at its post then. */
function onPost({ world }: Core, seat: (of: SampleSeat) => Seat, username: string): Seat {
  const named = [...SEATS, ...STAFF].find((one) => one.username === username);
  if (!named) throw new Error(`There is no ${username} in this scenario.`);
  const shift = named.role.endsWith('-duty') ? shiftOnPost(world.all('shift'), named.org) : undefined;
  const officer = shift?.officers[0];
  return officer ? seat([...SEATS, ...STAFF].find(({ name, org }) => name === officer.name && org === named.org) ?? named) : seat(named);
}
