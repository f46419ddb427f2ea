import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { RULES, TABLE_NUMBERS } from '#plans/rules.ts';
import type { Row } from '#shared/rulebook/tables.ts';
import { columnsOf } from './columns.tsx';

const LIMITS: readonly Row[] = [...RULES.values()].filter(({ id }) => !TABLE_NUMBERS.some((row) => row.id === id));

/** Numbers that the machine itself holds to: how large a file may be, how long data of persons is kept, how often it is shown. They come with a version. */
export function LimitsView() {
  const { t } = useTranslation();
  return (
    <>
      <p className="rul-tools">{t('rulebook.limits.hint')}</p>
      <Table<Row>
        size="small"
        rowKey="id"
        dataSource={[...LIMITS]}
        pagination={false}
        scroll={{ x: 720 }}
        columns={columnsOf('numbers', t, languageNow(), undefined)}
      />
    </>
  );
}
