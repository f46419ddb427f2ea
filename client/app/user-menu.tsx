import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { waitingNow } from '#client/store/outbox.ts';
import { signOut, type Session } from '#client/store/session.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Popup } from '#client/ui/popup.tsx';
import { pagesOf } from './pages.tsx';

/** Where this seat can go, and the way out. */
export function UserMenu({ session }: { session: Session }) {
  const { user } = session;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Popup
        kind="menu"
        label={t('shell.user.menu', { name: user.name })}
        className="fh-bar-user"
        button={
          <>
            <Icon name="user" />
            <span>{user.name}</span>
          </>
        }
      >
        <div className="fh-menu-who">
          <b>{user.name}</b>
          <span>{user.username}</span>
        </div>
        {pagesOf(session).map(({ path, icon, labelKey }) => (
          <button key={path} type="button" role="menuitem" tabIndex={-1} onClick={() => void navigate(path)}>
            <Icon name={icon} />
            {t(labelKey)}
          </button>
        ))}
        {user.role === 'township-duty' && (
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => location.assign('/village')}>
            <Icon name="device" />
            {t('shell.user.village')}
          </button>
        )}
        <div role="separator" className="fh-menu-line" />
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => setLeaving(true)}>
          <Icon name="out" />
          {t('shell.user.signOut')}
        </button>
      </Popup>
      {leaving && <Leave onStay={() => setLeaving(false)} />}
    </>
  );
}

/** Signs out, and says first what would wait. */
function Leave({ onStay }: { onStay: () => void }) {
  const { t } = useTranslation();
  const [count] = useState(waitingNow);
  const [failed, setFailed] = useState(false);
  const leave = (): void => {
    setFailed(false);
    signOut().catch((error: unknown) => {
      console.warn(error);
      setFailed(true);
    });
  };
  return (
    <Dialog
      title={count > 0 ? t('shell.user.unsentTitle', { count }) : t('shell.user.leaveTitle')}
      onClose={onStay}
      footer={
        <>
          <button type="button" className="fh-button fh-button-plain" onClick={onStay}>
            {t('common.action.stay')}
          </button>
          <button type="button" className="fh-button fh-button-primary" onClick={leave} autoFocus>
            {t('shell.user.signOut')}
          </button>
        </>
      }
    >
      <p>{t(count > 0 ? 'shell.user.unsentHint' : 'shell.user.leaveHint')}</p>
      {failed && <Notice tone="no">{t('shell.user.signOutFailed')}</Notice>}
    </Dialog>
  );
}
