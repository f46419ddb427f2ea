import { chainOf, standsDuty } from '#shared/duty/policy.ts';
import type { Dutylog, Shift } from '#shared/duty/state.ts';
import { isLeader } from '#shared/seat.ts';
import type { Reminder, Viewer } from './reminder.ts';

const DUTY = '/duty';

/** Whoever stands duty or leads at an organisation, and at the one above it. */
const answersFor = (viewer: Viewer, org: string): boolean => (standsDuty(viewer) || isLeader(viewer)) && chainOf(org).slice(0, 2).includes(viewer.org);

/** `name` is the organisation's, as the viewer reads it. The post has not changed hands in time: whoever has it stays, and those who answer for it learn of it. */
export function reminderOfRelief({ id, org, leader, reliefLateAt }: Shift, viewer: Viewer, since: string, name: string): Reminder | undefined {
  if (reliefLateAt === undefined || reliefLateAt < since || !answersFor(viewer, org)) return undefined;
  return { id: `relief ${id} ${reliefLateAt}`, kind: 'relief', path: DUTY, title: `${name} · ${leader.name}`, red: false, exercise: false };
}

/** 查岗: the leader on duty, or the post, was called and nobody answered. Heard by night as by day. */
export function reminderOfCheck(
  line: Dutylog,
  shift: Pick<Shift, 'leader' | 'officers'> | undefined,
  viewer: Viewer,
  since: string,
  name: string,
): Reminder | undefined {
  const { id, org, at, by, check } = line;
  if (check?.result !== 'no-answer' || at < since || by.id === viewer.id || !answersFor(viewer, org)) return undefined;
  const whom = check.of === 'leader' ? [shift?.leader] : (shift?.officers ?? []);
  const title = [name, ...whom.flatMap((one) => (one ? [one.name] : []))].join(' · ');
  return { id: `unreached ${id}`, kind: 'unreached', path: DUTY, title, red: true, exercise: false };
}
