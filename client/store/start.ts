import { forgetEditions } from './edition.ts';
import { connect } from './connection.ts';
import { openDisk, readLive, wipeDocuments, type Disk } from './disk.ts';
import { NOTHING } from './live.ts';
import { wipeNumbers } from './numbers.ts';
import { openOutbox } from './outbox.ts';
import { persist } from './persist.ts';
import { resumeSession, SESSION_KEY, sessions, type Session } from './session.ts';
import { openUploads } from './uploads.ts';
import { replaceWorld } from './world.ts';

const LAST_USER = 'fenghuo.last-user';

interface Open {
  seat: string;
  close: () => void;
}

let open: Promise<Open | undefined> = Promise.resolve(undefined);

/** Ties everything to whoever is signed in: opens it for a seat, closes it with the session. */
export function startStore(): void {
  sessions.subscribe(({ session, ended }) => {
    open = open.then((now) => follow(now, session, ended === 'signed-out-here'));
  });
  // Another tab signed in or out: the cookie is one for all, so this tab must not go on as somebody else.
  addEventListener('storage', ({ key }) => {
    if (key === SESSION_KEY) void resumeSession();
  });
  void resumeSession();
}

async function follow(now: Open | undefined, session: Session | null, forget: boolean): Promise<Open | undefined> {
  const seat = seatKey(session);
  if (now?.seat !== seat) {
    now?.close();
    if (now) replaceWorld(NOTHING);
    forgetEditions();
  }
  // The server's word that the session is over may come before the answer to signing out: then it is closed already.
  if (forget) await wipeLast();
  if (!session || seat === undefined) return undefined;
  return now?.seat === seat ? now : openSeat(session, seat);
}

/** What decides on what is shown. A seat that changed starts afresh: it may see less than before. */
function seatKey(session: Session | null): string | undefined {
  if (!session || session.mustChangePassword) return undefined;
  const { id, role, org, team } = session.user;
  return [id, role, org, team].join(' ');
}

async function openSeat({ user }: Session, seat: string): Promise<Open> {
  const last = localStorage.getItem(LAST_USER);
  if (last !== null && last !== seat) await wipeLast();
  localStorage.setItem(LAST_USER, seat);
  const disk = await diskOf(user.id);
  if (disk) replaceWorld(await readLive(disk));
  const closers = [openOutbox(disk, user.id), openUploads(user.id), ...(disk ? [persist(disk, user.id)] : []), connect()];
  return {
    seat,
    close: () => {
      for (const close of closers) close();
      disk?.close();
    },
  };
}

/** What the last user of this browser saw is gone before another one sees anything. Unsent orders stay, under their own name. */
async function wipeLast(): Promise<void> {
  const [last] = (localStorage.getItem(LAST_USER) ?? '').split(' ');
  localStorage.removeItem(LAST_USER);
  if (!last) return;
  await wipeNumbers().catch((error: unknown) => console.warn('This browser keeps nothing on disk.', error));
  const disk = await diskOf(last);
  if (!disk) return;
  await wipeDocuments(disk);
  disk.close();
}

/** A browser that keeps nothing (private window, disk full) still works, it only forgets on reload. */
async function diskOf(userId: string): Promise<Disk | undefined> {
  try {
    return await openDisk(userId);
  } catch (error) {
    console.warn('This browser keeps nothing on disk.', error);
    return undefined;
  }
}
