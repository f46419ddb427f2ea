import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/access/accounts.ts';
import { ROLES, type Role } from '#shared/seat.ts';
import { languageNow } from '#client/i18n/index.ts';
import { api } from '#client/store/api.ts';
import { useDocuments } from '#client/store/world.ts';
import { Notice } from '#client/ui/notice.tsx';
import { accessErrorText } from './error-text.ts';
import { makePassword } from './make-password.ts';
import { PasswordOnce } from './password-once.tsx';
import { PLACES_OF_ROLE } from '#shared/access/places.ts';

interface Values {
  username: string;
  name: string;
  role: Role;
  org: string;
}

/** Adds an account or changes the seat of one. A first password is made here, handed over once, and changed at first sign-in. */
export function UserDrawer({ edited, onClose, onChanged }: { edited: AccountView | 'new' | null; onClose: () => void; onChanged: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const orgs = useDocuments('organisation');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [handed, setHanded] = useState<{ name: string; password: string } | null>(null);
  const adding = edited === 'new';

  useEffect(() => {
    if (edited === null) return;
    setError(null);
    form.resetFields();
    if (edited !== 'new') form.setFieldsValue(edited);
  }, [edited, form]);

  const save = async ({ username, name, role: held, org }: Values): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      if (adding) {
        const password = makePassword();
        await api('/users', { method: 'POST', body: { username, password, name, role: held, org, mustChangePassword: true } });
        setHanded({ name, password });
      } else if (edited) {
        await api(`/users/${encodeURIComponent(edited.id)}`, { method: 'PATCH', body: { name, role: held, org } });
        void message.success(t('access.users.saved', { name }));
      }
      onChanged();
      onClose();
    } catch (reason) {
      setError(accessErrorText(reason));
    } finally {
      setBusy(false);
    }
  };

  const places = role === undefined ? [] : [...orgs.values()].filter(({ kind }) => PLACES_OF_ROLE[role].includes(kind));
  const english = languageNow() === 'en';
  const required = (field: string) => [{ required: true, message: t('access.required', { field: t(field) }) }];
  return (
    <>
      <Drawer open={edited !== null} onClose={onClose} title={t(adding ? 'access.users.add' : 'access.users.editTitle')} size={400} forceRender>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => void save(values)}
          onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
        >
          <Form.Item name="name" label={t('access.field.name')} rules={required('access.field.name')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="username"
            label={t('access.username')}
            extra={adding ? t('access.users.usernameHint') : undefined}
            rules={required('access.username')}
          >
            <Input maxLength={64} autoComplete="off" spellCheck={false} disabled={!adding} />
          </Form.Item>
          <Form.Item name="role" label={t('access.field.role')} rules={required('access.field.role')}>
            <Select options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))} onChange={() => form.resetFields(['org'])} />
          </Form.Item>
          <Form.Item name="org" label={t('access.field.org')} extra={t('access.users.orgHint')} rules={required('access.field.org')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              disabled={role === undefined}
              options={places.map(({ id, name, nameEn }) => ({ value: id, label: `${english ? nameEn : name} · ${id}` }))}
            />
          </Form.Item>
          {adding && <Notice>{t('access.users.passwordHint')}</Notice>}
          {error && <Notice tone="no">{error}</Notice>}
          <Button type="primary" htmlType="submit" block loading={busy} style={{ marginTop: 16 }}>
            {t(adding ? 'access.users.add' : 'common.action.save')}
          </Button>
        </Form>
      </Drawer>
      <PasswordOnce name={handed?.name ?? ''} password={handed?.password ?? null} onClose={() => setHanded(null)} />
    </>
  );
}
