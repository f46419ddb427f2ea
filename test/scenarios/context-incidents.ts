import type { Severity } from '#shared/incident/events.ts';
import type { Casualties } from '#shared/incident/orders.ts';
import type { Step } from './step.ts';
import type { WallTime } from './wall-time.ts';
import { OTHERS } from './context-others.ts';
import { WEATHER } from './context-weather.ts';

/** An incident of the same night elsewhere in the city, in the few words that a duty log has for it. */
export interface ContextIncident {
  name: string;
  at: WallTime;
  adcode: string;
  point: readonly [lng: number, lat: number];
  typeCode: string;
  title: string;
  place: string;
  unit: string;
  text: string;
  casualties?: Casualties;
  level?: readonly [at: WallTime, severity: Severity, basis: string];
  notes?: readonly (readonly [at: WallTime, text: string])[];
  closed?: readonly [at: WallTime, reason: string];
  exercise?: true;
}

const CITY = 'ganzhou-zhiban';

/** All of them as the city's duty officer wrote them down, in order of time. */
export function contextSteps(): Step[] {
  const steps = [...WEATHER, ...OTHERS].flatMap(stepsOf);
  // A wall time with its day in front sorts after one without.
  return steps.sort((a, b) => (a.at.replace(/^\+/, '~') < b.at.replace(/^\+/, '~') ? -1 : 1));
}

function stepsOf({
  name,
  at,
  adcode,
  point: [lng, lat],
  typeCode,
  title,
  place,
  unit,
  text,
  casualties,
  level,
  notes = [],
  closed,
  exercise,
}: ContextIncident): Step[] {
  const logged: Step = {
    at,
    seat: CITY,
    type: 'incident.log',
    names: name,
    payload: {
      title,
      typeCode,
      place: { adcode, text: place, lng, lat },
      receivedAt: at,
      source: { channel: 'phone', unit },
      text,
      ...(casualties ? { casualties } : {}),
      ...(exercise ? { exercise } : {}),
    },
  };
  const later: Step[] = notes.map(([noted, said]) => ({ at: noted, seat: CITY, type: 'incident.note', payload: { incidentId: name, at: noted, text: said } }));
  if (level) later.push({ at: level[0], seat: 'ganzhou-lingdao', type: 'incident.assess', payload: { incidentId: name, severity: level[1], basis: level[2] } });
  const override = exercise ? {} : { override: '报送由市应急管理局一并办理。' };
  if (closed) later.push({ at: closed[0], seat: 'ganzhou-lingdao', type: 'incident.close', payload: { incidentId: name, reason: closed[1], ...override } });
  return [logged, ...later];
}
