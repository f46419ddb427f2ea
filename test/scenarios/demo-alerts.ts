import type { Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { libraryPlanId } from '#server/documents/library.ts';
import type { Happening } from './agenda.ts';
import { COUNTY, FLOOD, LEADER, TOWNSHIP } from './d1-morning.ts';
import type { Stage } from './stage.ts';
import { minutesOf, type WallTime } from './wall-time.ts';

interface Told {
  stage: Stage;
  world: World;
  seatNamed: (username: string) => Seat;
  anchor: Date;
}

const VILLAGE = '360731101299';
const CALLED = ['360731101', '360731100'] as const;

/** What came before the flood and with it: the warning and who answered, and the response by the plan, raised with the third death. */
export function alertHappenings({ stage, world, seatNamed, anchor }: Told): Happening[] {
  const at = (time: WallTime): number => anchor.getTime() + minutesOf(time) * 60_000;
  const instant = (time: WallTime): string => new Date(at(time)).toISOString();
  const duty = (): Seat => seatNamed(COUNTY);
  let alertId = '';
  let responseId = '';

  async function warn(): Promise<void> {
    const { alert = '' } = await stage.give(duty(), {
      type: 'alert.draft',
      payload: {
        hazard: 'flash-flood',
        colour: 'orange',
        issuer: { kind: 'water', name: '于都县水利局' },
        startAt: instant('02:08'),
        expectedEnd: instant('18:00'),
        scope: { adcodes: ['360731'], text: '铁山垅镇、盘古山镇、禾丰镇沿溪村组' },
        cautions: '过去3小时铁山垅、盘古山一带雨量超过90毫米，预计未来3小时仍有50毫米以上降雨，沿溪村组、切坡建房、低洼地带发生山洪和滑坡的可能性大。',
        measures: [
          { art: '66.1', text: '启动防汛应急预案', owner: '县防汛抗旱指挥部' },
          { art: '66.5', text: '用广播、铜锣逐户告知沿溪群众，公布求助电话', owner: '各乡镇' },
          { art: '67.1', text: '县综合应急救援大队和社会救援队伍进入待命状态', owner: '县应急管理局' },
          { art: '67.6', text: '转移沿溪、切坡和低洼地带群众并妥善安置', owner: '各乡镇' },
        ],
        english: {
          cautions: 'Flash floods and landslides are likely along the streams of Tieshanlong, Pangushan and Hefeng within three hours.',
          measures: 'Leave the stream banks and cut slopes now. Go where your village tells you.',
        },
      },
    });
    alertId = alert;
    // She has just said the password once more.
    await stage.give({ ...seatNamed(LEADER), confirmed: { at: instant('02:08') } }, { type: 'alert.approve', payload: { alertId, revision: 1 } });
    await stage.give(duty(), { type: 'alert.issue', payload: { alertId, revision: 1 } });
  }

  const callouts = () => [...world.all('callout')].filter((one) => one.alertId === alertId && one.role === 'answer' && !one.answered);

  /** The village had no signal: it was told and answered by telephone, as were the townships that were asleep. */
  async function telephone(): Promise<void> {
    for (const { org } of callouts()) {
      if (org === VILLAGE) await stage.give(duty(), { type: 'alert.attempt', payload: { alertId, org, channel: 'loudspeaker', outcome: 'delivered' } });
      else await stage.give(duty(), { type: 'alert.attempt', payload: { alertId, org, channel: 'phone', outcome: 'no-answer', post: '值班员' } });
    }
  }

  async function reach(): Promise<void> {
    for (const { org } of callouts()) {
      const post = org === VILLAGE ? '村党支部书记' : '值班副镇长';
      await stage.give(duty(), { type: 'alert.answer', payload: { alertId, org, how: 'phone', post } });
    }
  }

  async function respond(): Promise<void> {
    const { response = '' } = await stage.give(seatNamed(LEADER), {
      type: 'response.launch',
      payload: {
        incidentId: stage.idOf(FLOOD),
        planId: libraryPlanId('flood-drought'),
        level: 'IV',
        matters: '铁山垅镇山前村山洪灾害应急响应',
        expectedUntil: instant('20:00'),
        measures: ['组织山前村沿溪组群众转移安置，搜救失联人员'],
      },
    });
    responseId = response;
  }

  async function raise(): Promise<void> {
    const reason = '死亡3人，达到较大突发事件标准，响应提升至Ⅲ级';
    await stage.give(seatNamed(LEADER), { type: 'response.adjust', payload: { responseId, level: 'III', reason } });
  }

  /** Some are left for whoever comes in: those that are due last. */
  async function carryOut(leave: number): Promise<void> {
    const open = [...world.all('task')]
      .filter((task) => task.responseId === responseId && task.state === 'open')
      .sort((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1));
    // One that waits for another comes after it.
    for (const { id } of open.slice(0, Math.max(0, open.length - leave)))
      await stage.give(duty(), { type: 'task.done', payload: { taskId: id, evidence: '已落实，县应急管理局值班室记录' } });
  }

  return [
    { at: at('02:08'), run: warn },
    ...CALLED.map((org, i) => ({
      at: at(i === 0 ? '02:11' : '02:12'),
      run: async () => void (await stage.give(seatNamed(org === '360731101' ? TOWNSHIP : 'gongjiang-zhiban'), { type: 'alert.answer', payload: { alertId } })),
    })),
    { at: at('02:16'), run: telephone },
    { at: at('02:22'), run: reach },
    { at: at('02:30'), run: async () => void (await stage.give(duty(), { type: 'alert.measure', payload: { alertId, n: 2, text: '沿溪4个村组已逐户告知' } })) },
    { at: at('02:55'), run: respond },
    { at: at('03:10'), run: () => carryOut(6) },
    { at: at('06:20'), run: raise },
    { at: at('06:40'), run: () => carryOut(9) },
    { at: at('08:30'), run: () => carryOut(3) },
  ];
}
