import './access.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { useSession } from '#client/store/session.ts';
import { useDocument } from '#client/store/world.ts';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTitle } from '#client/ui/title.ts';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';
import { Totp } from './totp.tsx';

/** One's own account: seat, password, second factor, where one is signed in. */
export function Account() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const org = useDocument('organisation', session?.user.org);
  useTitle(t('access.account.title'));
  useShortcut('Escape', 'access.account.back', () => void navigate('/'));
  if (!session) return null;
  const { user, expiresAt } = session;
  const place = org ? (languageNow() === 'en' ? org.nameEn : org.name) : user.org;
  return (
    <div className="fh-settings">
      <h1>{t('access.account.title')}</h1>
      <section aria-labelledby="account-seat">
        <h2 id="account-seat">{t('access.account.seat')}</h2>
        <dl className="fh-facts">
          <dt>{t('access.field.name')}</dt>
          <dd>{user.name}</dd>
          <dt>{t('access.username')}</dt>
          <dd>{user.username}</dd>
          <dt>{t('access.field.org')}</dt>
          <dd>{place}</dd>
          <dt>{t('access.field.role')}</dt>
          <dd>{t(`common.role.${user.role}`)}</dd>
          <dt>{t('access.account.expires')}</dt>
          <dd>{formatTime(expiresAt, languageNow())}</dd>
        </dl>
      </section>
      <section aria-labelledby="account-sessions">
        <h2 id="account-sessions">{t('access.sessions.title')}</h2>
        <p>{t('access.sessions.hint')}</p>
        <SessionList path="/sessions" />
      </section>
      <section aria-labelledby="account-password">
        <h2 id="account-password">{t('access.passwords.title')}</h2>
        <PasswordForm />
      </section>
      <section aria-labelledby="account-totp">
        <h2 id="account-totp">{t('access.totp.title')}</h2>
        <Totp active={session.totp} />
      </section>
    </div>
  );
}
