import type { UserView } from '#shared/access/accounts.ts';
import type { OrganisationKind } from '#shared/organisation/state.ts';
import type { Role } from '#shared/seat.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { derivedId } from '#server/derived-id.ts';
import { apiOf, signIn, type Api } from './api.ts';

export interface SampleOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  nameEn: string;
  parent: string;
  lines?: string[];
}

export interface SampleSeat {
  username: string;
  name: string;
  role: Role;
  org: string;
}

const WEATHER_LINES = ['N01', 'N02', 'N04', 'N06'];
const RESCUE_LINES = ['A01', 'A02', 'A03', 'A04', 'A08', 'A09', 'A10', 'N01', 'N03', 'N04', 'N06'];

/** Beside the city and its counties, which are there from the first start. The village and the team are samples: no such body is meant. */
export const ORGANISATIONS: readonly SampleOrganisation[] = [
  { id: '360731100', kind: 'township', name: '贡江镇', nameEn: 'Gongjiang', parent: '360731' },
  { id: '360731101', kind: 'township', name: '铁山垅镇', nameEn: 'Tieshanlong', parent: '360731' },
  { id: '360731102', kind: 'township', name: '盘古山镇', nameEn: 'Pangushan', parent: '360731' },
  { id: '360731103', kind: 'township', name: '禾丰镇', nameEn: 'Hefeng', parent: '360731' },
  { id: '360731101299', kind: 'village', name: '山前村（示例）', nameEn: 'Shanqian (sample)', parent: '360731101' },
  { id: 'yudu-water', kind: 'department', name: '于都县水利局', nameEn: 'Yudu Water Resources Bureau', parent: '360731', lines: ['N01'] },
  { id: 'ganzhou-fire', kind: 'department', name: '赣州市消防救援支队', nameEn: 'Ganzhou Fire and Rescue', parent: '360700', lines: RESCUE_LINES },
  { id: 'ganzhou-weather', kind: 'department', name: '赣州市气象局', nameEn: 'Ganzhou Meteorological Bureau', parent: '360700', lines: WEATHER_LINES },
  { id: 'yudu-lantian', kind: 'team', name: '于都蓝天应急救援队（示例）', nameEn: 'Yudu Rescue Team (sample)', parent: '360731' },
];

/** One seat for each role, and three more that show where seeing ends. */
export const SEATS: readonly SampleSeat[] = [
  { username: 'shanqian-cun', name: '李福生', role: 'village-reporter', org: '360731101299' },
  { username: 'tieshanlong-zhiban', name: '赖国强', role: 'township-duty', org: '360731101' },
  { username: 'yudu-zhiban', name: '钟晓兰', role: 'county-duty', org: '360731' },
  { username: 'yudu-lingdao', name: '刘建平', role: 'county-leader', org: '360731' },
  { username: 'ganzhou-zhiban', name: '谢文斌', role: 'city-duty', org: '360700' },
  { username: 'ganzhou-lingdao', name: '曾志坚', role: 'city-leader', org: '360700' },
  { username: 'lantian-duizhang', name: '蓝天队队长', role: 'team', org: 'yudu-lantian' },
  { username: 'yudu-shuili', name: '于都县水利局联络员', role: 'department', org: 'yudu-water' },
  { username: 'shaoguan-zhiban', name: '韶关市联络员', role: 'neighbour', org: '440200' },
  { username: 'ganzhou-shenji', name: '赣州市审计员', role: 'auditor', org: '360700' },
  { username: 'yudu-yuan', name: '于都县预案管理员', role: 'planner', org: '360731' },
  { username: 'ganzhou-guanli', name: '赣州市系统管理员', role: 'administrator', org: '360700' },
  { username: 'gongjiang-zhiban', name: '肖小梅', role: 'township-duty', org: '360731100' },
  { username: 'huichang-zhiban', name: '温志远', role: 'county-duty', org: '360733' },
  { username: 'ganzhou-xiaofang', name: '赣州市消防救援支队联络员', role: 'department', org: 'ganzhou-fire' },
];

/** Who else works in the duty offices. They have a seat and no account here: nobody signs in as one of them. */
export const STAFF: readonly SampleSeat[] = [
  { username: 'yudu-zhiban-2', name: '管丽萍', role: 'county-duty', org: '360731' },
  { username: 'yudu-zhiban-3', name: '丁海涛', role: 'county-duty', org: '360731' },
  { username: 'yudu-zhiban-4', name: '易春燕', role: 'county-duty', org: '360731' },
  { username: 'yudu-lingdao-2', name: '段志明', role: 'county-leader', org: '360731' },
  { username: 'ganzhou-zhiban-2', name: '黄丽华', role: 'city-duty', org: '360700' },
  { username: 'ganzhou-zhiban-3', name: '陈卫东', role: 'city-duty', org: '360700' },
  { username: 'ganzhou-zhiban-4', name: '邱晓燕', role: 'city-duty', org: '360700' },
  { username: 'ganzhou-lingdao-2', name: '廖国平', role: 'city-leader', org: '360700' },
  ...COUNTIES.filter(([org]) => org !== '360731').flatMap(([org, name]) => [
    { username: `${org}-zhiban`, name: `${name}值班员`, role: 'county-duty' as const, org },
    { username: `${org}-lingdao`, name: `${name}带班领导`, role: 'county-leader' as const, org },
  ]),
];

/** The duty officer, or the leader, of a county or the city. */
export function seatAtOrg(org: string, part: 'duty' | 'leader'): SampleSeat {
  const found = [...SEATS, ...STAFF].find((seat) => seat.org === org && (seat.role === `county-${part}` || seat.role === `city-${part}`));
  if (!found) throw new Error(`Nobody has a seat at ${org}.`);
  return found;
}

/** Adds the sample organisations that are not there yet. */
export async function addOrganisations(admin: Api): Promise<void> {
  for (const { id: organisationId, ...rest } of ORGANISATIONS) {
    const answer = await admin.order({ id: derivedId('sample', organisationId), type: 'organisation.add', payload: { organisationId, ...rest } });
    if (!answer.ok && answer.code !== 'organisation.exists' && answer.code !== 'order-id-reused')
      throw new Error(`${organisationId} could not be added: ${answer.message}`);
  }
}

/**
 * Makes the seats that are not there yet and signs each in: username → token. A seat that is there and has another
 * password is given this one.
 */
export async function takeSeats(
  baseUrl: string,
  adminToken: string,
  seats: readonly SampleSeat[],
  passwordOf: (username: string) => string,
): Promise<Record<string, string>> {
  const admin = apiOf(baseUrl, adminToken);
  const { users } = await admin.get<{ users: UserView[] }>('/api/v1/users');
  const idOf = new Map(users.map(({ username, id }) => [username, id]));
  const tokens: Record<string, string> = {};
  for (const seat of seats) {
    const password = passwordOf(seat.username);
    const id = idOf.get(seat.username);
    if (id === undefined) expectDone(seat, await admin.send('POST', '/api/v1/users', { ...seat, password }));
    const known = id === undefined ? undefined : await signIn(baseUrl, seat.username, password).catch(() => undefined);
    if (id !== undefined && known === undefined) expectDone(seat, await admin.send('PATCH', `/api/v1/users/${id}`, { password }));
    tokens[seat.username] = known ?? (await signIn(baseUrl, seat.username, password));
  }
  return tokens;
}

function expectDone({ username }: SampleSeat, { status, body }: { status: number; body: unknown }): void {
  if (status >= 300) throw new Error(`The seat ${username} could not be made (${status}): ${JSON.stringify(body)}`);
}
