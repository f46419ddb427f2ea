/** The desk's code, fetched once: when a seat at it is taken, or already while the password is checked. */
export const loadDesk = (): Promise<typeof import('./desk-root.tsx')> => import('./desk-root.tsx');
