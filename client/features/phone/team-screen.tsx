import { isValid } from '#shared/team/category.ts';
import type { Capability } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { serverNow } from '#client/store/connection.ts';
import { useOutbox } from '#client/store/outbox.ts';
import { useSession } from '#client/store/session.ts';
import { NotifySwitch } from './notify-switch.tsx';
import { OrderLine } from './order-line.tsx';
import { LanguageButton } from './sign-in.tsx';
import { SignOut } from './sign-out.tsx';
import { fieldWords } from './team-said.ts';
import type { Words } from './text.ts';
import { useTeam, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** How the team stands in the register, and what belongs to this phone. */
export function TeamScreen() {
  const t = useWords();
  const team = useTeam();
  const user = useSession()?.user;
  return (
    <main className="screen">
      <h1>{team?.name ?? t('team.title')}</h1>
      <Standing team={team} />
      {team && <Facts team={team} />}
      <NotifySwitch />
      <section className="card">
        <p>{t('pair', { name: t('me.account'), value: `${user?.name} (${user?.username})` })}</p>
        <div className="row">
          <LanguageButton />
          <SignOut />
        </div>
      </section>
    </main>
  );
}

function Standing({ team }: { team: Team | undefined }) {
  const t = useWords();
  const time = useTime();
  const status = team?.status ?? 'none';
  const last = useOutbox().findLast(({ type }) => type === 'team.apply' || type === 'team.update');
  return (
    <section className="card standing" data-status={status}>
      <h2>{t(`team.status.${status}`)}</h2>
      {team && (
        <p className="hint">
          {t('team.since', { at: time(team.since) })}
          {team.reason !== undefined && ` · ${team.reason}`}
        </p>
      )}
      {team?.status === 'returned' && (
        <>
          <p>{t('team.returnedHint')}</p>
          <ul className="faults">
            {(team.faults ?? []).map(({ path, reason }) => (
              <li key={`${path} ${reason}`}>
                <b>{fieldWords(path, t)}</b>
                {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <OrderLine id={last?.id} />
      {status !== 'revoked' && (
        <a className={status === 'none' || status === 'returned' ? 'primary' : 'secondary'} href="#team/form">
          {t(status === 'none' ? 'team.apply' : status === 'returned' ? 'team.applyAgain' : 'team.change')}
        </a>
      )}
    </section>
  );
}

function Facts({ team }: { team: Team }) {
  const t = useWords();
  return (
    <section className="card">
      <ul className="rows facts">
        {team.categories.map((one) => (
          <li key={one.category}>{capabilityWords(one, t)}</li>
        ))}
        {team.agreement && <li>{t('team.agreement', { date: team.agreement.validTo })}</li>}
        <li>{t('pair', { name: t('team.base'), value: team.base.text })}</li>
        {[...team.equipment.map(({ kind, count }) => `${kind} × ${count}`), ...team.vehicles.map(({ kind, plate = '' }) => `${kind} ${plate}`)].map(
          (line, n) => (
            <li key={`${line} ${n}`}>{line}</li>
          ),
        )}
      </ul>
    </section>
  );
}

function capabilityWords({ category, certificate, selfLevel }: Capability, t: Words): string {
  const said = { category: t.category(category) };
  if (certificate) {
    const key = isValid(certificate.validTo, new Date(serverNow()).toISOString()) ? 'team.certified' : 'team.certExpired';
    return t(key, { ...said, level: certificate.level, date: certificate.validTo });
  }
  return selfLevel === undefined ? t('team.uncertified', said) : t('team.selfAssessed', { ...said, level: selfLevel });
}
