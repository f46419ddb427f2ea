import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useOrganisationName } from '#client/ui/names.ts';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { TeamFaults } from '#client/ui/team-faults.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { Actor } from '#shared/seat.ts';
import { insuredAt, isValid } from '#shared/team/category.ts';
import { mayRegister } from '#shared/team/policy.ts';
import type { Team } from '#shared/team/state.ts';
import { AgreementForm } from './agreement-form.tsx';
import { Categories } from './categories.tsx';
import { JudgeActions } from './judge-actions.tsx';
import { MemberList } from './member-list.tsx';
import { TeamLog } from './team-log.tsx';

const PlaceMap = lazy(async () => ({ default: (await import('#client/map/place-map.tsx')).PlaceMap }));

interface TeamDetailProps {
  team: Team;
  actor: Actor;
  now: string;
  onClose: () => void;
}

/** All that the register knows of one team, and what its authority decides. */
export function TeamDetail({ team, actor, now, onClose }: TeamDetailProps) {
  const { t } = useTranslation();
  const { name, org, status, since, reason, faults = [], base, rangeKm, responseMinutes, agreement, equipment, vehicles, strength, availability } = team;
  const authority = useOrganisationName(org);
  const may = mayRegister(actor, org);
  const insured = insuredAt(strength, now);
  return (
    <article className="team-detail" aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          <p className="team-quiet">
            <b className="team-status" data-status={status}>
              {t(`team.status.${status}`)}
            </b>{' '}
            {t('team.since', { at: formatTime(since, languageNow(), Date.parse(now)), authority })}
          </p>
        </div>
        <button type="button" className="fh-bar-button" aria-label={t('common.action.close')} onClick={onClose}>
          <Icon name="no" />
        </button>
      </header>
      {reason !== undefined && <Notice tone={status === 'registered' ? 'plain' : 'no'}>{t('team.because', { reason })}</Notice>}
      <TeamFaults faults={faults} />
      {may ? <JudgeActions team={team} /> : <p className="team-quiet">{t('team.notYours', { authority })}</p>}
      <Section title={t('team.part.legal')}>
        <dl className="team-facts">
          <Fact label={t('team.field.creditCode')}>{team.creditCode}</Fact>
          <Fact label={t('team.field.civilRegNo')}>{team.civilRegNo}</Fact>
          <Fact label={t('team.field.supervisorOrg')}>{team.supervisorOrg}</Fact>
          <Fact label={t('team.field.leader')}>
            {team.leader.name} {team.leader.phone}
          </Fact>
          <Fact label={t('team.field.responseMinutes')}>{t('dispatch.minutes', { count: responseMinutes })}</Fact>
          <Fact label={t('team.field.rangeKm')}>{rangeKm} km</Fact>
          <Fact label={t('team.field.readiness')}>{t(availability.onDuty ? 'team.onDuty' : 'team.offDuty')}</Fact>
          <Fact label={t('team.field.daysOff')}>{availability.daysOff.map(({ from, to, text }) => `${from}–${to} ${text ?? ''}`).join('；') || undefined}</Fact>
        </dl>
      </Section>
      <Section title={t('team.part.categories')}>
        <Categories team={team} now={now} may={may && status !== 'revoked'} />
      </Section>
      <Section title={t('team.part.agreement')}>
        <p>
          {agreement ? (
            <>
              {agreement.no} <span data-urgency={isValid(agreement.validTo, now) ? 'far' : 'over'}>{t('team.validTo', { date: agreement.validTo })}</span>
            </>
          ) : (
            t('team.noAgreement')
          )}
        </p>
        {may && status !== 'revoked' && <AgreementForm key={agreement?.no} team={team} />}
      </Section>
      <Section title={t('team.part.base')}>
        <p>{base.text}</p>
        <Suspense fallback={<Skeleton rows={5} label={t('common.loading')} />}>
          <PlaceMap label={t('team.part.base')} at={base} radiusKm={rangeKm} />
        </Suspense>
      </Section>
      <Section title={t('team.part.equipment')}>
        {equipment.length === 0 && <p className="team-quiet">{t('team.nothing')}</p>}
        <ul className="team-things">
          {equipment.map(({ kind, count, text }) => (
            <li key={kind}>
              {kind} <b>× {count}</b> {text && <small>{text}</small>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('team.part.vehicles')}>
        {vehicles.length === 0 && <p className="team-quiet">{t('team.nothing')}</p>}
        <ul className="team-things">
          {vehicles.map(({ kind, plate, seats }, i) => (
            <li key={`${kind} ${plate ?? i}`}>
              {kind} {plate} {seats !== undefined && <small>{t('team.seats', { count: seats })}</small>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('team.part.members', { count: strength.members, insured })}>
        <MemberList teamId={team.id} now={now} />
      </Section>
      <Section title={t('team.part.log')}>
        <TeamLog log={team.log} now={now} />
      </Section>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children ?? '—'}</dd>
    </div>
  );
}
