import type { Payload } from '#shared/catalogue.ts';
import type { LngLat } from '#shared/geo.ts';
import { CATEGORIES, type Category } from '#shared/team/category.ts';
import { ApplyTeam } from '#shared/team/orders.ts';
import type { Team } from '#shared/team/state.ts';

export interface Thing {
  kind: string;
  /** Of equipment how many, of a vehicle its seats. */
  count: string;
  /** Of equipment a word about it, of a vehicle its plate. */
  text: string;
}

/** An application as it is typed. */
export interface ApplyDraft {
  org: string;
  name: string;
  creditCode: string;
  civilRegNo: string;
  supervisorOrg: string;
  leaderName: string;
  leaderPhone: string;
  baseText: string;
  at?: LngLat;
  /** The county under the point; empty outside of all, then it counts to the authority's. */
  adcode: string;
  /** The level that a team gives itself, or `none`; absent, it doesn't do such work. */
  categories: Partial<Record<Category, string>>;
  equipment: readonly Thing[];
  vehicles: readonly Thing[];
  rangeKm: string;
  responseMinutes: string;
}

export const NO_THING: Thing = { kind: '', count: '', text: '' };

export const EMPTY: ApplyDraft = {
  org: '',
  name: '',
  creditCode: '',
  civilRegNo: '',
  supervisorOrg: '',
  leaderName: '',
  leaderPhone: '',
  baseText: '',
  adcode: '',
  categories: {},
  equipment: [NO_THING],
  vehicles: [],
  rangeKm: '',
  responseMinutes: '',
};

/** What was said before, for a team that mends it. Its leader is masked in documents, so that is asked again. */
export function draftOf(team: Team): ApplyDraft {
  const { org, name, creditCode = '', civilRegNo = '', supervisorOrg = '', base, categories, equipment, vehicles, rangeKm, responseMinutes } = team;
  return {
    ...EMPTY,
    ...{ org, name, creditCode, civilRegNo, supervisorOrg },
    baseText: base.text,
    at: { lng: base.lng, lat: base.lat },
    adcode: base.adcode,
    categories: Object.fromEntries(categories.map(({ category, selfLevel }) => [category, selfLevel === undefined ? 'none' : String(selfLevel)])),
    equipment: equipment.map(({ kind, count, text = '' }) => ({ kind, count: String(count), text })),
    vehicles: vehicles.map(({ kind, seats, plate = '' }) => ({ kind, count: seats === undefined ? '' : String(seats), text: plate })),
    rangeKm: String(rangeKm),
    responseMinutes: String(responseMinutes),
  };
}

export const APPLY_FIELDS = [
  'org',
  'name',
  'creditCode',
  'civilRegNo',
  'supervisorOrg',
  'leaderName',
  'leaderPhone',
  'baseText',
  'base',
  'categories',
  'equipment',
  'vehicles',
  'rangeKm',
  'responseMinutes',
  'username',
  'password',
] as const;
export type ApplyField = (typeof APPLY_FIELDS)[number];

/** The field on the form that a path of the contract, or of the server's answer, is mended by. */
export function fieldOf(path: string): ApplyField | undefined {
  const at = path.replace(/^application\./, '');
  if (at === 'leader.name') return 'leaderName';
  if (at === 'leader.phone' || at === 'leader') return 'leaderPhone';
  if (at === 'base.text') return 'baseText';
  const [first = ''] = at.split('.');
  return APPLY_FIELDS.find((field) => field === first);
}

type Read = { payload: Payload<'team.apply'>; faults: readonly [] } | { payload?: never; faults: readonly ApplyField[] };

/** The application that a draft means, or the fields that keep it from being one. */
export function readApplication(draft: ApplyDraft): Read {
  const { at, adcode, baseText, leaderName, leaderPhone, org } = draft;
  const parsed = ApplyTeam.safeParse({
    org,
    name: draft.name,
    ...given('creditCode', draft.creditCode.trim().toUpperCase()),
    ...given('civilRegNo', draft.civilRegNo.trim()),
    ...given('supervisorOrg', draft.supervisorOrg.trim()),
    leader: { name: leaderName, phone: leaderPhone },
    base: { adcode: adcode || org, text: baseText, ...at },
    categories: CATEGORIES.flatMap((category) => {
      const level = draft.categories[category];
      return level === undefined ? [] : [{ category, ...(level === 'none' ? {} : { selfLevel: Number(level) }) }];
    }),
    equipment: said(draft.equipment).map(({ kind, count, text }) => ({ kind, count: numberIn(count), ...given('text', text.trim()) })),
    vehicles: said(draft.vehicles).map(({ kind, count, text }) => ({
      kind,
      ...given('plate', text.trim()),
      ...(count.trim() === '' ? {} : { seats: numberIn(count) }),
    })),
    rangeKm: numberIn(draft.rangeKm),
    responseMinutes: numberIn(draft.responseMinutes),
  });
  // The contract takes a base without words; whoever is to find it does not.
  const unnamed = baseText.trim() === '' ? (['baseText'] as const) : [];
  if (parsed.success && unnamed.length === 0) return { payload: parsed.data, faults: [] };
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path }) => fieldOf(path.join('.'))).filter((field) => field !== undefined);
  const wrong = new Set<ApplyField>([...issues, ...unnamed]);
  return { faults: APPLY_FIELDS.filter((field) => wrong.has(field)) };
}

const said = (things: readonly Thing[]): Thing[] => things.filter(({ kind, count, text }) => [kind, count, text].some((one) => one.trim() !== ''));

const numberIn = (text: string): number => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN);

const given = (key: string, value: string) => (value === '' ? {} : { [key]: value });
