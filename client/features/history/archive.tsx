import './history.css';
import { App, ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { useMode } from '#client/store/mode.ts';
import { antLocale, antTheme } from '#client/ui/antd-theme.ts';
import { useTheme } from '#client/ui/theme.ts';
import { useTitle } from '#client/ui/title.ts';
import { askedOf, paramsOf } from './asked.ts';
import { ReplayView } from './replay-view.tsx';
import { SearchView } from './search-view.tsx';

/** Everything there ever was: found by time, place, kind, words and area, and shown as it was at any moment. */
export function Archive() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const mode = useMode();
  useTitle(t('history.title'));
  const incident = params.get('incident');
  const asked = askedOf(params);
  const open = (id?: string): void => {
    const next = paramsOf(asked);
    if (id !== undefined) next.set('incident', id);
    setParams(next);
  };
  return (
    <ConfigProvider theme={antTheme(useTheme())} locale={antLocale(languageNow())} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ top: 56 }}>
        <h1 className="fh-hidden">{t('history.title')}</h1>
        {incident === null ? (
          <SearchView key={mode} asked={asked} exercise={mode === 'drill'} onAsk={(next) => setParams(paramsOf(next), { replace: true })} onOpen={open} />
        ) : (
          <ReplayView key={incident} id={incident} onBack={() => open()} />
        )}
      </App>
    </ConfigProvider>
  );
}
