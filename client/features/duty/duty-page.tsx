import './duty.css';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { actorOf, useSession } from '#client/store/session.ts';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { useTitle } from '#client/ui/title.ts';
import { HandoverView } from './handover-view.tsx';
import { Roster } from './roster.tsx';
import { Today } from './today.tsx';

const TABS = ['today', 'roster', 'handover'] as const;
type Tab = (typeof TABS)[number];

/** 值班: who is at the post, the roster, and how the post changes hands. */
export function Duty() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  useTitle(t('duty.title'));
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'today';
  const go = (next: Tab): void => setParams(next === 'today' ? {} : { tab: next });
  useShortcut('1', 'duty.tab.today', () => go('today'));
  useShortcut('2', 'duty.tab.roster', () => go('roster'));
  useShortcut('3', 'duty.tab.handover', () => go('handover'));
  useShortcut('P', 'duty.pack.open', () => void navigate('/duty/pack'));
  if (!session) return null;
  const actor = actorOf(session);
  return (
    <div className="duty-page">
      <header>
        <h1>{t('duty.title')}</h1>
        <nav className="duty-tabs" aria-label={t('duty.title')}>
          {TABS.map((one, i) => (
            <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => go(one)}>
              {t(`duty.tab.${one}`)} <kbd className="fh-kbd">{i + 1}</kbd>
            </button>
          ))}
        </nav>
        <button type="button" className="fh-button" onClick={() => void navigate('/duty/pack')}>
          {t('duty.pack.open')}
        </button>
      </header>
      {tab === 'today' && <Today actor={actor} onHandover={() => go('handover')} onRoster={() => go('roster')} />}
      {tab === 'roster' && <Roster actor={actor} />}
      {tab === 'handover' && <HandoverView actor={actor} />}
    </div>
  );
}
