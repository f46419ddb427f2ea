import { App, Button, Checkbox, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/access/accounts.ts';
import { api } from '#client/store/api.ts';
import { Icon } from '#client/ui/icon.tsx';
import { accessErrorText } from './error-text.ts';
import { makePassword } from './make-password.ts';
import { PasswordOnce } from './password-once.tsx';
import { SessionList } from './session-list.tsx';

/** What an administrator can do with one account. What cuts someone off is asked first. */
export function UserActions({ user, onEdit, onChanged }: { user: AccountView; onEdit: () => void; onChanged: () => void }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const [sessionsShown, showSessions] = useState(false);
  const [handed, setHanded] = useState<string | null>(null);
  const { name } = user;
  const path = `/users/${encodeURIComponent(user.id)}`;

  const attempt = async (work: Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await work;
      void message.success(done);
      onChanged();
      return true;
    } catch (error) {
      void message.error(accessErrorText(error));
      return false;
    }
  };
  const ask = (key: 'disable' | 'endSessions', work: () => Promise<unknown>): void => {
    modal.confirm({
      title: t(`access.users.${key}Title`, { name }),
      content: t(`access.users.${key}Hint`),
      okText: t(`access.users.${key}`),
      onOk: () => attempt(work(), t(`access.users.${key}Done`, { name })),
    });
  };
  const reset = (): void => {
    let totp = false;
    modal.confirm({
      title: t('access.users.resetTitle', { name }),
      content: (
        <>
          <p>{t('access.users.resetHint')}</p>
          {user.totp && <Checkbox onChange={(event) => (totp = event.target.checked)}>{t('access.users.resetTotp')}</Checkbox>}
        </>
      ),
      okText: t('access.users.reset'),
      onOk: async () => {
        const password = makePassword();
        const body = { password, mustChangePassword: true, ...(totp ? { totp: false } : {}) };
        if (await attempt(api(path, { method: 'PATCH', body }), t('access.users.resetDone', { name }))) setHanded(password);
      },
    });
  };
  const actions: Record<string, () => void> = {
    edit: onEdit,
    reset,
    sessions: () => showSessions(true),
    endSessions: () => ask('endSessions', () => api(`${path}/sessions`, { method: 'DELETE' })),
    disable: () => ask('disable', () => api(path, { method: 'PATCH', body: { disabled: true } })),
    enable: () => void attempt(api(path, { method: 'PATCH', body: { disabled: false } }), t('access.users.enableDone', { name })),
  };
  const items = ['edit', 'reset', 'sessions', 'endSessions', user.disabled ? 'enable' : 'disable'].map((key) => ({ key, label: t(`access.users.${key}`) }));
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => actions[key]?.() }}>
        <Button type="text" size="small" icon={<Icon name="more" />} aria-label={t('access.users.actionsOf', { name })} />
      </Dropdown>
      <Modal open={sessionsShown} onCancel={() => showSessions(false)} footer={null} title={t('access.users.sessionsOf', { name })} destroyOnHidden>
        <SessionList path={`${path}/sessions`} />
      </Modal>
      <PasswordOnce name={name} password={handed} onClose={() => setHanded(null)} />
    </>
  );
}
