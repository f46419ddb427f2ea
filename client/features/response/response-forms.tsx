import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { LEVELS, type Level } from '#shared/response/orders.ts';
import type { Response } from '#shared/response/state.ts';
import { addMinutes } from '#shared/time.ts';

const HOURS = [12, 24, 48, 72] as const;

/** Another level or a later end, with the reason. */
export function AdjustForm({ response }: { response: Response }) {
  const { t } = useTranslation();
  const id = useId();
  const plan = useDocument('plan', response.planId);
  const has = plan?.current?.no === response.no ? LEVELS.filter((one) => plan.levels.some((two) => two.level === one)) : LEVELS;
  const [level, setLevel] = useState<Level | ''>('');
  const [hours, setHours] = useState('');
  return (
    <ReasonForm
      label={t('response.adjust.reason')}
      give={t('response.adjust.give')}
      ready={level !== '' || hours !== ''}
      onGive={(reason) =>
        send('response.adjust', {
          responseId: response.id,
          reason,
          ...(level === '' ? {} : { level }),
          ...(hours === '' ? {} : { expectedUntil: addMinutes(new Date(serverNow()).toISOString(), Number(hours) * 60) }),
        }).id
      }
    >
      <div className="rsp-row">
        <label htmlFor={`${id}-level`}>{t('response.launch.level')}</label>
        <select id={`${id}-level`} className="fh-input" value={level} onChange={({ target }) => setLevel(target.value as Level | '')}>
          <option value="">{t('response.adjust.keep')}</option>
          {has
            .filter((one) => one !== response.level)
            .map((one) => (
              <option key={one} value={one}>
                {t(`response.level.${one}`)}
              </option>
            ))}
        </select>
        <label htmlFor={`${id}-until`}>{t('response.adjust.extend')}</label>
        <select id={`${id}-until`} className="fh-input" value={hours} onChange={({ target }) => setHours(target.value)}>
          <option value="">{t('response.adjust.keep')}</option>
          {HOURS.map((one) => (
            <option key={one} value={one}>
              {t('response.launch.hours', { count: one })}
            </option>
          ))}
        </select>
      </div>
    </ReasonForm>
  );
}

export function EndForm({ response }: { response: Response }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      label={t('response.end.reason')}
      give={t('response.end.give')}
      onGive={(reason) => send('response.terminate', { responseId: response.id, reason }).id}
    />
  );
}

export function RecordForm({ response }: { response: Response }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      label={t('response.record.docNo')}
      give={t('response.record.give')}
      optional
      onGive={(docNo) => send('response.record', { responseId: response.id, ...(docNo === '' ? {} : { docNo: docNo.slice(0, 60) }) }).id}
    />
  );
}

interface ReasonFormProps {
  label: string;
  give: string;
  optional?: boolean;
  ready?: boolean;
  onGive: (reason: string) => string;
  children?: ReactNode;
}

function ReasonForm({ label, give, optional = false, ready = true, onGive, children }: ReasonFormProps) {
  const [text, setText] = useState('');
  const [order, setOrder] = useState<string>();
  const full = ready && (optional || text.trim() !== '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!full) return;
    setOrder(onGive(text.trim()));
    setText('');
  };
  return (
    <form className="rsp-small" onSubmit={onSubmit}>
      {children}
      <div className="rsp-row">
        <input className="fh-input" maxLength={2000} aria-label={label} placeholder={label} value={text} onChange={({ target }) => setText(target.value)} />
        <button type="submit" className="fh-button fh-button-primary" disabled={!full}>
          {give}
        </button>
      </div>
      <OrderState id={order} />
    </form>
  );
}
