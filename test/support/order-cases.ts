import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Seat } from '#shared/seat.ts';
import { aCordon, aFlood, aRoute, placeIn } from './payloads.ts';
import type { LiveWorld } from '#shared/world.ts';
import { ALERT_CASES } from './alert-cases.ts';
import { CLAIM_CASES } from './claim-cases.ts';
import { DISPATCH_CASES } from './dispatch-cases.ts';
import { DUTY_CASES } from './duty-cases.ts';
import { PLAN_CASES } from './plan-cases.ts';
import { REPORT_CASES } from './report-cases.ts';
import { TEAM_CASES } from './team-cases.ts';
import { TIE_CASES } from './tie-cases.ts';
import { administrator, cityDuty, cityLeader, GONGJIANG, seatAt, SYSTEM_SEAT, yuduDuty, YUDU, yuduLeader, ZHANGGONG } from './seats.ts';

/** Gives an order and answers with the id of what it made. A refusal ends the test. */
export type Give = <T extends OrderType>(seat: Seat, type: T, payload: Payload<T>) => Promise<string>;

const PHOTO = { name: '现场.jpg', type: 'image/jpeg', bytes: 120_000, sha256: 'ab'.repeat(32) } as const;
const CALLER = { role: 'caller', name: '张三', phone: '13812341234' } as const;
/** What a leader says who closes something although reports on it are due. */
const OVERRIDE = '报送由市级统一办理';
const SOURCE = { channel: 'phone', unit: '贡江镇政府' } as const;

