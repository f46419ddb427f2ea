import type { SampleSeat } from './seats.ts';
import type { Step } from './step.ts';

const SCHOOL = 'school';
const COUNTY = 'nankang-zhiban';
const LEADER = 'nankang-lingdao';
const CITY = 'ganzhou-zhiban';

export const d5Seats: readonly SampleSeat[] = [
  { username: COUNTY, name: '南康区值班员', role: 'county-duty', org: '360703' },
  { username: LEADER, name: '南康区带班领导', role: 'county-leader', org: '360703' },
];

/** D5: food poisoning at a school in 南康. Whom it asks: does each receipt start its own two hours, and is what stands in the national system not asked for twice? */
export const d5FoodPoisoning: readonly Step[] = [
  {
    at: '13:50',
    seat: COUNTY,
    type: 'incident.log',
    names: SCHOOL,
    payload: {
      title: '南康区某学校食物中毒',
      typeCode: 'H04',
      place: { adcode: '360703', text: '南康区，寄宿制学校', lng: 114.72, lat: 25.63 },
      occurredAt: '12:40',
      discoveredAt: '13:30',
      receivedAt: '13:50',
      source: { channel: 'phone', unit: '南康区卫生健康委员会' },
      casualties: { cases: 32, dead: 0 },
      text: '12时40分出现首例，13时30分区人民医院接诊32人，无死亡。',
    },
  },
  {
    at: '14:10',
    seat: COUNTY,
    type: 'report.phone',
    payload: { incidentId: SCHOOL, at: '14:10', spokenTo: '赣州市政府总值班室', text: '某学校32人食物中毒，无死亡。' },
  },
  { at: '14:20', seat: LEADER, type: 'incident.assess', payload: { incidentId: SCHOOL, severity: 4, basis: '30人以上、99人以下，无死亡，定为一般。' } },
  { at: '15:00', seat: COUNTY, type: 'incident.update', payload: { incidentId: SCHOOL, casualties: { cases: 68 } } },
  { at: '15:10', seat: COUNTY, type: 'report.national', payload: { incidentId: SCHOOL, system: 'disease', at: '15:05', number: 'NK-0601' } },
  {
    at: '16:00',
    seat: CITY,
    type: 'report.phone',
    payload: { incidentId: SCHOOL, at: '16:00', spokenTo: '江西省政府总值班室', text: '南康区某学校68人食物中毒，无死亡。' },
  },
];
