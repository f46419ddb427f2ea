import './dispatch.css';
import './need.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { mayDispatch, maySeekDispatch } from '#shared/dispatch/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { NeedCard } from './need-card.tsx';
import { NeedForm } from './need-form.tsx';
import { SelfTeams } from './self-teams.tsx';
import { useNeedDraft } from './use-need-draft.ts';

/** 调派: what this incident needs of teams, who was asked and has come, and how it goes with each. */
export function DispatchPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const dispatches = useDocuments('dispatch');
  const state = useNeedDraft(actor.id, incident);
  const mine = [...dispatches.values()].filter(({ incidentId }) => incidentId === incident.id).sort((a, b) => (a.at < b.at ? 1 : -1));
  const why = whyNot(incident, actor);
  const [started, setStarted] = useState(false);
  const start = (): void => {
    if (why !== undefined || state.draft) return;
    setStarted(true);
    state.start();
  };
  useShortcut('g', 'dispatch.need.title', start, { why });
  return (
    <div className="dis-panel">
      {state.draft && why === undefined ? (
        <NeedForm incident={incident} state={state} draft={state.draft} focus={started} seeks={maySeekDispatch(actor)} />
      ) : (
        <div className="dis-new">
          <button type="button" className="fh-button fh-button-primary" disabled={why !== undefined} onClick={start}>
            {t(maySeekDispatch(actor) ? 'dispatch.need.seek' : 'dispatch.need.title')} <kbd>G</kbd>
          </button>
          {why !== undefined && <Notice>{t(why)}</Notice>}
        </div>
      )}
      {mine.length === 0 && !state.draft && <Empty title={t('dispatch.board.none')} hint={t('dispatch.board.noneHint')} />}
      {mine.map((dispatch) => (
        <NeedCard key={dispatch.id} dispatch={dispatch} incident={incident} actor={actor} />
      ))}
      <SelfTeams incident={incident} actor={actor} />
    </div>
  );
}

/** Why this seat can't state a need here. */
function whyNot(incident: Incident, actor: Actor): string | undefined {
  if (!mayDispatch(actor) && !maySeekDispatch(actor)) return 'dispatch.why.notDispatcher';
  if (incident.status !== 'open') return 'dispatch.why.closed';
  return incident.sensitive ? 'dispatch.why.restricted' : undefined;
}
