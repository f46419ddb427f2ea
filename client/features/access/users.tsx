import './access.css';
import { App, ConfigProvider, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { antLocale, antTheme } from '#client/ui/antd-theme.ts';
import { useTheme } from '#client/ui/theme.ts';
import { useTitle } from '#client/ui/title.ts';
import { OrganisationList } from './organisation-list.tsx';
import { UserList } from './user-list.tsx';

/** The administrator's page: who has which seat, and at which organisations there are seats. Ant Design is loaded here and nowhere else. */
export function Users() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  useTitle(t('access.users.title'));
  const tab = params.get('tab') === 'organisations' ? 'organisations' : 'users';
  const theme = useTheme();
  return (
    <ConfigProvider theme={antTheme(theme)} locale={antLocale(languageNow())} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ top: 56 }}>
        <div className="fh-users">
          <h1>{t('access.users.title')}</h1>
          <Tabs
            activeKey={tab}
            onChange={(key) => setParams(key === 'users' ? {} : { tab: key })}
            items={[
              { key: 'users', label: t('access.users.accounts') },
              { key: 'organisations', label: t('access.organisations.title') },
            ]}
          />
          {tab === 'users' ? <UserList /> : <OrganisationList />}
        </div>
      </App>
    </ConfigProvider>
  );
}
