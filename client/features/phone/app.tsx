import { useEffect } from 'react';
import { useSessionState, type Session } from '#client/store/session.ts';
import { Mark } from '#client/ui/mark.tsx';
import { Availability } from './availability.tsx';
import { Bar } from './bar.tsx';
import { CallAlarm } from './call-alarm.tsx';
import { CheckIn } from './check-in.tsx';
import { Debrief } from './debrief.tsx';
import { Home } from './home.tsx';
import { LogScreen } from './log-screen.tsx';
import { MemberForm } from './member-form.tsx';
import { Members } from './members.tsx';
import { Nav } from './nav.tsx';
import { Queue } from './queue.tsx';
import { Roster } from './roster.tsx';
import { NewPassword, SignIn } from './sign-in.tsx';
import { TeamForm } from './team-form.tsx';
import { TeamScreen } from './team-screen.tsx';
import { useRoute } from './use-team.ts';
import { useWords } from './use-words.ts';

/** Which page: who is signed in decides, then the address. */
export function App() {
  const t = useWords();
  const { phase, session } = useSessionState();
  useEffect(() => {
    document.documentElement.lang = t.language;
    document.title = `${t('app.name')} · ${t('app.product')}`;
  }, [t]);
  if (phase === 'asking') return <Message title={t('app.opening')} />;
  if (phase === 'unreachable') return <Message title={t('app.unreachable')} hint={t('app.unreachableHint')} />;
  if (!session) return <SignIn />;
  if (session.mustChangePassword) return <NewPassword />;
  return session.user.role === 'team' ? <Seat key={seatOf(session)} /> : <Elsewhere />;
}

const seatOf = ({ user }: Session): string => [user.id, user.org, user.team].join(' ');

function Seat() {
  const [first = '', second = '', third = ''] = useRoute();
  return (
    <>
      <Bar />
      <CallAlarm />
      <Screen first={first} second={second} third={third} />
      <Nav here={first} />
    </>
  );
}

function Screen({ first, second, third }: Record<'first' | 'second' | 'third', string>) {
  switch (first) {
    case 'mission':
      return <OfMission dispatchId={second} part={third} />;
    case 'queue':
      return <Queue />;
    case 'ready':
      return <Availability />;
    case 'members':
      return second === '' ? <Members /> : <MemberForm key={second} id={second} />;
    case 'team':
      return second === '' ? <TeamScreen /> : <TeamForm />;
    default:
      return <Home />;
  }
}

const PARTS = { roster: Roster, 'check-in': CheckIn, log: LogScreen, debrief: Debrief } as const;

function OfMission({ dispatchId, part }: { dispatchId: string; part: string }) {
  const Part = Object.hasOwn(PARTS, part) ? PARTS[part as keyof typeof PARTS] : undefined;
  return Part ? <Part key={dispatchId} dispatchId={dispatchId} /> : <Home />;
}

function Elsewhere() {
  const t = useWords();
  return (
    <Message title={t('app.elsewhere')} hint={t('app.elsewhereHint')}>
      <a className="primary" href="/">
        {t('app.elsewhereGo')}
      </a>
    </Message>
  );
}

function Message({ title, hint, children }: { title: string; hint?: string; children?: React.ReactNode }) {
  return (
    <main className="message">
      <Mark size={44} />
      <h1 role="status">{title}</h1>
      {hint && <p>{hint}</p>}
      {children}
    </main>
  );
}
