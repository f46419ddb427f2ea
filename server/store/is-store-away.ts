const AWAY =
  /^(Mongo(ose)?)(Network|ServerSelection|PoolCl|NotConnected|Topology|ServerClosed|ConnectionPool|WaitQueue|Runtime|ExpiredSession|OperationTimeout)/;
/** MongoDB's for maxTimeMS, and what the driver lets through of a socket that broke in the middle of a write. */
const AWAY_CODES: readonly unknown[] = [50, 'EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ENOENT'];

/** Whether something failed because the store can't be reached now, rather than because it was wrong. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && AWAY_CODES.includes(error.code)) return true;
  // With bufferCommands off Mongoose says so by a plain MongooseError.
  return AWAY.test(error.name) || (error.name === 'MongooseError' && /initial connection|bufferCommands|not connected/i.test(error.message));
}

/** Whether a write failed for want of room. The engine says so by an error without a code of its own. */
export const isDiskFull = (error: unknown): boolean => error instanceof Error && /no space left|ENOSPC/i.test(error.message);
