import { insuredOf, mayGo } from '#shared/dispatch/fitness.ts';
import { serverNow } from '#client/store/connection.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useMembers, useTeam } from './use-team.ts';
import { useWords } from './use-words.ts';

/** Who is in the team, as the register shows them: what is personal is sealed. */
export function Members() {
  const t = useWords();
  const team = useTeam();
  const members = useMembers();
  const now = new Date(serverNow()).toISOString();
  return (
    <main className="screen">
      <h1>{t('members.title')}</h1>
      {!team && (
        <p className="notice">
          {t('quiet.notYet')} <a href="#team">{t('quiet.apply')}</a>
        </p>
      )}
      {team && <p>{t('members.count', { n: members.length, insured: insuredOf(team, now) })}</p>}
      <p className="hint">{t('members.private')}</p>
      {team && (
        <a className="primary" href="#members/new">
          <Icon name="plus" size={20} />
          {t('members.add')}
        </a>
      )}
      <ul className="rows members">
        {members.map((member) => (
          <li key={member.id}>
            <a href={`#members/${member.id}`}>
              <b>{member.masked.name}</b>
              <span>{member.masked.phone}</span>
              <small data-ok={mayGo(member, now)}>
                {mayGo(member, now) ? t('roster.insured', { date: member.insuredUntil ?? '' }) : t('roster.uninsured')}
                {member.certificates.length > 0 && ` · ${t('members.certs', { n: member.certificates.length })}`}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
