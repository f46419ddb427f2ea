import { useTranslation } from 'react-i18next';
import { useEdition } from '#client/store/edition.ts';
import { Skeleton } from '#client/ui/notice.tsx';
import { diffOf } from '#shared/plan/diff.ts';
import { clauseNumbers } from '#shared/plan/number.ts';
import { editionId, type Edition } from '#shared/plan/state.ts';
import { saidOf } from './piece.tsx';

/** What this version says otherwise than another one, piece by piece, both texts side by side. */
export function DiffView({ edition, from, onClose }: { edition: Edition; from: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { edition: before } = useEdition(editionId(edition.planId, from), 'issued');
  if (!before) return <Skeleton rows={8} label={t('plan.text.loading')} />;
  const found = diffOf(before.content, edition.content);
  const [numbers, old] = [clauseNumbers(edition.content), clauseNumbers(before.content)];
  const named = (piece: string): string => {
    const [list = '', name] = piece.split('/');
    if (name === undefined) return t(`plan.single.${list}`);
    if (list === 'levels') return t(`response.level.${name}`);
    return `${t(`plan.list.${list}`)} ${(list === 'clauses' && (numbers.get(name) ?? old.get(name))) || ''}`;
  };
  return (
    <section className="pln-diff" aria-label={t('plan.diff.title', { from, to: edition.no })}>
      <div className="pln-row">
        <h2>{t('plan.diff.title', { from, to: edition.no })}</h2>
        <button type="button" className="fh-button" onClick={onClose}>
          {t('plan.diff.close')}
        </button>
      </div>
      {found.length === 0 && <p>{t('plan.diff.none')}</p>}
      {found.map(({ piece, kind, before: was, after: is }) => (
        <article key={piece} className="pln-piece" data-kind={kind}>
          <h3>
            <span className="pln-chip">{t(`plan.diff.kind.${kind}`)}</span> {named(piece)}
          </h3>
          {kind !== 'moved' && (
            <div className="pln-sides">
              {was !== null && (
                <div>
                  <small>{t('plan.diff.before')}</small>
                  <del>{saidOf(was)}</del>
                </div>
              )}
              {is !== null && (
                <div>
                  <small>{t('plan.diff.after')}</small>
                  <ins>{saidOf(is)}</ins>
                </div>
              )}
            </div>
          )}
        </article>
      ))}
    </section>
  );
}
