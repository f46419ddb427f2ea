import './duty.css';
import './pack.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwnChain } from '#shared/contact/policy.ts';
import { api } from '#client/store/api.ts';
import { serverNow, useConnection } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { keepNumbers, readNumbers, type KeptNumbers, type Numbers } from '#client/store/numbers.ts';
import { actorOf, useSession, type Session } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Notice } from '#client/ui/notice.tsx';
import { useTitle } from '#client/ui/title.ts';
import { fullMinute } from './minute.ts';
import { PackContacts } from './pack-contacts.tsx';
import { PackIncidents } from './pack-incidents.tsx';
import { PackRoster } from './pack-roster.tsx';

/** One click for the hours without the system: everything on paper, and on this device. */
export function Pack() {
  const session = useSession();
  return session ? <Sheets session={session} /> : null;
}

function Sheets({ session }: { session: Session }) {
  const { t } = useTranslation();
  const drill = useMode() === 'drill';
  const [at] = useState(() => new Date(serverNow()).toISOString());
  const org = useOrganisationName(session.user.org);
  const { kept, away } = useNumbers(session);
  const { status, heardAt } = useConnection();
  const live = status === 'live';
  const asOf = useHeardAt(heardAt);
  useTitle(t('duty.pack.title'));
  return (
    <div className="pack" data-drill={drill}>
      <div className="pack-tools duty-noprint">
        <button type="button" className="fh-button fh-button-primary" onClick={() => print()}>
          {t('duty.pack.print')}
        </button>
        <button type="button" className="fh-button" onClick={() => saveFile(t('duty.pack.title'), at)}>
          {t('duty.pack.save')}
        </button>
        {away && <Notice>{t(kept ? 'duty.pack.kept' : 'duty.pack.noNumbers', { at: kept ? fullMinute(kept.at) : '' })}</Notice>}
      </div>
      <article className="pack-sheet" aria-label={t('duty.pack.title')}>
        {drill && <p className="pack-drill">{t('duty.pack.drill')}</p>}
        <header>
          <h1>
            {org} · {t('duty.pack.title')}
          </h1>
          <p>
            {t('duty.pack.madeAt')} {fullMinute(at)} · {session.user.name}
          </p>
          {!live && <p className="pack-asof">{t(asOf === undefined ? 'duty.pack.asOfUnknown' : 'duty.pack.asOf', { at: asOf ?? '' })}</p>}
        </header>
        <PackIncidents exercise={drill} />
        <PackRoster org={session.user.org} at={at} />
        <PackContacts org={session.user.org} numbers={kept?.contacts ?? {}} />
        <section className="pack-forms">
          <h2>{t('duty.pack.forms')}</h2>
          {[1, 2, 3].map((n) => (
            <CallForm key={n} />
          ))}
        </section>
      </article>
    </div>
  );
}

const LINES = ['time', 'place', 'what', 'cause', 'people', 'measures', 'told', 'caller', 'recorder'] as const;

/** A blank call record: what the rules ask for, to be typed in later with its original time. */
function CallForm() {
  const { t } = useTranslation();
  return (
    <table className="pack-call">
      <tbody>
        {LINES.map((line) => (
          <tr key={line}>
            <th>{t(`duty.pack.line.${line}`)}</th>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asked of the server, counted there, and kept on this device until whoever sits here signs out. */
function useNumbers(session: Session): { kept: KeptNumbers | undefined; away: boolean } {
  const contacts = useDocuments('contact');
  const actor = actorOf(session);
  const ids = [...contacts.values()].filter((one) => one.removedAt === undefined && one.seal !== undefined && isOwnChain(actor, one)).map(({ id }) => id);
  const asked = ids.sort().join(' ');
  const [state, setState] = useState<{ kept: KeptNumbers | undefined; away: boolean }>({ kept: undefined, away: false });
  const { id: userId } = session.user;
  useEffect(() => {
    let wanted = true;
    const take = async (): Promise<void> => {
      if (asked === '') return;
      try {
        const answer = await api<{ contacts: Numbers }>('/contacts/reveal', { method: 'POST', body: { contactIds: asked.split(' ').slice(0, 500) } });
        const kept = { at: new Date(serverNow()).toISOString(), contacts: answer.contacts };
        if (wanted) setState({ kept, away: false });
        await keepNumbers(userId, kept);
      } catch (error) {
        console.warn('The numbers were not shown; those of last time are used.', error);
        const kept = await readNumbers(userId).catch(() => undefined);
        if (wanted) setState((before) => ({ kept: before.kept ?? kept, away: true }));
      }
    };
    void take();
    return () => {
      wanted = false;
    };
  }, [asked, userId]);
  return state;
}

const HEARD = 'fenghuo.pack.heard';

/** When this device heard of the server last, also before a reload: what stands on the sheets is of then. */
function useHeardAt(heardAt: number | null): string | undefined {
  useEffect(() => {
    if (heardAt !== null) localStorage.setItem(HEARD, String(heardAt));
  }, [heardAt]);
  const last = heardAt ?? Number(localStorage.getItem(HEARD) ?? 0);
  return last > 0 ? fullMinute(new Date(last).toISOString()) : undefined;
}

/** The sheets as one file that any browser opens without a server. */
function saveFile(title: string, at: string): void {
  const sheet = document.querySelector('.pack');
  if (!sheet) return;
  const styles = [...document.styleSheets].flatMap((one) => [...one.cssRules].map(({ cssText }) => cssText)).filter((rule) => /pack|duty-noprint/.test(rule));
  const html = `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><title>${title}</title><style>${styles.join('\n')} .pack-tools{display:none}</style>${sheet.outerHTML}</html>`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = `${title} ${at.slice(0, 16).replaceAll(':', '')}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
