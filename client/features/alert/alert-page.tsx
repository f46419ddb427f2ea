import './alert.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { actorOf, useSession, type Session } from '#client/store/session.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { Empty } from '#client/ui/notice.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';
import { useTitle } from '#client/ui/title.ts';
import { HAZARD_CODES, levelOf } from '#shared/alert/hazards.ts';
import { mayDraft } from '#shared/alert/policy.ts';
import type { Alert } from '#shared/alert/state.ts';
import { AlertDetail } from './alert-detail.tsx';
import { AlertForm } from './alert-form.tsx';
import { AlertMark } from './alert-mark.tsx';
import { useAlertWords } from './use-alert-words.ts';

const GROUPS = ['open', 'draft', 'ended'] as const;

const groupOf = ({ status }: Alert): (typeof GROUPS)[number] =>
  status === 'issued' ? 'open' : status === 'draft' || status === 'approved' ? 'draft' : 'ended';

/** 预警: what is in force, what waits for an approval, and who has answered. */
export function Alerts() {
  const session = useSession();
  return session ? <Page session={session} /> : null;
}

function Page({ session }: { session: Session }) {
  const { t } = useTranslation();
  const actor = actorOf(session);
  const exercise = useMode() === 'drill';
  const alerts = useDocuments('alert');
  const org = useDocument('organisation', actor.org);
  const [params, setParams] = useSearchParams();
  const [drafting, setDrafting] = useState(false);
  useTitle(t('alert.title'));
  const may = HAZARD_CODES.some((hazard) => mayDraft(actor, org, hazard));
  useCommand({ labelKey: 'alert.new', key: 'n', why: may ? undefined : 'alert.why.notYours' }, () => setDrafting(true));
  const shown = [...alerts.values()].filter((one) => one.exercise === exercise).sort(worstFirst);
  const picked = alerts.get(params.get('alert') ?? '') ?? shown[0];
  const pick = (id: string): void => setParams({ alert: id }, { replace: true });
  return (
    <div className="warn-page">
      <aside>
        <header>
          <h1>{t('alert.title')}</h1>
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={!may}
            title={may ? undefined : t('alert.why.notYours')}
            onClick={() => setDrafting(true)}
          >
            {t('alert.new')} <kbd>N</kbd>
          </button>
        </header>
        {shown.length === 0 && <Empty icon="warn" title={t('alert.none')} hint={t('alert.noneHint')} />}
        {GROUPS.map((group) => (
          <Group key={group} title={t(`alert.group.${group}`)} alerts={shown.filter((one) => groupOf(one) === group)} picked={picked?.id} onPick={pick} />
        ))}
      </aside>
      <main>{picked ? <AlertDetail key={picked.id} alert={picked} actor={actor} /> : <Empty icon="warn" title={t('alert.pick')} />}</main>
      {drafting && <AlertForm actor={actor} exercise={exercise} onClose={() => setDrafting(false)} onMade={pick} />}
    </div>
  );
}

const colourOf = ({ content, draft }: Alert) => (content ?? draft?.content)?.colour ?? 'blue';

const worstFirst = (a: Alert, b: Alert): number => levelOf(colourOf(a)) - levelOf(colourOf(b)) || (a.number < b.number ? 1 : -1);

interface GroupProps {
  title: string;
  alerts: readonly Alert[];
  picked: string | undefined;
  onPick: (id: string) => void;
}

function Group({ title, alerts, picked, onPick }: GroupProps) {
  const words = useAlertWords();
  if (alerts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>
        {title} <small>{alerts.length}</small>
      </h2>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <button type="button" aria-current={alert.id === picked} onClick={() => onPick(alert.id)}>
              <AlertMark colour={colourOf(alert)} />
              <span>
                <b>{words.title(alert)}</b>
                <small>
                  {alert.number} {words.time(alert.issued?.at ?? alert.draft?.at ?? new Date(serverNow()).toISOString())}
                </small>
              </span>
              <small>{alert.status === 'issued' && alert.answering.asked > 0 ? words.count(alert) : words.status(alert)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
