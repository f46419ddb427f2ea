import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { ReminderButton } from '#client/features/reminder/reminder-button.tsx';
import { NextDeadline } from '#client/features/deadline/next-deadline.tsx';
import { serverNow, useConnection } from '#client/store/connection.ts';
import { setMode, useMode, type Mode } from '#client/store/mode.ts';
import type { Session } from '#client/store/session.ts';
import { useDocument } from '#client/store/world.ts';
import { WaitingAlerts } from '#client/features/alert/waiting-alerts.tsx';
import { OverduePlans } from '#client/features/plan/overdue-plans.tsx';
import { WaitingInstructions } from '#client/features/instruction/waiting-instructions.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { LanguageSwitch, ThemeSwitch } from '#client/ui/switches.tsx';
import { Mark } from '#client/ui/mark.tsx';
import { formatClock, formatDay } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { barState } from './bar-state.ts';
import { OnDuty } from './on-duty.tsx';
import { OutboxButton } from './outbox-panel.tsx';
import { UserMenu } from './user-menu.tsx';

/** Who and where I am, whether this is real, how fresh what I see is, and what I ordered that nobody has yet. `quiet`: a wall has no controls. */
export function StatusBar({ session, quiet, onHelp }: { session: Session; quiet: boolean; onHelp: () => void }) {
  const { t } = useTranslation();
  const connection = useConnection();
  const state = barState(connection, useTick(1_000), languageNow());
  return (
    <header className="fh-bar" data-tone={state.tone} data-quiet={quiet}>
      <Link to="/" className="fh-bar-product" aria-label={t('shell.home')}>
        <Mark size={22} />
        <strong>{t('common.product')}</strong>
      </Link>
      <Place session={session} />
      {!quiet && <OnDuty session={session} />}
      <ModeSwitch quiet={quiet} />
      <span className="fh-bar-state">
        <Icon name={state.icon} />
        <span className="fh-bar-words" role="status">
          {t(state.key)}
        </span>
        {i18next.exists(`${state.key}Detail`) && <span className="fh-bar-detail">{t(`${state.key}Detail`, state.values)}</span>}
      </span>
      <span className="fh-bar-space" />
      <NextDeadline session={session} />
      {!quiet && <WaitingAlerts session={session} />}
      {!quiet && <WaitingInstructions session={session} />}
      {!quiet && <OverduePlans session={session} />}
      {!quiet && <OutboxButton />}
      {!quiet && session.user.role !== 'administrator' && <ReminderButton />}
      <Clock />
      {!quiet && (
        <nav className="fh-bar-tools" aria-label={t('shell.tools')}>
          <LanguageSwitch />
          <ThemeSwitch />
          <button
            type="button"
            className="fh-bar-button fh-bar-help"
            onClick={onHelp}
            aria-label={t('shell.help.title')}
            title={`${t('shell.help.title')} (?)`}
          >
            <Icon name="help" />
          </button>
          <UserMenu session={session} />
        </nav>
      )}
    </header>
  );
}

function Place({ session: { user } }: { session: Session }) {
  const { t } = useTranslation();
  const org = useDocument('organisation', user.org);
  const name = org ? (languageNow() === 'en' ? org.nameEn : org.name) : user.org;
  return (
    <span className="fh-bar-place">
      <b>{name}</b>
      <span>{t(`common.role.${user.role}`)}</span>
    </span>
  );
}

const MODES: readonly Mode[] = ['real', 'drill'];

function ModeSwitch({ quiet }: { quiet: boolean }) {
  const { t } = useTranslation();
  const mode = useMode();
  if (quiet) return mode === 'drill' ? <strong className="fh-bar-drill">{t('common.drill')}</strong> : null;
  return (
    <span className="fh-mode" role="radiogroup" aria-label={t('shell.mode')}>
      {MODES.map((one) => (
        <label key={one} data-mode={one} data-on={mode === one}>
          <input type="radio" name="mode" className="fh-hidden" checked={mode === one} onChange={() => setMode(one)} />
          {t(`common.${one}`)}
        </label>
      ))}
    </span>
  );
}

/** The server's time, in the city's zone. */
function Clock() {
  const { t } = useTranslation();
  const now = useTick(1_000, serverNow);
  return (
    <span className="fh-bar-clock" title={t('shell.clock')}>
      <span className="fh-hidden">{t('shell.clock')}</span>
      <span>{formatDay(now, languageNow())}</span>
      <time dateTime={new Date(now).toISOString()}>{formatClock(now)}</time>
    </span>
  );
}
