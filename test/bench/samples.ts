import { CATEGORIES, type Capability } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import type { Incident } from '#shared/incident/state.ts';
import { COUNTIES } from '#shared/ganzhou.ts';

/** What an order in a real night looks like: about 600 bytes of JSON as a document. */
export const orderText = '受持续强降雨影响，沿河低洼地段进水约40户，进村道路1处塌方中断。镇村干部正逐户排查、组织转移，人员伤亡情况正在核实。';

export function logPayload(n: number): Record<string, unknown> {
  const [adcode, name, , lng, lat] = COUNTIES[11];
  return {
    title: `${name}第${n}号险情`,
    typeCode: 'N01.2',
    place: { adcode, text: `${name}沿河地段${n % 97}组`, lng: lng + (n % 100) / 1000, lat: lat + (n % 89) / 1000 },
    occurredAt: '2026-06-01T02:10:00+08:00',
    discoveredAt: '2026-06-01T02:18:00+08:00',
    source: { channel: 'township', unit: '镇值班室' },
    text: orderText,
    casualties: { evacuated: n % 200 },
  };
}

/** An incident as it lies in the World, in 于都. */
export function incidentDocument(n: number, seq: number): Incident {
  const at = '2026-05-31T18:40:00.000Z';
  const { title, typeCode, place, casualties } = logPayload(n) as Pick<Incident, 'title' | 'typeCode' | 'place' | 'casualties'>;
  return {
    id: `0197c1de-0000-7000-8000-${String(n).padStart(12, '0')}`,
    seq,
    rev: 1,
    readers: ['org:360731', 'org:360700', 'line:360731:N01', 'line:360700:N01', 'user:bench'],
    ...{ title, typeCode, place, casualties },
    number: `GZ20260601-${String(n).padStart(4, '0')}`,
    receivedAt: at,
    loggedAt: at,
    source: { channel: 'township', unit: '镇值班室' },
    severity: null,
    exercise: false,
    org: '360731',
    loggedBy: { id: 'bench', name: '于都县值班员', role: 'county-duty', org: '360731' },
    entries: 1,
    lastEntryAt: at,
    status: 'open',
  };
}

const certified = (kind: number, n: number): Capability => ({
  category: CATEGORIES[kind] ?? 'water',
  certificate: { no: String(n), level: n % 3 === 0 ? 1 : n % 3 === 1 ? 2 : 3, validTo: '2027-01-01' },
});

/** A registered team somewhere in the city that does two kinds of work; some are off duty, some uninsured. */
export function teamSample(n: number): Team {
  const some = (factor: number): number => (n * factor) % 1;
  const until = n % 17 === 0 ? '2026-01-01' : '2027-01-01';
  return aTeam(`team-${n}`, {
    name: `队伍 ${n}`,
    status: n % 23 === 0 ? 'suspended' : 'registered',
    base: { lng: 113.914 + some(0.7548776662) * 2.724, lat: 24.486 + some(0.569840291) * 2.658, text: '', adcode: '360700' },
    categories: [certified(n % 5, n), certified((n + 2) % 5, n)],
    strength: { members: 12, insuredUntil: Array.from({ length: 12 }, () => until) },
    ...(n % 7 === 0 ? OFF_DUTY : {}),
    responseMinutes: 20 + (n % 5) * 10,
  }).doc;
}
