import './rules.css';
import { App, ConfigProvider, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { antLocale, antTheme } from '#client/ui/antd-theme.ts';
import { useTheme } from '#client/ui/theme.ts';
import { useTitle } from '#client/ui/title.ts';
import type { TableId } from '#shared/rulebook/tables.ts';
import { LimitsView } from './limits-view.tsx';
import { TableView } from './table-view.tsx';

const TABLES = ['report-deadlines', 'severity', 'holidays', 'numbers'] as const satisfies readonly TableId[];
/** The tables that people change, and the limits that come with a version. */
const SHOWN = [...TABLES, 'limits'] as const;

/** The tables of rules: what holds, how sure we are of it, and how it is changed by two people. */
export function Rules() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  useTitle(t('rulebook.title'));
  const table = SHOWN.find((id) => id === params.get('table')) ?? SHOWN[0];
  return (
    <ConfigProvider theme={antTheme(useTheme())} locale={antLocale(languageNow())} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ top: 56 }}>
        <div className="rul-page">
          <header>
            <h1>{t('rulebook.title')}</h1>
            <p>{t('rulebook.lead')}</p>
          </header>
          <Tabs activeKey={table} onChange={(key) => setParams({ table: key })} items={SHOWN.map((key) => ({ key, label: t(`rulebook.table.${key}`) }))} />
          {table === 'limits' ? <LimitsView /> : <TableView key={table} table={table} />}
        </div>
      </App>
    </ConfigProvider>
  );
}
