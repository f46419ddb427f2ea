import type { Payload } from '#shared/catalogue.ts';
import { CATEGORIES, type Category } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { hasText, type Key, type Words } from './text.ts';

type Level = '' | '1' | '2' | '3';

/** What the form of a team says, as it is typed. */
export interface TeamSaid {
  org: string;
  name: string;
  creditCode: string;
  civilRegNo: string;
  supervisorOrg: string;
  leader: string;
  leaderPhone: string;
  baseText: string;
  base: { lng: number; lat: number; adcode: string } | null;
  categories: Readonly<Partial<Record<Category, Level>>>;
  equipment: readonly Readonly<Record<'kind' | 'count', string>>[];
  vehicles: readonly Readonly<Record<'kind' | 'plate' | 'seats', string>>[];
  rangeKm: string;
  responseMinutes: string;
}

export function saidBy(team: Team | undefined, org: string): TeamSaid {
  return {
    org: team?.org ?? org,
    name: team?.name ?? '',
    creditCode: team?.creditCode ?? '',
    civilRegNo: team?.civilRegNo ?? '',
    supervisorOrg: team?.supervisorOrg ?? '',
    leader: '',
    leaderPhone: '',
    baseText: team?.base.text ?? '',
    base: team ? { lng: team.base.lng, lat: team.base.lat, adcode: team.base.adcode } : null,
    categories: Object.fromEntries((team?.categories ?? []).map(({ category, selfLevel }) => [category, String(selfLevel ?? '') as Level])),
    equipment: (team?.equipment ?? []).map(({ kind, count }) => ({ kind, count: String(count) })),
    vehicles: (team?.vehicles ?? []).map(({ kind, plate = '', seats }) => ({ kind, plate, seats: String(seats ?? '') })),
    rangeKm: String(team?.rangeKm ?? 100),
    responseMinutes: String(team?.responseMinutes ?? 30),
  };
}

const LABELS: Readonly<Record<string, Key>> = {
  org: 'team.org',
  name: 'team.name',
  creditCode: 'team.creditCode',
  civilRegNo: 'team.civilRegNo',
  supervisorOrg: 'team.supervisor',
  leader: 'team.leader',
  leaderPhone: 'team.leaderPhone',
  base: 'team.base',
  categories: 'team.categories',
  equipment: 'team.equipment',
  vehicles: 'team.vehicles',
  rangeKm: 'team.range',
  responseMinutes: 'team.response',
  members: 'members.title',
  insurance: 'members.insured',
};

/** The field that an authority has named, as this form calls it; whatever else it wrote stays as it wrote it. */
export function fieldWords(path: string, t: Words): string {
  const [first = ''] = path.split('.');
  const key = LABELS[path] ?? LABELS[first];
  return key && hasText(key) ? t(key) : path;
}

/** A return names a field: it is marked in the form. */
export const faultOf = (team: Team | undefined, field: string): string | undefined =>
  team?.status === 'returned'
    ? team.faults
        ?.filter(({ path }) => path === field || path.split('.')[0] === field)
        .map(({ reason }) => reason)
        .join('; ') || undefined
    : undefined;

const filled = (text: string): boolean => text.trim() !== '';
const whole = (text: string, least: number, most: number): boolean => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** The fields that are missing or wrong, by name. A leader that is known stays if nothing is typed. */
export function missingIn(said: TeamSaid, fresh: boolean): readonly string[] {
  const wrong: Record<string, boolean> = {
    name: !filled(said.name),
    creditCode: filled(said.creditCode) && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(said.creditCode.trim()),
    leader: (fresh || filled(said.leaderPhone)) && !filled(said.leader),
    leaderPhone: (fresh || filled(said.leader)) && !/^\+?[\d\s()-]{3,30}$/.test(said.leaderPhone.trim()),
    base: said.base === null,
    categories: Object.keys(said.categories).length === 0,
    equipment: said.equipment.some(({ kind, count }) => !filled(kind) || !whole(count, 1, 10_000)),
    vehicles: said.vehicles.some(({ kind, seats }) => !filled(kind) || (filled(seats) && !whole(seats, 1, 200))),
    rangeKm: !whole(said.rangeKm, 1, 3000),
    responseMinutes: !whole(said.responseMinutes, 0, 1440),
  };
  return Object.keys(wrong).filter((field) => wrong[field]);
}

/** What is sent. Called when nothing is missing. */
export function teamPayload(said: TeamSaid): Omit<Payload<'team.apply'>, 'leader' | 'teamId'> & { leader?: Payload<'team.apply'>['leader'] } {
  const { org, base, categories } = said;
  if (!base) throw new Error('A team has a base: the form asks for it.');
  const texts = { creditCode: said.creditCode.trim(), civilRegNo: said.civilRegNo.trim(), supervisorOrg: said.supervisorOrg.trim() };
  return {
    org,
    name: said.name.trim(),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    ...(filled(said.leader) ? { leader: { name: said.leader.trim(), phone: said.leaderPhone.trim() } } : {}),
    base: { ...base, text: said.baseText.trim() },
    categories: CATEGORIES.flatMap((category) => {
      const level = categories[category];
      if (level === undefined) return [];
      return [{ category, ...(level === '' ? {} : { selfLevel: Number(level) as 1 | 2 | 3 }) }];
    }),
    equipment: said.equipment.map(({ kind, count }) => ({ kind: kind.trim(), count: Number(count) })),
    vehicles: said.vehicles.map(({ kind, plate, seats }) => ({
      kind: kind.trim(),
      ...(filled(plate) ? { plate: plate.trim() } : {}),
      ...(filled(seats) ? { seats: Number(seats) } : {}),
    })),
    rangeKm: Number(said.rangeKm),
    responseMinutes: Number(said.responseMinutes),
  };
}
