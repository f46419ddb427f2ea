/** What the archive is searched for; each field as it is typed. Times are wall-clock times of the city. */
export interface Asked {
  q: string;
  from: string;
  to: string;
  type: string;
  severity: string;
  adcode: string;
  status: string;
  /** Corners `lng,lat;…` of the part of the map that is searched. */
  area: string;
}

export const ANYTHING: Asked = { q: '', from: '', to: '', type: '', severity: '', adcode: '', status: '', area: '' };
const FIELDS = Object.keys(ANYTHING) as readonly (keyof Asked)[];

/** The address says what was asked, so that it can be sent to a colleague and found again. */
export const askedOf = (params: URLSearchParams): Asked => ({ ...ANYTHING, ...Object.fromEntries(FIELDS.map((field) => [field, params.get(field) ?? ''])) });

export function paramsOf(asked: Asked): URLSearchParams {
  return new URLSearchParams(FIELDS.flatMap((field) => (asked[field] === '' ? [] : [[field, asked[field]]])));
}

/** The query of the interface. Drills are searched only in drill mode, and never together with what was real. */
export function queryOf(asked: Asked, exercise: boolean): string {
  const params = paramsOf(asked);
  for (const field of ['from', 'to'] as const) if (asked[field] !== '') params.set(field, new Date(`${asked[field]}+08:00`).toISOString());
  params.set('exercise', String(exercise));
  return params.toString();
}
