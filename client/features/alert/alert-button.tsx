import './alert.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { Popup } from '#client/ui/popup.tsx';
import { useTick } from '#client/ui/use-tick.ts';
import { ALERT_KINDS } from './alert.ts';
import { changeAlertSettings, isAlways, isQuiet, useAlertOrder, useAlertSettings } from './settings.ts';
import { canSound, sound, wakeSound } from './tones.ts';

/** How one is told of what happens: which, how loud, and when not. */
export function AlertButton() {
  const { t } = useTranslation();
  const chosen = useAlertSettings();
  const quiet = isQuiet(chosen, useTick(60_000, serverNow));
  const words = t(quiet ? 'alert.quietNow' : 'alert.settings');
  return (
    <Popup kind="dialog" label={words} className="al-open" button={<Icon name={quiet || chosen.volume === 0 ? 'bellOff' : 'bell'} />}>
      <AlertForm />
    </Popup>
  );
}

function AlertForm() {
  const { t } = useTranslation();
  const { off, volume, quiet, quietFrom, quietTo } = useAlertSettings();
  const test = (): void => {
    wakeSound();
    // A sound that has just been woken starts with the next turn.
    setTimeout(() => sound({ kind: 'new', red: false }, volume), 80);
  };
  return (
    <div className="al-form">
      <h2>{t('alert.settings')}</h2>
      <fieldset>
        <legend>{t('alert.which')}</legend>
        {ALERT_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={isAlways(kind) || !off.includes(kind)}
              disabled={isAlways(kind)}
              onChange={() => changeAlertSettings({ off: off.includes(kind) ? off.filter((one) => one !== kind) : [...off, kind] })}
            />
            {t(`alert.kind.${kind}`)}
            {isAlways(kind) && <small>{t('alert.always')}</small>}
          </label>
        ))}
      </fieldset>
      <label className="al-line">
        {t('alert.volume')}
        <input type="range" min={0} max={1} step={0.1} value={volume} onChange={(event) => changeAlertSettings({ volume: Number(event.target.value) })} />
        <button type="button" className="fh-button" onClick={test}>
          {t('alert.test')}
        </button>
      </label>
      <div className="al-line">
        <label>
          <input type="checkbox" checked={quiet} onChange={() => changeAlertSettings({ quiet: !quiet })} />
          {t('alert.quiet')}
        </label>
        <Hour label={t('alert.from')} value={quietFrom} onChange={(quietFrom) => changeAlertSettings({ quietFrom })} />
        <span aria-hidden="true">–</span>
        <Hour label={t('alert.to')} value={quietTo} onChange={(quietTo) => changeAlertSettings({ quietTo })} />
      </div>
      <p className="fh-field-hint">{t('alert.redHint')}</p>
      <p className="fh-field-hint">
        {t('alert.account')} <OrderState id={useAlertOrder()} />
      </p>
      <DesktopNotice />
      {!canSound() && <p className="fh-field-hint">{t('alert.blocked')}</p>}
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
  const { notify } = useAlertSettings();
  const [state, setState] = useState(permission);
  const turn = async (): Promise<void> => {
    if (notify) return changeAlertSettings({ notify: false });
    const answer = state === 'default' ? await Notification.requestPermission() : state;
    setState(answer);
    changeAlertSettings({ notify: answer === 'granted' });
  };
  const on = notify && state === 'granted';
  return (
    <div className="al-line">
      <label>
        <input type="checkbox" checked={on} disabled={state === 'denied' || state === 'missing'} onChange={() => void turn()} />
        {t('alert.desktop')}
      </label>
      {(state === 'denied' || state === 'missing') && <small>{t(`alert.desktopNo.${state}`)}</small>}
    </div>
  );
}

const permission = (): NotificationPermission | 'missing' => ('Notification' in window && isSecureContext ? Notification.permission : 'missing');
