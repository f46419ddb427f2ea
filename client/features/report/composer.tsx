import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { documentsNow } from '#client/store/world.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { lastOf } from '#shared/report/facts.ts';
import { changesSince, jumpsIn } from '#shared/report/figures.ts';
import { hasLeaderSeat, reportLevelOf } from '#shared/report/policy.ts';
import type { Report } from '#shared/report/state.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import type { Actor } from '#shared/seat.ts';
import { Before } from './before.tsx';
import { FigureTable } from './figure-table.tsx';
import { figuresOf, startOf, type About } from './report-draft.ts';
import { useReportDraft } from './use-report-draft.ts';

interface ComposerProps {
  incident: Incident;
  actor: Actor;
  about: About;
  /** The last report of this sender: its text is shown beside. */
  last: Report | undefined;
  onGiven: (orderId: string) => void;
  onClose: () => void;
}

/** A report being written: its text and figures beside what was said last. Each keystroke is kept on this device. */
export function Composer({ incident, actor, about, last, onGiven, onClose }: ComposerProps) {
  const { t } = useTranslation();
  const [pressed, setPressed] = useState(false);
  const writing = useReportDraft(keyOf(actor, incident, about), () => startOf(about, incident, actor));
  const { draft, change } = writing;
  const { figures, wrong } = figuresOf(draft.figures, about.report?.figures ?? incident);
  const before = lastOf(incident, about.report?.from.org ?? actor.org)?.figures;
  const jumps = jumpsIn(changesSince(before, figures), jumpBy()).map(({ path }) => path);
  const unexplained = jumps.filter((path) => (draft.reasons[path] ?? '').trim() === '');
  const why =
    draft.text.trim() === '' ? 'report.why.empty' : wrong.length > 0 ? 'report.why.figures' : unexplained.length > 0 ? 'report.why.reasons' : undefined;
  const level = reportLevelOf(actor);
  const forLeader = about.report ? hasLeaderSeat(about.report.from.level) : level !== undefined && hasLeaderSeat(level);

  const give = (submit: boolean): void => {
    setPressed(true);
    if (why !== undefined) return;
    const reasons = Object.fromEntries(jumps.map((path) => [path, (draft.reasons[path] ?? '').trim()]));
    const said = { text: draft.text.trim(), figures, ...(jumps.length > 0 ? { reasons } : {}) };
    const { id } = about.report
      ? send('report.revise', { reportId: about.report.id, ...said })
      : send('report.draft', { incidentId: incident.id, kind: about.kind, ...said, ...(about.corrects ? { supersedesId: about.corrects.id } : {}) });
    // Orders go out one after the other: the report is there when it is handed in.
    onGiven(submit ? send('report.submit', { reportId: about.report?.id ?? id }).id : id);
    writing.forget();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give(forLeader);
  };

  return (
    <Dialog
      wide
      title={`${incident.exercise ? `【${t('common.drill')}】` : ''}${t(`report.compose.${about.kind}`)} · ${incident.title}`}
      onClose={onClose}
      footer={
        <>
          {pressed && why !== undefined && (
            <span className="rep-why" role="alert">
              {t(why)}
            </span>
          )}
          <button type="button" className="fh-button fh-button-plain" onClick={writing.restart}>
            {t('report.compose.again')}
          </button>
          <button type="button" className="fh-button" onClick={() => give(false)}>
            {t('report.compose.save')}
          </button>
          {forLeader && (
            <button type="button" className="fh-button fh-button-primary" onClick={() => give(true)}>
              {t('report.compose.submit')} <kbd>Ctrl ↵</kbd>
            </button>
          )}
        </>
      }
    >
      {about.report?.returnedFor !== undefined && <Notice tone="no">{t('report.compose.returnedFor', { reason: about.report.returnedFor })}</Notice>}
      {draft.rev < incident.rev && <Notice>{t('report.compose.outdated')}</Notice>}
      <div className="rep-compose" onKeyDown={onKeyDown}>
        <label className="rep-field">
          {t('report.compose.text')}
          <textarea
            className="fh-input rep-area rep-body"
            lang="zh-CN"
            maxLength={20_000}
            data-first
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
          <small className="rep-quiet">{t('report.compose.kept')}</small>
        </label>
        <FigureTable draft={draft} last={before} wrong={wrong} jumps={jumps} onChange={change} />
        <Before last={last} text={draft.text} />
      </div>
    </Dialog>
  );
}

const keyOf = (actor: Actor, incident: Incident, { kind, report, corrects }: About): string =>
  `fenghuo.report.${actor.id}.${report?.id ?? `${incident.id}.${corrects?.id ?? kind}`}`;

/** From when on a figure that rises wants a reason, as agreed in the table of numbers. */
function jumpBy(): { least: number; times: number } {
  const world = { get: (kind: 'rulebook', id: string) => documentsNow(kind).get(id) } as Parameters<typeof numberOf>[0];
  return { least: numberOf(world, 'report.jump-least', 5), times: numberOf(world, 'report.jump-times', 2) };
}
