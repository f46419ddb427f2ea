import './reminder.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { Popup } from '#client/ui/popup.tsx';
import { useTick } from '#client/ui/use-tick.ts';
import { REMINDER_KINDS } from './reminder.ts';
import { changeReminderSettings, isAlways, isQuiet, useReminderOrder, useReminderSettings } from './settings.ts';
import { canSound, sound, wakeSound } from './tones.ts';

/** How one is told of what happens: which, how loud, and when not. */
export function ReminderButton() {
  const { t } = useTranslation();
  const chosen = useReminderSettings();
  const quiet = isQuiet(chosen, useTick(60_000, serverNow));
  const words = t(quiet ? 'reminder.quietNow' : 'reminder.settings');
  return (
    <Popup kind="dialog" label={words} className="al-open" button={<Icon name={quiet || chosen.volume === 0 ? 'bellOff' : 'bell'} />}>
      <ReminderForm />
    </Popup>
  );
}

function ReminderForm() {
  const { t } = useTranslation();
  const { off, volume, quiet, quietFrom, quietTo } = useReminderSettings();
  const test = (): void => {
    wakeSound();
    // A sound that has just been woken starts with the next turn.
    setTimeout(() => sound({ kind: 'new', red: false }, volume), 80);
  };
  return (
    <div className="al-form">
      <h2>{t('reminder.settings')}</h2>
      <fieldset>
        <legend>{t('reminder.which')}</legend>
        {REMINDER_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={isAlways(kind) || !off.includes(kind)}
              disabled={isAlways(kind)}
              onChange={() => changeReminderSettings({ off: off.includes(kind) ? off.filter((one) => one !== kind) : [...off, kind] })}
            />
            {t(`reminder.kind.${kind}`)}
            {isAlways(kind) && <small>{t('reminder.always')}</small>}
          </label>
        ))}
      </fieldset>
      <label className="al-line">
        {t('reminder.volume')}
        <input type="range" min={0} max={1} step={0.1} value={volume} onChange={(event) => changeReminderSettings({ volume: Number(event.target.value) })} />
        <button type="button" className="fh-button" onClick={test}>
          {t('reminder.test')}
        </button>
      </label>
      <div className="al-line">
        <label>
          <input type="checkbox" checked={quiet} onChange={() => changeReminderSettings({ quiet: !quiet })} />
          {t('reminder.quiet')}
        </label>
        <Hour label={t('reminder.from')} value={quietFrom} onChange={(quietFrom) => changeReminderSettings({ quietFrom })} />
        <span aria-hidden="true">–</span>
        <Hour label={t('reminder.to')} value={quietTo} onChange={(quietTo) => changeReminderSettings({ quietTo })} />
      </div>
      <p className="fh-field-hint">{t('reminder.redHint')}</p>
      <p className="fh-field-hint">
        {t('reminder.account')} <OrderState id={useReminderOrder()} />
      </p>
      <DesktopNotice />
      {!canSound() && <p className="fh-field-hint">{t('reminder.blocked')}</p>}
    </div>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** Full hours are enough, and read the same in every browser. */
function Hour({ label, value, onChange }: { label: string; value: string; onChange: (hour: string) => void }) {
  return (
    <select className="fh-input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {HOURS.map((hour) => (
        <option key={hour}>{hour}</option>
      ))}
    </select>
  );
}

/** Asked of the browser only by a click: one that was asked unasked says no for ever. */
function DesktopNotice() {
  const { t } = useTranslation();
  const { notify } = useReminderSettings();
  const [state, setState] = useState(permission);
  const turn = async (): Promise<void> => {
    if (notify) return changeReminderSettings({ notify: false });
    const answer = state === 'default' ? await Notification.requestPermission() : state;
    setState(answer);
    changeReminderSettings({ notify: answer === 'granted' });
  };
  const on = notify && state === 'granted';
  return (
    <div className="al-line">
      <label>
        <input type="checkbox" checked={on} disabled={state === 'denied' || state === 'missing'} onChange={() => void turn()} />
        {t('reminder.desktop')}
      </label>
      {(state === 'denied' || state === 'missing') && <small>{t(`reminder.desktopNo.${state}`)}</small>}
    </div>
  );
}

const permission = (): NotificationPermission | 'missing' => ('Notification' in window && isSecureContext ? Notification.permission : 'missing');
