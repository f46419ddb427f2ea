import { useEffect, useMemo, useState } from 'react';
import type { Colleague } from '#shared/access/accounts.ts';
import { shiftOnPost, type Shift } from '#shared/duty/state.ts';
import { api } from '#client/store/api.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';

/** The shifts of an organisation, the earliest first. */
export function useShifts(org: string): readonly Shift[] {
  const shifts = useDocuments('shift');
  return useMemo(() => [...shifts.values()].filter((shift) => shift.org === org).sort((a, b) => (a.from < b.from ? -1 : 1)), [shifts, org]);
}

/** The shift at the post, and the one that comes after it or is to begin. */
export function useTurn(org: string): { now: Shift | undefined; next: Shift | undefined } {
  const shifts = useShifts(org);
  const now = shiftOnPost(shifts, org);
  const at = new Date(serverNow()).toISOString();
  const next = shifts.find(({ status, to, from }) => status === 'planned' && to > at && (now === undefined || from >= now.from));
  return { now, next };
}

/** Whom one may put on duty: accounts of one's own organisation. */
export function useStaff(org: string): { staff: readonly Colleague[] | undefined; failed: boolean } {
  const [staff, setStaff] = useState<readonly Colleague[]>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    api<{ colleagues: Colleague[] }>('/colleagues').then(
      ({ colleagues }) => wanted && setStaff(colleagues.filter((one) => one.org === org)),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [org]);
  return { staff, failed };
}
