import { useTranslation } from 'react-i18next';
import { signOut } from '#client/store/session.ts';
import { Notice } from '#client/ui/notice.tsx';
import { useTitle } from '#client/ui/title.ts';
import { AccessPage } from './access-page.tsx';
import { PasswordForm } from './password-form.tsx';

/** A password that someone else knows opens only this page. */
export function ForcedPassword() {
  const { t } = useTranslation();
  useTitle(t('access.forced.title'));
  return (
    <AccessPage title={t('access.forced.title')}>
      <Notice>{t('access.forced.why')}</Notice>
      <PasswordForm />
      <button type="button" className="fh-button fh-button-plain" onClick={() => void signOut()}>
        {t('shell.user.signOut')}
      </button>
    </AccessPage>
  );
}
