import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { isLapsed, sizeText } from '#client/map/sketch-words.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useAuthor } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { Actor, Author } from '#shared/seat.ts';
import { mayChange } from '#shared/sketch/policy.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { SignMark } from './sign-field.tsx';

interface SketchCardProps {
  /** Of the drawing, which may not be recorded yet. */
  id: string;
  actor: Actor;
  onChange: () => void;
  onShow: (sketch: Sketch) => void;
  onClose: () => void;
}

/** One drawing: what it says, whose it is, what may be done with it. The incident beside the map stays open. */
export function SketchCard({ id, actor, onChange, onShow, onClose }: SketchCardProps) {
  const { t } = useTranslation();
  const sketch = useDocument('sketch', id);
  const [removal, setRemoval] = useState<string>();
  return (
    <section
      className="sk-card"
      role="dialog"
      aria-label={t('sketch.one')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2>
          {sketch?.exercise && <strong className="sk-drill">{t('common.drill')}</strong>}
          {sketch ? t(`sketch.sign.${sketch.sign}`) : t('sketch.one')}
        </h2>
        <button type="button" className="fh-bar-button" autoFocus aria-label={t('common.action.close')} onClick={onClose}>
          <Icon name="no" size={14} />
        </button>
      </header>
      {sketch && <Facts sketch={sketch} />}
      <OrderState id={removal ?? id} />
      {sketch && sketch.removedAt === undefined && (
        <Actions sketch={sketch} actor={actor} onChange={onChange} onShow={() => onShow(sketch)} onRemoved={setRemoval} />
      )}
    </section>
  );
}

function Facts({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation();
  const { label, shape, at, by, changedAt, changedBy, until, incidentId, removedAt, removedBy } = sketch;
  const incident = useDocument('incident', incidentId);
  const time = (iso: string): string => formatTime(iso, languageNow(), serverNow());
  return (
    <>
      {label && <p className="sk-label">{label}</p>}
      <p className="sk-kind">
        <SignMark sign={sketch.sign} /> {[t(`sketch.shape.${shape}`), sizeText(sketch, t)].filter(Boolean).join(' · ')}
      </p>
      <dl>
        <Made label={t('sketch.entry.drawn')} by={by} at={time(at)} />
        {changedAt !== undefined && changedBy && <Made label={t('sketch.entry.changed')} by={changedBy} at={time(changedAt)} />}
        {removedAt !== undefined && removedBy && <Made label={t('sketch.entry.removed')} by={removedBy} at={time(removedAt)} />}
        {until !== undefined && (
          <div>
            <dt>{t('sketch.until')}</dt>
            <dd>
              {time(until)} {isLapsed(sketch, serverNow()) && <b>{t('sketch.lapsed')}</b>}
            </dd>
          </div>
        )}
        {incident && (
          <div>
            <dt>{t('sketch.incident')}</dt>
            <dd>{incident.title}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Made({ label, by, at }: { label: string; by: Author; at: string }) {
  const { name, seat } = useAuthor(by);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {name} <small>{seat}</small> {at}
      </dd>
    </div>
  );
}

interface ActionsProps {
  sketch: Sketch;
  actor: Actor;
  onChange: () => void;
  onShow: () => void;
  onRemoved: (orderId: string) => void;
}

function Actions({ sketch, actor, onChange, onShow, onRemoved }: ActionsProps) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const [reason, setReason] = useState('');
  const incident = useDocument('incident', sketch.incidentId);
  const may = mayChange(actor, sketch);
  const remove = (): void => onRemoved(send('sketch.remove', { sketchId: sketch.id, ...(reason.trim() ? { reason: reason.trim() } : {}) }).id);
  if (sure)
    return (
      <>
        <input
          className="fh-input"
          autoFocus
          maxLength={200}
          placeholder={t('sketch.removeFor')}
          aria-label={t('sketch.removeFor')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && remove()}
        />
        <footer>
          <button type="button" className="fh-button fh-button-plain" onClick={() => setSure(false)}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-primary" onClick={remove}>
            {t('sketch.remove')}
          </button>
        </footer>
      </>
    );
  const why = may ? undefined : t('sketch.why.notOwner');
  return (
    <footer>
      <button type="button" className="fh-button fh-button-plain" onClick={onShow}>
        {t('sketch.show')}
      </button>
      <button
        type="button"
        className="fh-button"
        disabled={!may || incident?.status === 'closed'}
        title={why ?? (incident?.status === 'closed' ? t('common.refusal.incident.closed') : undefined)}
        onClick={onChange}
      >
        {t('sketch.change')}
      </button>
      <button type="button" className="fh-button" disabled={!may} title={why} onClick={() => setSure(true)}>
        {t('sketch.remove')}
      </button>
    </footer>
  );
}
