import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderType } from '#shared/catalogue.ts';
import type { LiveWorld } from '#shared/world.ts';
import type { Give } from './order-cases.ts';
import { aFlood, placeIn } from './payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader } from './seats.ts';

type Cases<T extends string> = { [K in Extract<OrderType, T>]: (give: Give, world: LiveWorld) => Promise<unknown> };

const FIGURES = { casualties: { dead: 2, missing: 3 }, losses: { housesCollapsed: 6 } };
const TEXT = '2时10分许发生山洪，死亡2人、失联3人。';
const NOW = (): string => new Date(Date.now() - 60_000).toISOString();

/** A flood that has just been logged by the county, and a report of it that waits for its leader. */
async function handedIn(give: Give, exercise = false): Promise<{ incidentId: string; reportId: string }> {
  const incidentId = await give(yuduDuty, 'incident.log', aFlood({ casualties: { dead: 2, missing: 3 }, exercise }));
  const reportId = await give(yuduDuty, 'report.draft', { incidentId, kind: 'initial', text: TEXT, figures: FIGURES });
  await give(yuduDuty, 'report.submit', { reportId });
  return { incidentId, reportId };
}

async function sent(give: Give): Promise<{ incidentId: string; reportId: string }> {
  const made = await handedIn(give);
  await give(yuduLeader, 'report.approve', { reportId: made.reportId });
  await give(yuduDuty, 'report.send', { reportId: made.reportId });
  return made;
}

export const REPORT_CASES: Cases<`report.${string}` | `rulebook.${string}`> = {
  'report.draft': async (give) => {
    const { incidentId, reportId } = await sent(give);
    await give(yuduDuty, 'report.draft', {
      incidentId,
      kind: 'correction',
      supersedesId: reportId,
      text: '更正：死亡1人。',
      figures: { casualties: { dead: 1 } },
    });
    await handedIn(give, true);
  },
  'report.revise': async (give) => {
    const { reportId } = await handedIn(give);
    await give(yuduLeader, 'report.approve', { reportId });
    await give(yuduDuty, 'report.revise', { reportId, text: '补充转移人数。', figures: { casualties: { dead: 2, evacuated: 180 } } });
  },
  'report.submit': (give) => handedIn(give),
  'report.approve': async (give) => give(yuduLeader, 'report.approve', { reportId: (await handedIn(give)).reportId }),
  'report.return': async (give) => give(yuduLeader, 'report.return', { reportId: (await handedIn(give)).reportId, reason: '请核实失联人数' }),
  'report.send': async (give) => {
    const { incidentId } = await sent(give);
    const reportId = await give(seatAt('township-duty'), 'report.draft', {
      incidentId: await give(seatAt('township-duty'), 'incident.log', aFlood({ place: placeIn(GONGJIANG) })),
      kind: 'initial',
      text: TEXT,
      figures: FIGURES,
    });
    await give(seatAt('township-duty'), 'report.send', { reportId, approvedPost: '镇带班领导' });
    await give(yuduLeader, 'incident.close', { incidentId, reason: '险情排除', override: '报送另行办理' });
    await give(SYSTEM_SEAT, 'incident.archive', { incidentId });
  },
  'report.acknowledge': async (give) => give(cityDuty, 'report.acknowledge', { reportId: (await sent(give)).reportId }),
  'report.phone': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'report.phone', { incidentId, spokenTo: '市政府总值班室', text: '电话首报', at: NOW() });
  },
  'report.find': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ typeCode: 'A02' }));
    await give(yuduDuty, 'report.find', { incidentId, stableAt: NOW(), drinkingWater: true, noticed: { firm: NOW() } });
  },
  'report.unsettle': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'report.find', { incidentId, stableAt: NOW() });
    await give(yuduLeader, 'report.unsettle', { incidentId, reason: '上游再降大雨' });
  },
  'report.national': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood());
    await give(yuduDuty, 'report.national', { incidentId, system: 'disaster', at: NOW(), number: '360731-1' });
  },
  'report.waive': async (give) => {
    const incidentId = await give(yuduDuty, 'incident.log', aFlood({ receivedAt: '2026-06-01T02:00:00Z' }));
    await give(yuduLeader, 'report.waive', { incidentId, rule: 'R03P', dueAt: '2026-06-01T02:30:00Z', reason: '市值班室当场接报' });
  },
  'report.lapse': async (give) => {
    // Due in a moment: the clockwork itself finds it unmet.
    await give(yuduDuty, 'incident.log', aFlood({ receivedAt: new Date(Date.now() - 30 * 60_000 + 200).toISOString() }));
    await sleep(500);
  },
  'rulebook.found': (give) =>
    give(SYSTEM_SEAT, 'rulebook.found', {
      rulebookId: 'holidays',
      rows: [{ id: '2030-01-01', off: true, zh: '元旦', en: 'New Year', tag: 'D', source: '试验' }],
      reason: '…',
    }),
  'rulebook.propose': async (give, world) => {
    const version = (world.get('rulebook', 'numbers')?.version ?? 1) + 1;
    await give(seatAt('planner'), 'rulebook.propose', {
      rulebookId: 'numbers',
      rows: [{ id: 'report.upgrade', value: 20, unit: 'minutes', zh: '升级报告时限', en: 'Upgrade report', tag: 'D', source: '会议纪要' }],
      reason: '市政府常务会议',
    });
    await give(cityLeader, 'rulebook.reject', { rulebookId: 'numbers', version, reason: '再议' });
  },
  'rulebook.approve': async (give) => {
    await give(seatAt('planner'), 'rulebook.propose', {
      rulebookId: 'holidays',
      rows: [{ id: '2031-01-01', off: true, zh: '元旦', en: 'New Year', tag: 'D', source: '试验' }],
      reason: '国办通知',
    });
    await give(cityLeader, 'rulebook.approve', { rulebookId: 'holidays', version: 2 });
  },
  'rulebook.reject': async (give) => {
    await give(cityLeader, 'rulebook.propose', {
      rulebookId: 'report-deadlines',
      rows: [
        {
          id: 'X01',
          from: 'county',
          to: 'city',
          channel: 'any',
          minutes: 15,
          clock: 'received',
          hazards: ['N'],
          minSeverity: null,
          kind: 'initial',
          tag: 'D',
          source: '试验',
          zh: '试',
          en: 'Trial',
        },
      ],
      reason: '试行',
    });
    await give(cityLeader, 'rulebook.reject', { rulebookId: 'report-deadlines', version: 2, reason: '收回' });
  },
};
