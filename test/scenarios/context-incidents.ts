import type { Severity } from '#shared/incident/events.ts';
import type { Casualties } from '#shared/incident/orders.ts';
import type { Step } from './step.ts';
import { wallAfter, type WallTime } from './wall-time.ts';
import { OTHERS } from './context-others.ts';
import { WEATHER } from './context-weather.ts';
import { seatAtOrg } from './seats.ts';

/** An incident of the same hours elsewhere in the city, in the few words that a duty log has for it. */
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
  /** What its own steps say besides. */
  besides?: readonly Step[];
}

const CITY = 'ganzhou-zhiban';
/** So long after a county has written an incident down it is at the telephone. */
const PHONED_AFTER = 4;

/** All of them in order of time: the county writes down and phones, the city's leader sets the level. */
export function contextSteps(): Step[] {
  return [...WEATHER, ...OTHERS].flatMap(stepsOf).sort((a, b) => (a.at < b.at ? -1 : 1));
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
  besides = [],
}: ContextIncident): Step[] {
  const county = seatAtOrg(adcode.slice(0, 6), 'duty').username;
  const logged: Step = {
    at,
    seat: exercise ? CITY : county,
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
  const phoned = wallAfter(at, PHONED_AFTER);
  const later: Step[] = exercise
    ? []
    : [{ at: phoned, seat: county, type: 'report.phone', payload: { incidentId: name, at: phoned, spokenTo: '赣州市应急管理局值班室', text } }];
  for (const [noted, said] of notes) later.push({ at: noted, seat: CITY, type: 'incident.note', payload: { incidentId: name, at: noted, text: said } });
  if (level) later.push({ at: level[0], seat: 'ganzhou-lingdao', type: 'incident.assess', payload: { incidentId: name, severity: level[1], basis: level[2] } });
  const override = exercise ? {} : { override: '报送由市应急管理局一并办理。' };
  if (closed) later.push({ at: closed[0], seat: 'ganzhou-lingdao', type: 'incident.close', payload: { incidentId: name, reason: closed[1], ...override } });
  return [logged, ...later, ...besides];
}
