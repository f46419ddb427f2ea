import type { Callout } from '#shared/alert/callout.ts';
import { needsTwo } from '#shared/alert/hazards.ts';
import { isLeader } from '#shared/seat.ts';
import type { Reminder, Viewer } from './reminder.ts';

/** 叫应: an alert that this viewer's organisation has to answer, or that has climbed to it because somebody below has not. `title` is what the alert says. */
export function reminderOfCallout(callout: Callout, viewer: Viewer, since: string, title: string): Reminder | undefined {
  const { id, alertId, org, role, colour, version, askedAt, answered, closed, climbs, exercise } = callout;
  const climbed = climbs.at(-1);
  if (role !== 'answer' || answered || closed || (climbed?.at ?? askedAt) < since) return undefined;
  const room = isLeader(viewer) ? `lead:${viewer.org}` : `org:${viewer.org}`;
  if (climbed ? climbed.to !== room : org !== viewer.org) return undefined;
  const red = climbed !== undefined || needsTwo(colour);
  return { id: `callout ${id} ${version} ${climbs.length}`, kind: 'callout', path: `/alerts?alert=${alertId}`, title, red, exercise };
}
