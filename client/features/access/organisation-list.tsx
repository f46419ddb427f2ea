import { Button, Input, Table, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ORGANISATION_KINDS, type Organisation } from '#shared/organisation/state.ts';
import { languageNow } from '#client/i18n/index.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Empty } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { OrganisationDrawer } from './organisation-drawer.tsx';

export function OrganisationList() {
  const { t } = useTranslation();
  const orgs = useDocuments('organisation');
  const [wanted, setWanted] = useState('');
  const [adding, setAdding] = useState(false);
  const search = useRef<InputRef>(null);
  useShortcut('/', 'access.organisations.search', () => search.current?.focus());
  useShortcut('n', 'access.organisations.add', () => setAdding(true));

  const english = languageNow() === 'en';
  const nameOf = (org: Organisation | undefined): string => (english ? org?.nameEn : org?.name) ?? '';
  const shown = useMemo(() => {
    const words = wanted.trim().toLowerCase();
    return [...orgs.values()].filter(({ id, name, nameEn }) => `${id} ${name} ${nameEn}`.toLowerCase().includes(words)).sort(byRank);
  }, [orgs, wanted]);
  return (
    <>
      <div className="fh-users-tools">
        <Input
          ref={search}
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          prefix={<Icon name="search" />}
          placeholder={t('access.organisations.search')}
          aria-label={t('access.organisations.search')}
        />
        <span className="fh-users-count" role="status">
          {t('access.organisations.count', { shown: shown.length, all: orgs.size })}
        </span>
        <span className="fh-bar-space" />
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t('access.organisations.add')}
        </Button>
      </div>
      <Table<Organisation>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty icon="building" title={t('access.organisations.noneTitle')} hint={t('access.organisations.noneHint')} /> }}
        scroll={{ x: 720 }}
        columns={[
          { title: t('access.field.organisationId'), dataIndex: 'id', width: 160 },
          { title: t('access.organisations.name'), render: (_, org) => nameOf(org), sorter: (a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN') },
          { title: t('access.organisations.kind'), width: 140, render: (_, { kind }) => t(`common.orgKind.${kind}`) },
          { title: t('access.organisations.parent'), render: (_, { parent }) => (parent === undefined ? '—' : nameOf(orgs.get(parent)) || parent) },
          { title: t('access.organisations.lines'), render: (_, { lines }) => lines?.join(' ') ?? '' },
        ]}
      />
      <OrganisationDrawer open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** City, counties, townships, villages, then the others; each by its code. */
function byRank(a: Organisation, b: Organisation): number {
  return ORGANISATION_KINDS.indexOf(a.kind) - ORGANISATION_KINDS.indexOf(b.kind) || a.id.localeCompare(b.id);
}
