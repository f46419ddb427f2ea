import type { TFunction } from 'i18next';
import type { Proposal, SeverityFigure } from '#plans/severity.ts';
import { languageNow } from '#client/i18n/index.ts';
import { lossText } from './change-words.ts';

const PEOPLE: readonly string[] = ['dead', 'seriousInjured', 'evacuated', 'cases'] satisfies SeverityFigure[];

/** `死亡 3 人，达到「较大」标准（3 人以上）`: which criterion fired, and by how much. */
export function firedText({ value, fired: { ladder, figure, least } }: Proposal, t: TFunction): string {
  const name = ladder.figure;
  const said = amountText(name, figure, t);
  const label = t(PEOPLE.includes(name) ? `incident.figure.${name}` : `record.loss.${name}`);
  const level = t(`common.level.${value}`);
  const also = ladder.with ? t('record.severity.with') : '';
  return least === 0
    ? t('record.severity.below', { label, said, level })
    : t('record.severity.reached', { label, said, level, least: amountText(name, least, t), also });
}

/** Only what was read in the law is called law. */
export function sourceOfProposal({ fired: { ladder, tag } }: Proposal, t: TFunction): string {
  const source = languageNow() === 'en' ? (ladder.sourceEn ?? ladder.source) : ladder.source;
  return tag === 'S' ? t('record.severity.law', { source }) : t('record.severity.internal');
}

export const basisOfProposal = (proposal: Proposal, t: TFunction): string =>
  `${firedText(proposal, t)}${t('record.severity.stop')}${sourceOfProposal(proposal, t)}`;

function amountText(figure: string, value: number, t: TFunction): string {
  return PEOPLE.includes(figure) ? t('record.amount.people', { value }) : lossText(figure, value, { t });
}
