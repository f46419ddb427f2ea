import { Button, Input, Table, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/access/accounts.ts';
import { languageNow } from '#client/i18n/index.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { formatTime } from '#client/ui/time.ts';
import { useCall } from './use-call.ts';
import { UserActions } from './user-actions.tsx';
import { UserDrawer } from './user-drawer.tsx';

export function UserList() {
  const { t } = useTranslation();
  const { answer, error, again } = useCall<{ users: AccountView[] }>('/users');
  const orgs = useDocuments('organisation');
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<AccountView | 'new' | null>(null);
  const search = useRef<InputRef>(null);
  useShortcut('/', 'access.users.search', () => search.current?.focus());
  useShortcut('n', 'access.users.add', () => setEdited('new'));

  const language = languageNow();
  const orgName = useCallback((id: string): string => (language === 'en' ? orgs.get(id)?.nameEn : orgs.get(id)?.name) ?? id, [orgs, language]);
  const users = answer?.users;
  const shown = useMemo(() => {
    const words = wanted.trim().toLowerCase();
    return (users ?? []).filter((user) => [user.name, user.username, orgName(user.org), t(`common.role.${user.role}`)].join(' ').toLowerCase().includes(words));
  }, [users, wanted, orgName, t]);

  if (error !== null && !users) {
    return (
      <Notice tone="no">
        {error}{' '}
        <Button size="small" onClick={again}>
          {t('common.action.retry')}
        </Button>
      </Notice>
    );
  }
  if (!users) return <Skeleton rows={8} label={t('common.loading')} />;
  return (
    <>
      <div className="fh-users-tools">
        <Input
          ref={search}
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          prefix={<Icon name="search" />}
          placeholder={t('access.users.search')}
          aria-label={t('access.users.search')}
        />
        <span className="fh-users-count" role="status">
          {t('access.users.count', { shown: shown.length, all: users.length })}
        </span>
        <span className="fh-bar-space" />
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEdited('new')}>
          {t('access.users.add')}
        </Button>
      </div>
      <Table<AccountView>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty icon="users" title={t('access.users.noneTitle')} hint={t('access.users.noneHint')} /> }}
        scroll={{ x: 900 }}
        columns={[
          { title: t('access.field.name'), dataIndex: 'name', sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN') },
          { title: t('access.username'), dataIndex: 'username', sorter: (a, b) => a.username.localeCompare(b.username), defaultSortOrder: 'ascend' },
          { title: t('access.field.role'), render: (_, { role }) => t(`common.role.${role}`), sorter: (a, b) => a.role.localeCompare(b.role) },
          { title: t('access.field.org'), render: (_, { org }) => orgName(org), sorter: (a, b) => a.org.localeCompare(b.org) },
          { title: t('access.users.state'), render: (_, user) => <UserState user={user} /> },
          {
            title: t('access.users.passwordSince'),
            render: (_, { passwordChangedAt }) => formatTime(passwordChangedAt, language),
            sorter: (a, b) => a.passwordChangedAt.localeCompare(b.passwordChangedAt),
          },
          {
            title: <span className="fh-hidden">{t('access.users.actions')}</span>,
            width: 56,
            align: 'right',
            render: (_, user) => <UserActions user={user} onEdit={() => setEdited(user)} onChanged={again} />,
          },
        ]}
      />
      <UserDrawer edited={edited} onClose={() => setEdited(null)} onChanged={again} />
    </>
  );
}

function UserState({ user }: { user: AccountView }) {
  const { t } = useTranslation();
  const words = [
    t(user.disabled ? 'access.users.disabled' : 'access.users.active'),
    ...(user.mustChangePassword ? [t('access.users.mustChange')] : []),
    ...(user.totp ? [t('access.users.hasTotp')] : []),
  ];
  return <span className={user.disabled ? 'fh-field-error' : undefined}>{words.join(' · ')}</span>;
}
