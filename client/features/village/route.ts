import { draftNow } from './draft.ts';
import { otherScreen, teamScreen } from './elsewhere-screen.ts';
import { mineScreen } from './mine-screen.ts';
import { isReporter } from './reporter.ts';
import { peopleScreen } from './people-screen.ts';
import { reportScreen } from './report-screen.ts';
import type { Screen } from './screen.ts';
import { passwordScreen, signInScreen } from './sign-in-screen.ts';
import type { VillageState } from './state.ts';
import { moreScreen, whatScreen } from './what-screen.ts';
import { whereScreen } from './where-screen.ts';

export interface Page {
  screen: Screen;
  /** The tab that is lit; absent on pages that are a step of something. */
  tab?: 'report' | 'mine';
  step?: 1 | 2 | 3;
  back?: true;
}

/** Which page a seat is shown at an address. A step whose draft is not there yet is the first step. */
export function pageAt({ phase, session }: Pick<VillageState, 'phase' | 'session'>, hash: string): Page | undefined {
  if (phase === 'asking') return undefined;
  if (!session) return { screen: signInScreen };
  if (phase === 'expired' && hash === '#sign-in') return { screen: signInScreen };
  if (session.mustChangePassword) return { screen: passwordScreen };
  if (session.user.role === 'team') return { screen: teamScreen };
  if (!isReporter(session.user.role)) return { screen: otherScreen };
  return reporterPage(hash);
}

function reporterPage(hash: string): Page {
  const draft = draftNow();
  const [name = '', id = ''] = hash.slice(1).split('/');
  if (name === 'more') return { screen: moreScreen, step: 1, back: true };
  if (name === 'where' && draft) return { screen: whereScreen, step: 2, back: true };
  if (name === 'people' && draft?.spot) return { screen: peopleScreen, step: 3, back: true };
  if (name === 'mine') return { screen: mineScreen, tab: 'mine' };
  if (name === 'report' && id !== '') return { screen: reportScreen(id), tab: 'mine' };
  return { screen: whatScreen, tab: 'report' };
}
