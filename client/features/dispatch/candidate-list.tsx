import { useTranslation } from 'react-i18next';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { isOverridable, type Excluded, type Ranked } from '#shared/dispatch/rank.ts';
import type { Candidates } from './use-candidates.ts';

interface CandidateListProps {
  candidates: Candidates;
  chosen: readonly string[];
  onChoose: (teamIds: readonly string[]) => void;
  /** Who needs not be shown, because it was asked already. */
  without?: (teamId: string) => boolean;
  /** So many of the best are asked if nobody is chosen. */
  best?: number;
}

/** Every team that does this work: in rank what fits, each with all that its rank follows from, and below it what is left out, each with all that speaks against it. */
export function CandidateList({ candidates: { ranking, state, again }, chosen, onChoose, without = () => false, best = 0 }: CandidateListProps) {
  const { t } = useTranslation();
  const toggle = (teamId: string): void => onChoose(chosen.includes(teamId) ? chosen.filter((one) => one !== teamId) : [...chosen, teamId]);
  const ranked = ranking?.ranked.filter(({ teamId }) => !without(teamId)) ?? [];
  const excluded = ranking?.excluded.filter(({ teamId }) => !without(teamId)) ?? [];
  return (
    <section className="dis-candidates" aria-label={t('dispatch.rank.title')} aria-busy={state === 'asking'}>
      {state === 'failed' && (
        <Notice tone="no">
          {t('dispatch.rank.failed')}{' '}
          <button type="button" className="fh-button" onClick={again}>
            {t('dispatch.rank.again')}
          </button>
        </Notice>
      )}
      {!ranking && state === 'asking' && <Skeleton rows={3} label={t('dispatch.rank.asking')} />}
      {ranking && (
        <>
          <h4>
            {t('dispatch.rank.fit', { count: ranked.length })} <small>{t('dispatch.rank.how')}</small>
          </h4>
          {ranked.length === 0 && <p className="dis-quiet">{t('dispatch.rank.none')}</p>}
          <ol>
            {ranked.map((one, i) => (
              <Candidate key={one.teamId} team={one} checked={chosen.includes(one.teamId)} best={chosen.length === 0 && i < best} onToggle={toggle} />
            ))}
          </ol>
          {excluded.length > 0 && (
            <>
              <h4>
                {t('dispatch.rank.out', { count: excluded.length })} <small>{t('dispatch.rank.outHint')}</small>
              </h4>
              <ul>
                {excluded.map((one) => (
                  <Candidate key={one.teamId} team={one} against={one.against} checked={chosen.includes(one.teamId)} onToggle={toggle} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

interface CandidateProps {
  team: Ranked | Excluded;
  against?: Excluded['against'];
  checked: boolean;
  best?: boolean;
  onToggle: (teamId: string) => void;
}

function Candidate({ team: { teamId, name, reasons, ...more }, against = [], checked, best = false, onToggle }: CandidateProps) {
  const { t } = useTranslation();
  const barred = !against.every(isOverridable);
  const rank = 'rank' in more ? more.rank : undefined;
  return (
    <li data-best={best} data-chosen={checked}>
      <label>
        <input type="checkbox" checked={checked} disabled={barred} onChange={() => onToggle(teamId)} />
        {rank !== undefined && <b className="dis-rank">{rank}</b>}
        <span className="dis-name">{name}</span>
        {best && <small className="dis-best">{t('dispatch.rank.best')}</small>}
        {against.map((one) => (
          <em key={one} className="dis-against">
            {t(`dispatch.against.${one}`)}
          </em>
        ))}
        {barred && <small className="dis-quiet">{t('dispatch.rank.barred')}</small>}
      </label>
      <Reasons reasons={reasons} />
    </li>
  );
}

/** What a rank is made of, in the order in which it is reckoned. */
export function Reasons({ reasons }: { reasons: Ranked['reasons'] }) {
  const { t } = useTranslation();
  const { responseMinutes, travelMinutes, km, workedHours, level, insured, members, score } = reasons;
  return (
    <dl className="dis-reasons">
      <div>
        <dt>{t('dispatch.rank.response')}</dt>
        <dd>{t('dispatch.minutes', { count: responseMinutes })}</dd>
      </div>
      <div>
        <dt>{t('dispatch.rank.travel')}</dt>
        <dd>
          {t('dispatch.minutes', { count: travelMinutes })} <small>{km} km</small>
        </dd>
      </div>
      <div>
        <dt>{t('dispatch.rank.worked')}</dt>
        <dd>{t('dispatch.hours', { count: workedHours })}</dd>
      </div>
      <div>
        <dt>{t('dispatch.rank.level')}</dt>
        <dd>{level === undefined ? t('dispatch.rank.noLevel') : t(`team.level.${level}`)}</dd>
      </div>
      <div>
        <dt>{t('dispatch.rank.insured')}</dt>
        <dd>
          {insured}/{members}
        </dd>
      </div>
      <div>
        <dt>{t('dispatch.rank.score')}</dt>
        <dd>
          <b>{score}</b>
        </dd>
      </div>
    </dl>
  );
}
