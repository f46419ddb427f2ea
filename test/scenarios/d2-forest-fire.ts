import type { SampleOrganisation, SampleSeat } from './seats.ts';
import type { Step } from './step.ts';

const FIRE = 'fire';
const CREWS = 'crews';
export const D2 = { duty: 'dayu-zhiban', city: 'ganzhou-zhiban', insured: 'dayu-shanlin', also: 'chongyi-shanlin', expired: 'nankang-shanlin' } as const;

export const d2Organisations: readonly SampleOrganisation[] = [D2.insured, D2.also, D2.expired].map((id) => ({
  id,
  kind: 'team',
  name: `${id}（示例）`,
  nameEn: `${id} (sample)`,
  parent: '360723',
}));
export const d2Seats: readonly SampleSeat[] = [
  { username: D2.duty, name: '大余县值班员', role: 'county-duty', org: '360723' },
  ...[D2.insured, D2.also, D2.expired].map((id) => ({ username: id, name: `${id}领队`, role: 'team', org: id }) as const),
];

/** D2, as far as crews are asked: the lookout at 13:05, two crews at 14:10. */
export const d2Lookout: readonly Step[] = [
  {
    at: '13:05',
    seat: D2.duty,
    type: 'incident.log',
    names: FIRE,
    payload: {
      title: '大余县与南雄交界处林火',
      typeCode: 'N06',
      place: { adcode: '360723', text: '河洞乡省界林区', lng: 114.3, lat: 25.3 },
      source: { channel: 'patrol', unit: '瞭望台' },
    },
  },
];

export const d2Request: Step = {
  at: '14:10',
  seat: D2.duty,
  type: 'dispatch.request',
  names: CREWS,
  payload: {
    incidentId: FIRE,
    capability: { category: 'mountain' },
    teamsNeeded: 2,
    staging: { lng: 114.32, lat: 25.33, text: '河洞乡中学操场' },
    acceptBy: '14:50',
    hazards: '火场距省界约 2 公里，风向多变；不得动员残疾人、孕妇和未成年人参加扑火',
  },
};
export const d2Expired: Step = { ...d2Request, payload: { ...d2Request.payload, teamIds: [D2.expired], overrideReason: '就近' } } as Step;

export const d2Accepts: readonly Step[] = [
  { at: '14:18', seat: D2.insured, type: 'dispatch.accept', payload: { dispatchId: CREWS, etaMinutes: 70, people: 20 } },
  { at: '14:25', seat: D2.also, type: 'dispatch.accept', payload: { dispatchId: CREWS, etaMinutes: 95, people: 20 } },
];