/** For each order there is, a scene in which it is given. An order without a scene does not compile. */
export const ORDER_CASES: { [T in OrderType]: (give: Give, world: LiveWorld) => Promise<unknown> } = {
  'file.attach': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'file.attach', { ...PHOTO, incidentId, caption: '决口处', width: 1600, height: 1200 });
    await give(yuduDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(yuduLeader, 'file.attach', { ...PHOTO, incidentId, evidence: true, position: { lng: 115.41, lat: 25.95 } });
    const drill = await give(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(GONGJIANG), exercise: true }));
    await give(seatAt('township-duty'), 'file.attach', { ...PHOTO, incidentId: drill });
  },
  'incident.log': async (give) => {
    await give(
      yuduDuty,
      'incident.log',
      aFlood({
        source: { ...SOURCE, post: '副镇长' },
        text: '群众来电',
        casualties: { dead: 0, missing: 2 },
        losses: { housesCollapsed: 3, directLossCny: 120_000 },
        account: { trend: '仍在上涨', toldTo: '0205 已报县应急局' },
        occurredAt: '2026-06-01T02:10:00+08:00',
      }),
    );
    await give(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(GONGJIANG), exercise: true }));
    await give(seatAt('department'), 'incident.log', aFlood({ typeCode: 'N02.1', place: placeIn(ZHANGGONG) }));
  },
  'incident.note': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduLeader, 'incident.note', { incidentId, text: '请立即核实', at: '2026-06-01T02:15:00+08:00' });
  },
  'incident.update': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ source: SOURCE, casualties: { dead: 1, trapped: 4 } }));
    await give(cityDuty, 'incident.update', {
      incidentId,
      title: '梅江决堤',
      typeCode: 'N01.5',
      place: placeIn(ZHANGGONG, { accuracyM: 50 }),
      casualties: { trapped: 0, dead: null },
      losses: { affected: 40 },
      account: { cause: '堤身渗漏' },
      source: SOURCE,
      seen: { title: '梅江水位上涨', 'casualties.trapped': 4, 'account.cause': null },
    });
  },
  'incident.assess': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'incident.assess', { incidentId, severity: 2, basis: '《预案》四' });
    await give(cityLeader, 'incident.assess', { incidentId, severity: 3, basis: '会商' });
    await give(cityLeader, 'incident.assess', { incidentId, severity: null, basis: '误报' });
  },
  'incident.close': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    await give(yuduLeader, 'incident.close', { incidentId, reason: '演练结束' });
  },
  'incident.archive': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    const late = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduLeader, 'incident.close', { incidentId: late, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId: late });
    await give(yuduDuty, 'incident.note', { incidentId: late, text: '又一人送医' });
  },
  'incident.correct': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'incident.note', { incidentId, text: '转移 18 人' });
    await give(yuduLeader, 'incident.correct', { incidentId, n: 2, text: '转移 180 人', reason: '少记一位' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(yuduDuty, 'incident.correct', { incidentId, n: 3, text: '转移 181 人', reason: '核实' });
  },
  'incident.restrict': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ typeCode: 'S08', source: SOURCE }));
    await give(yuduDuty, 'incident.note', { incidentId, text: '网传消息' });
    await give(cityDuty, 'incident.restrict', { incidentId, named: ['county-duty@360731'], reason: '涉密' });
    await give(cityLeader, 'incident.note', { incidentId, text: '控制知悉范围' });
    const archived = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    await give(yuduLeader, 'incident.close', { incidentId: archived, reason: '演练结束', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId: archived });
    await give(yuduLeader, 'incident.restrict', { incidentId: archived, named: [], reason: '涉密' });
  },
  'incident.release': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'incident.restrict', { incidentId, named: [], reason: '涉密' });
    await give(yuduDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) });
    await give(yuduLeader, 'incident.release', { incidentId, reason: '已公开发布' });
  },
  'incident.receive': async (give) => {
    const incidentId = await give(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    await give(seatAt('township-duty'), 'incident.receive', { incidentId, receivedAt: '2026-06-01T02:31:00+08:00' });
    await give(yuduDuty, 'incident.receive', { incidentId });
  },
  ...ALERT_CASES,
  ...CLAIM_CASES,
  ...DISPATCH_CASES,
  ...DUTY_CASES,
  ...PLAN_CASES,
  ...REPORT_CASES,
  ...TEAM_CASES,
  ...TIE_CASES,
  'organisation.add': async (give) => {
    await give(administrator, 'organisation.add', {
      organisationId: 'forestry',
      kind: 'department',
      name: '林业局',
      nameEn: 'Forestry',
      parent: YUDU,
      lines: ['N06'],
    });
  },
  'sketch.draw': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduLeader, 'sketch.draw', { ...aCordon, incidentId, until: '2026-06-01T18:00:00+08:00' });
    await give(seatAt('department'), 'sketch.draw', { ...aRoute, exercise: true });
    await give(cityDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) });
    await give(yuduDuty, 'incident.restrict', { incidentId, named: [], reason: '涉密' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
  },
  'sketch.change': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const sketchId = await give(yuduDuty, 'sketch.draw', { ...aCordon, incidentId });
    await give(cityDuty, 'sketch.change', { sketchId, radiusM: 800, until: '2026-06-01T18:00:00+08:00', seen: 0 });
    await give(yuduLeader, 'sketch.change', { sketchId, label: '', sign: 'danger', until: null });
  },
  'sketch.remove': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    const sketchId = await give(yuduDuty, 'sketch.draw', { ...aCordon, incidentId });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(yuduLeader, 'sketch.remove', { sketchId, reason: '已解除' });
  },
  'sketch.archive': async (give) => {
    const sketchId = await give(yuduDuty, 'sketch.draw', aRoute);
    await give(yuduDuty, 'sketch.remove', { sketchId });
    await give(SYSTEM_SEAT, 'sketch.archive', { sketchId });
  },
  'person.record': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'person.record', { ...CALLER, incidentId, unit: '贡江镇政府', post: '副镇长' });
    await give(cityDuty, 'person.record', { incidentId, role: 'contact', phone: '0797-6230119' });
    await give(cityDuty, 'incident.restrict', { incidentId, named: ['county-duty@360731'], reason: '涉密' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(yuduLeader, 'person.record', { ...CALLER, incidentId });
  },
  'person.reveal': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const personId = await give(yuduDuty, 'person.record', { ...CALLER, incidentId });
    await give(yuduLeader, 'person.reveal', { personId, reason: '回拨核实' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '演练结束', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(cityDuty, 'person.reveal', { personId, reason: '调查' });
  },
  'person.purge': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'person.record', { ...CALLER, incidentId });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(SYSTEM_SEAT, 'person.purge', { incidentId, reason: '期满' });
    const sooner = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'person.record', { ...CALLER, incidentId: sooner });
    await give(yuduLeader, 'person.purge', { incidentId: sooner, reason: '误录' });
  },
  'person.hold': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'person.record', { ...CALLER, incidentId });
    await give(yuduLeader, 'person.hold', { incidentId, until: '2099-01-01T00:00:00Z', assessment: '事故调查需要，范围最小，存储加密' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: OVERRIDE });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
    await give(cityLeader, 'person.hold', { incidentId, until: '2098-01-01T00:00:00Z', assessment: '调查结束' });
  },
  'preference.keep': async (give) => {
    const reminders = { off: ['near'], volume: 0.4, quiet: true, quietFrom: '22:00', quietTo: '07:00' };
    await give(yuduDuty, 'preference.keep', { reminders });
    await give(yuduDuty, 'preference.keep', { reminders: { ...reminders, off: [], quiet: false } });
  },
  'view.save': async (give) => {
    await give(yuduDuty, 'view.save', { name: '重大', filter: { levels: [1, 2, 'pending'], category: 'N', county: YUDU, status: 'both', mine: true } });
    await give(yuduDuty, 'view.save', { name: '重大', filter: { unread: true, overdue: true, text: 'gx' } });
  },
  'view.remove': async (give) => {
    const viewId = await give(cityDuty, 'view.save', { name: '超时', filter: { overdue: true } });
    await give(cityDuty, 'view.remove', { viewId });
  },
  'seat.grant': (give) => give(SYSTEM_SEAT, 'seat.grant', { userId: 'someone', role: 'team', org: 'blue-sky', team: 'blue-sky' }),
  'seat.revoke': (give) => give(SYSTEM_SEAT, 'seat.revoke', { userId: 'someone', reason: 'disabled' }),
};

/** How an order is given to a server from within. */
export function giverOf(submit: (envelope: unknown, seat: Seat) => Promise<{ ok: boolean; refs?: Record<string, string> }>, nextId: () => string): Give {
  return async (seat, type, payload) => {
    const answer = await submit({ id: nextId(), type, payload }, seat);
    if (!answer.ok) throw new Error(`${type} was refused: ${JSON.stringify(answer)}`);
    // What its own domain made, the incident it is about, or what it names first.
    const [kind = ''] = type.split('.');
    return answer.refs?.[kind] ?? answer.refs?.['incident'] ?? Object.values(answer.refs ?? {})[0] ?? '';
  };
}
