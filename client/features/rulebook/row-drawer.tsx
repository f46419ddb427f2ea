import { Button, Drawer, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#client/ui/notice.tsx';
import { TABLES, type Row, type TableId } from '#shared/rulebook/tables.ts';
import { RowFields } from './row-fields.tsx';
import { rowOf, valuesOf, type Values } from './row-values.ts';

interface RowDrawerProps {
  table: TableId;
  edited: Row | 'new' | null;
  known: readonly Row[];
  onTake: (row: Row) => void;
  onClose: () => void;
}

/** The form of one row. What it makes is checked by the table's own schema, as the server does. */
export function RowDrawer({ table, edited, known, onTake, onClose }: RowDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [wrong, setWrong] = useState<string>();
  const adding = edited === 'new';
  useEffect(() => {
    if (edited === null) return;
    setWrong(undefined);
    form.resetFields();
    form.setFieldsValue(edited === 'new' ? { tag: 'D' } : valuesOf(edited));
  }, [edited, form]);
  const take = (values: Values): void => {
    const parsed = TABLES[table].safeParse(rowOf(table, values, edited === 'new' || edited === null ? undefined : edited));
    if (!parsed.success) {
      const fields = [...new Set(parsed.error.issues.map(({ path }) => t(`rulebook.field.${String(path[0] ?? 'id')}`)))];
      return setWrong(t('rulebook.wrong', { fields: fields.join('、') }));
    }
    if (adding && known.some(({ id }) => id === parsed.data.id)) return setWrong(t('rulebook.known', { id: parsed.data.id }));
    onTake(parsed.data);
  };
  return (
    <Drawer open={edited !== null} onClose={onClose} title={adding ? t('rulebook.add') : `${t('rulebook.edit')} ${edited?.id ?? ''}`} size={440} forceRender>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={take}>
        <RowFields table={table} adding={adding} />
        {wrong && <Notice tone="no">{wrong}</Notice>}
        <Button type="primary" htmlType="submit" block style={{ marginTop: 16 }}>
          {t('rulebook.take')}
        </Button>
        <p className="fh-field-hint">{t('rulebook.takeHint')}</p>
      </Form>
    </Drawer>
  );
}
