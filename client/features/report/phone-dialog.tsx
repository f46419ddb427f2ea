import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { earliestTold } from '#shared/report/start.ts';
import { phoneScript } from '#shared/report/phone-script.ts';
import { toldOf, type Tellable } from '#shared/report/told.ts';
import type { Actor } from '#shared/seat.ts';
import { assembledNow, calledFacts, phoneKind, upwardOf, type Upward } from './facts-now.ts';
import { PhoneScript } from './outputs.tsx';
import { organisationNow } from './reports-of.ts';
import { instantOf, wallOf } from './wall-time.ts';

/** A clock may go wrong by a minute. */
const SLIP_MS = 60_000;

interface PhoneDialogProps {
  incident: Incident;
  actor: Actor;
  onGiven: (orderId: string) => void;
  onClose: () => void;
}

/** A report by phone: the script to be read aloud, and beside it the record of who was told what and when. */
export function PhoneDialog({ incident, actor, onGiven, onClose }: PhoneDialogProps) {
  const { t } = useTranslation();
  const kind = phoneKind(incident, actor);
  const levels = upwardOf(actor);
  const [to, setTo] = useState<Upward | undefined>(levels[0]);
  const [at, setAt] = useState(() => wallOf(serverNow()));
  const [spokenTo, setSpokenTo] = useState('');
  const { text: full, figures } = assembledNow(incident, kind, actor);
  const report: Tellable = { ...calledFacts(incident, kind, actor, to), text: full, figures };
  const [text, setText] = useState(() => said(report));
  const instant = instantOf(at);
  // The server would refuse it as well: it is said while the call can still be mended.
  const wrongAt = instant === undefined || instant > new Date(serverNow() + SLIP_MS).toISOString() || at < wallOf(Date.parse(earliestTold(incident)));
  const ready = spokenTo.trim() !== '' && text.trim() !== '' && !wrongAt;
  const give = (): void => {
    if (!ready) return;
    const skips = to !== undefined && to !== levels[0];
    onGiven(send('report.phone', { incidentId: incident.id, kind, at: instant, spokenTo: spokenTo.trim(), text: text.trim(), ...(skips ? { to } : {}) }).id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
  };
  return (
    <Dialog
      wide
      title={`${incident.exercise ? `【${t('common.drill')}】` : ''}${t('report.phone.title')} · ${incident.title}`}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={give}>
            {t('report.phone.record')} <kbd>Ctrl ↵</kbd>
          </button>
        </>
      }
    >
      <div className="rep-phone" onKeyDown={onKeyDown}>
        <section aria-label={t('report.phone.script')}>
          <h3>{t('report.phone.script')}</h3>
          <PhoneScript report={report} />
        </section>
        <div className="rep-form">
          <label className="rep-field">
            {t('report.phone.to')}
            <select className="fh-input" value={to} onChange={(event) => setTo(levels.find((level) => level === event.target.value))}>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`report.level.${level}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="rep-field">
            <span>
              {t('report.phone.spokenTo')} <b aria-hidden>*</b>
            </span>
            <input
              className="fh-input"
              maxLength={100}
              data-first
              value={spokenTo}
              placeholder={t('report.phone.spokenToHint')}
              onChange={(event) => setSpokenTo(event.target.value)}
            />
          </label>
          <label className="rep-field">
            {t('report.phone.at')}
            <input
              className="fh-input"
              type="datetime-local"
              value={at}
              aria-invalid={wrongAt || undefined}
              aria-describedby="rep-call-time"
              onChange={(event) => setAt(event.target.value)}
            />
            <small id="rep-call-time" className={wrongAt ? 'rep-why' : 'rep-quiet'} role={wrongAt ? 'alert' : undefined}>
              {t(wrongAt ? 'report.phone.wrongAt' : 'report.phone.atHint')}
            </small>
          </label>
          <label className="rep-field">
            <span>
              {t('report.phone.said')} <b aria-hidden>*</b>
            </span>
            <textarea className="fh-input rep-area" lang="zh-CN" rows={8} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <p className="rep-quiet">{t('report.phone.recorder', { name: actor.name })}</p>
        </div>
      </div>
    </Dialog>
  );
}

/** What is said, without the courtesies around it: the record begins with that. */
function said(report: Tellable): string {
  const lines = phoneScript(toldOf(report, organisationNow));
  return lines.filter((line) => !/你好|请|报告完毕|演练，演练/.test(line)).join('');
}
