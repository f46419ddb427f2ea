import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import type { PlanContent } from '#shared/plan/content.ts';
import { PARTS } from '#shared/plan/parts.ts';
import { clauseNumbers } from '#shared/plan/number.ts';
import type { Edition, Plan } from '#shared/plan/state.ts';
import { LEVELS } from '#shared/response/orders.ts';
import { AnnexFields, ClauseFields, DemandFields, LevelFields, PositionFields } from './item-fields.tsx';
import { Piece } from './piece.tsx';

interface TextColumnProps {
  plan: Plan;
  edition: Edition;
  editable: boolean;
}

/** The whole text in the order in which it is read; each piece can be changed by itself while a draft is written. */
export function TextColumn({ plan, edition, editable }: TextColumnProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { content } = edition;
  const numbers = clauseNumbers(content);
  const about = { plan, edition, editable };
  return (
    <>
      <p className="pln-summary">{languageNow() === 'en' ? content.summary.en : content.summary.zh}</p>
      {PARTS.filter((part) => content.clauses.some((one) => one.part === part)).map((part) => (
        <section key={part} id={`part-${part}`}>
          <h2>{t(`plan.part.${part}`)}</h2>
          {content.clauses
            .filter((one) => one.part === part)
            .map((clause) => (
              <Piece key={clause.id} {...about} list="clauses" item={clause} Fields={ClauseFields}>
                <h3>
                  {numbers.get(clause.id)}　{clause.title}
                </h3>
                <p>{clause.text}</p>
                {clause.source !== undefined && <small>{t('plan.text.source', { source: clause.source })}</small>}
              </Piece>
            ))}
        </section>
      ))}
      {editable && !adding && (
        <button type="button" className="fh-button" onClick={() => setAdding(true)}>
          {t('plan.text.add')}
        </button>
      )}
      {editable && adding && (
        <Piece
          {...about}
          list="clauses"
          item={{ id: '', part: content.clauses.at(-1)?.part ?? 'general', title: '', text: '' }}
          Fields={ClauseFields}
          isNew
          onDone={() => setAdding(false)}
        >
          {null}
        </Piece>
      )}
      <Positions {...about} />
      <Levels {...about} />
      <Others {...about} />
    </>
  );
}

function Positions(about: TextColumnProps) {
  const { t } = useTranslation();
  const { positions } = about.edition.content;
  if (positions.length === 0) return null;
  return (
    <section id="list-positions">
      <h2>{t('plan.list.positions')}</h2>
      {positions.map((one) => (
        <Piece key={one.id} {...about} list="positions" item={one} Fields={PositionFields}>
          <h3>{languageNow() === 'en' ? one.title.en : one.title.zh}</h3>
          <small>{t('plan.text.unit', { unit: one.unit })}</small>
          <p>{one.duties}</p>
        </Piece>
      ))}
    </section>
  );
}

function Levels(about: TextColumnProps) {
  const { t } = useTranslation();
  const { levels, positions } = about.edition.content;
  if (levels.length === 0) return null;
  return (
    <section id="list-levels">
      <h2>{t('plan.list.levels')}</h2>
      {LEVELS.flatMap((level) => levels.filter((one) => one.level === level)).map((one) => (
        <Piece key={one.level} {...about} list="levels" item={one} Fields={LevelFields}>
          <h3>
            {t(`response.level.${one.level}`)} <small>{t('plan.text.approver', { approver: one.approver })}</small>
          </h3>
          <b>{t('plan.text.conditions')}</b>
          <ul>
            {one.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
          <ol>
            {one.measures.map((measure) => (
              <li key={measure.id}>
                {measure.text} <small>{measureSaid(measure, one.measures, positions, t)}</small>
              </li>
            ))}
          </ol>
        </Piece>
      ))}
    </section>
  );
}

/** The words of a key, with what stands in them. */
interface Say {
  (key: string): string;
  (key: string, values: Record<string, string | number>): string;
}

type Measure = PlanContent['levels'][number]['measures'][number];

function measureSaid(measure: Measure, all: readonly Measure[], positions: PlanContent['positions'], t: Say): string {
  const post = positions.find(({ id }) => id === measure.position)?.title;
  const after = (measure.after ?? []).flatMap((id) => all.find((one) => one.id === id)?.text ?? []);
  return [
    (languageNow() === 'en' ? post?.en : post?.zh) ?? measure.position,
    measure.withinMinutes === undefined ? '' : t('plan.text.within', { count: measure.withinMinutes }),
    after.length === 0 ? '' : t('plan.text.after', { tasks: after.join('、') }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Others(about: TextColumnProps) {
  const { t } = useTranslation();
  const { demands, annexes } = about.edition.content;
  return (
    <>
      {demands.length > 0 && (
        <section id="list-demands">
          <h2>{t('plan.list.demands')}</h2>
          {demands.map((one) => (
            <Piece key={one.id} {...about} list="demands" item={one} Fields={DemandFields}>
              <p>{t('plan.text.demand', { what: one.what, count: one.count, unit: one.unit })}</p>
            </Piece>
          ))}
        </section>
      )}
      {annexes.length > 0 && (
        <section id="list-annexes">
          <h2>{t('plan.list.annexes')}</h2>
          {annexes.map((one) => (
            <Piece key={one.id} {...about} list="annexes" item={one} Fields={AnnexFields}>
              <h3>{one.title}</h3>
              <p>{one.text}</p>
            </Piece>
          ))}
        </section>
      )}
    </>
  );
}
