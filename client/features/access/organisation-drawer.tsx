import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASSES } from '#shared/incident/classes.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#shared/organisation/state.ts';
import { regionChain } from '#shared/region.ts';
import { languageNow } from '#client/i18n/index.ts';
import { send, useSending } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Notice } from '#client/ui/notice.tsx';
import { refusalText } from '#client/ui/refusal.ts';

interface Values {
  organisationId: string;
  kind: OrganisationKind;
  name: string;
  nameEn?: string;
  parent?: string;
  lines?: string[];
}

const above = (parent: string | undefined): { parent?: string } => (parent === undefined ? {} : { parent });

const ADDED_KINDS = ORGANISATION_KINDS.filter((kind) => kind !== 'city');

/** Adds a township, a village, a department or a team. It is an order: kept and sent like any other. */
export function OrganisationDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const orgs = useDocuments('organisation');
  const [given, setGiven] = useState<string>();
  const sending = useSending(given);
  const english = languageNow() === 'en';

  const save = async ({ nameEn, parent, lines, ...rest }: Values): Promise<void> => {
    const order = send('organisation.add', {
      ...rest,
      ...(nameEn ? { nameEn } : {}),
      ...above(parent ?? parentOf(rest.organisationId)),
      ...(lines?.length ? { lines } : {}),
    });
    setGiven(order.id);
    const answer = await order.done;
    if (!answer.ok) return;
    void message.success(t('access.organisations.added', { name: rest.name }));
    form.resetFields();
    setGiven(undefined);
    onClose();
  };
  /** A place lies in the nearest one above it that is known. */
  const parentOf = (id: string): string | undefined =>
    /^\d{9,}$/.test(id)
      ? regionChain(id)
          .slice(1)
          .find((code) => orgs.has(code))
      : undefined;
  const required = (field: string) => [{ required: true, message: t('access.required', { field: t(field) }) }];
  const answer = sending?.answer;
  return (
    <Drawer open={open} onClose={onClose} title={t('access.organisations.add')} size={400} forceRender>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void save(values)}
        onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
      >
        <Form.Item name="kind" label={t('access.organisations.kind')} rules={required('access.organisations.kind')}>
          <Select options={ADDED_KINDS.map((value) => ({ value, label: t(`common.orgKind.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="organisationId"
          label={t('access.field.organisationId')}
          extra={t('access.organisations.idHint')}
          rules={[
            ...required('access.field.organisationId'),
            { pattern: /^(\d{6}|\d{9}|\d{12}|[a-z][a-z0-9-]{1,62})$/, message: t('access.organisations.idWrong') },
          ]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('access.organisations.name')} rules={required('access.organisations.name')}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="nameEn" label={t('access.organisations.nameEn')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="parent" label={t('access.organisations.parent')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={[...orgs.values()].map(({ id, name, nameEn: en }) => ({ value: id, label: `${english ? en : name} · ${id}` }))}
          />
        </Form.Item>
        {kind === 'department' && (
          <Form.Item name="lines" label={t('access.organisations.lines')} extra={t('access.organisations.linesHint')}>
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={CLASSES.map(({ code, zh, en }) => ({ value: code, label: `${code} ${english ? en : zh}` }))}
            />
          </Form.Item>
        )}
        {sending && !answer && <Notice>{t(`common.orderState.${sending.state}`)}</Notice>}
        {answer && !answer.ok && <Notice tone="no">{refusalText(answer)}</Notice>}
        <Button type="primary" htmlType="submit" block loading={sending !== undefined && !answer} style={{ marginTop: 16 }}>
          {t('access.organisations.add')}
        </Button>
      </Form>
    </Drawer>
  );
}
