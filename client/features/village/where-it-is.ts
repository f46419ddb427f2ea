import type { Incident } from '#shared/incident/state.ts';
import { REPORT_LEVELS } from '#shared/report/deadline.ts';
import { centreOf } from './county-centres.ts';
import type { VillageState } from './state.ts';
import { say, sayIfKnown } from './text.ts';
import { timeWords } from './words.ts';

/** Who has taken note of a report, level by level, and to whom it was handed on: it may be transferred, never refused. */
export function whereItIs({ received = {}, transfers = [] }: Incident, state: VillageState): ['report.received' | 'report.transferred', string][] {
  const { language } = state;
  const levels = REPORT_LEVELS.flatMap((level) => {
    const receipt = received[level];
    const name = sayIfKnown(language, `level.${level}`);
    return receipt && name !== undefined ? [`${name} ${timeWords(receipt.at, state)}`] : [];
  });
  const last = transfers.at(-1);
  const centre = last && centreOf(last.to);
  const to = centre && (language === 'en' ? centre.en : centre.zh);
  return [
    ...(levels.length > 0 ? [['report.received', levels.join(language === 'en' ? ', ' : '，')] as ['report.received', string]] : []),
    ...(last && to !== undefined
      ? [['report.transferred', say(language, 'report.transferredTo', { to, time: timeWords(last.at, state) })] as ['report.transferred', string]]
      : []),
  ];
}
