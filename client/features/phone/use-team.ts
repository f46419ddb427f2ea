import { useEffect, useMemo, useState } from 'react';
import { dayOf } from '#shared/time.ts';
import type { Member } from '#shared/team/member.ts';
import type { Team } from '#shared/team/state.ts';
import { serverNow } from '#client/store/connection.ts';
import { useSession } from '#client/store/session.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { useWords } from './use-words.ts';

export const useTeamId = (): string => {
  const user = useSession()?.user;
  return user?.team ?? user?.org ?? '';
};

export const useTeam = (): Team | undefined => useDocument('team', useTeamId());

export function useMembers(): readonly Member[] {
  const teamId = useTeamId();
  const all = useDocuments('member');
  return useMemo(
    () =>
      [...all.values()]
        .filter((member) => member.teamId === teamId && member.leftAt === undefined)
        .sort((a, b) => (a.masked.name ?? '').localeCompare(b.masked.name ?? '', 'zh-CN') || (a.id < b.id ? -1 : 1)),
    [all, teamId],
  );
}

/** The server's time, to the second, for countdowns; and whichever way to say a time. */
export const useNow = (): number => useTick(1000, serverNow);

export function useTime(): (iso: string) => string {
  const { language } = useWords();
  return (iso) => formatTime(iso, language, serverNow());
}

/** The city's day, `2026-06-01`. */
export function todayNow(): string {
  const day = dayOf(new Date(serverNow()).toISOString());
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

/** Which screen: the part of the address behind the #. */
export function useRoute(): readonly string[] {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const changed = (): void => {
      setHash(location.hash);
      window.scrollTo(0, 0);
    };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash.replace(/^#/, '').split('/');
}

export const go = (...parts: readonly string[]): void => void (location.hash = parts.join('/'));
/** Back to the first screen, without leaving the one that is done with behind. */
export const goInstead = (...parts: readonly string[]): void => location.replace(`#${parts.join('/')}`);
