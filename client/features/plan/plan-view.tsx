import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useEdition } from '#client/store/edition.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Organisation } from '#shared/organisation/state.ts';
import { PARTS } from '#shared/plan/parts.ts';
import { clauseNumbers } from '#shared/plan/number.ts';
import { whyNot } from '#shared/plan/policy.ts';
import { editionId, stateOf, type Edition, type Plan } from '#shared/plan/state.ts';
import type { Actor } from '#shared/seat.ts';
import { CommentsPanel } from './comments-panel.tsx';
import { DiffView } from './diff-view.tsx';
import { FilingPanel } from './filing-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LifePanel } from './life-panel.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import { TextColumn } from './text-column.tsx';
import { titleOf } from './use-plans.ts';

const PANELS = { life: LifePanel, comments: CommentsPanel, schedule: SchedulePanel, filing: FilingPanel, history: HistoryPanel } as const;
type Panel = keyof typeof PANELS;

export interface PlanPanelProps {
  plan: Plan;
  edition: Edition | undefined;
  actor: Actor;
  own: Organisation | undefined;
  /** Shows how this version differs from that one. */
  onCompare: (no: number) => void;
}

interface PlanViewProps {
  plan: Plan;
  version: number | undefined;
  actor: Actor;
  own: Organisation | undefined;
}

/** One plan: its outline, its text, and what is done with it. */
export function PlanView({ plan, version, actor, own }: PlanViewProps) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const owner = useOrganisationName(plan.owner);
  const [panel, setPanel] = useState<Panel>('life');
  const [compared, setCompared] = useState<number>();
  const no = version ?? plan.draft?.no ?? plan.current?.no ?? plan.lastNo;
  const writing = plan.draft?.no === no;
  const { edition, failed } = useEdition(editionId(plan.id, no), writing ? plan.seq : 'issued');
  const editable = writing && whyNot('edit', plan, actor, own) === undefined;
  const numbers = [...new Set([...plan.versions.map((one) => one.no), ...(plan.draft ? [plan.draft.no] : [])])];
  const Shown = PANELS[panel];
  const state = stateOf(plan);
  const file = `/api/v1/plans/${plan.id}/editions/${no}`;
  return (
    <div className="pln-page">
      <header className="pln-head">
        <Link to="/plans">← {t('plan.back')}</Link>
        <h1>{titleOf(plan)}</h1>
        <p>
          {t(`plan.kind.${plan.kind}`)} · {owner} ·{' '}
          <span className="pln-state" data-state={state}>
            {t(`plan.state.${state}`)}
          </span>{' '}
          {plan.confidential && <b>{t('plan.confidential')}</b>}
        </p>
        <div className="pln-row">
          <select
            className="fh-input"
            aria-label={t('plan.column.version')}
            value={no}
            onChange={({ target }) => (setParams({ plan: plan.id, version: target.value }), setCompared(undefined))}
          >
            {numbers.map((one) => (
              <option key={one} value={one}>
                {plan.draft?.no === one && plan.draft.stage !== 'issued'
                  ? t('plan.draftOf', { no: one })
                  : `${t('plan.version', { no: one })} ${plan.versions.find((two) => two.no === one)?.docNo ?? ''}`}
              </option>
            ))}
          </select>
          <a className="fh-button" href={`${file}.docx`} download>
            {t('plan.export.docx')}
          </a>
          {!plan.confidential && (
            <a className="fh-button" href={`${file}.docx?copy=public`} download>
              {t('plan.export.public')}
            </a>
          )}
          <a className="fh-button" href={`${file}.json`} download>
            {t('plan.export.json')}
          </a>
        </div>
      </header>
      <div className="pln-columns">
        <nav className="pln-outline" aria-label={t('plan.text.outline')}>
          {edition && <Outline edition={edition} />}
        </nav>
        <main className="pln-text">
          {failed && <Notice tone="no">{t('plan.text.failed')}</Notice>}
          {!edition && !failed && <Skeleton rows={12} label={t('plan.text.loading')} />}
          {edition && compared !== undefined && <DiffView edition={edition} from={compared} onClose={() => setCompared(undefined)} />}
          {edition && compared === undefined && <TextColumn plan={plan} edition={edition} editable={editable} />}
        </main>
        <aside className="pln-side">
          <div className="pln-tabs" role="tablist">
            {(Object.keys(PANELS) as Panel[]).map((one) => (
              <button key={one} type="button" role="tab" className="fh-button" aria-selected={one === panel} onClick={() => setPanel(one)}>
                {t(`plan.${one}.title`)}
                {one === 'comments' && plan.draft && plan.draft.openComments > 0 && ` ${plan.draft.openComments}`}
              </button>
            ))}
          </div>
          <Shown plan={plan} edition={edition} actor={actor} own={own} onCompare={setCompared} />
        </aside>
      </div>
    </div>
  );
}

function Outline({ edition: { content } }: { edition: Edition }) {
  const { t } = useTranslation();
  const numbers = clauseNumbers(content);
  return (
    <ul>
      {PARTS.filter((part) => content.clauses.some((one) => one.part === part)).map((part) => (
        <li key={part}>
          <a href={`#part-${part}`}>{t(`plan.part.${part}`)}</a>
          <ul>
            {content.clauses
              .filter((one) => one.part === part)
              .map((one) => (
                <li key={one.id}>
                  <a href={`#clauses-${one.id}`}>
                    {numbers.get(one.id)} {one.title}
                  </a>
                </li>
              ))}
          </ul>
        </li>
      ))}
      {(['positions', 'levels', 'demands', 'annexes'] as const)
        .filter((list) => content[list].length > 0)
        .map((list) => (
          <li key={list}>
            <a href={`#list-${list}`}>{t(`plan.list.${list}`)}</a>
          </li>
        ))}
    </ul>
  );
}
