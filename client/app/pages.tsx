import { lazy, type ComponentType } from 'react';
import type { Session } from '#client/store/session.ts';
import type { IconName } from '#client/ui/icon.tsx';

export interface Page {
  path: string;
  icon: IconName;
  labelKey: string;
  /** Whether a seat has this page at all. */
  open: (user: Session['user']) => boolean;
  Component: ComponentType;
}

const onDesk = ({ role }: Session['user']): boolean => role !== 'administrator';

const HAS_DUTY: readonly string[] = ['township-duty', 'county-duty', 'county-leader', 'city-duty', 'city-leader'] satisfies Session['user']['role'][];

/** Departments stand duty too; the contact book is kept by the offices that everything goes through. */
const standsDuty = ({ role }: Session['user']): boolean => HAS_DUTY.includes(role) || role === 'department';

const onDuty = ({ role }: Session['user']): boolean => HAS_DUTY.includes(role);

/** Who answers for personal data: they alone hold or destroy it. */
const LEADS: readonly string[] = ['county-leader', 'city-leader'] satisfies Session['user']['role'][];

const READS_RULES: readonly string[] = [
  'township-duty',
  'county-duty',
  'county-leader',
  'city-duty',
  'city-leader',
  'department',
  'planner',
  'auditor',
] satisfies Session['user']['role'][];

/** The authorities that register teams, and those who look over their shoulder. */
const READS_REGISTER: readonly string[] = [
  'county-duty',
  'county-leader',
  'city-duty',
  'city-leader',
  'planner',
  'auditor',
] satisfies Session['user']['role'][];

/** Every page of the window, in the order of the menu. Each is fetched when it is gone to. */
export const PAGES: readonly Page[] = [
  {
    path: '/admin/users',
    icon: 'users',
    labelKey: 'shell.user.users',
    open: ({ role }) => role === 'administrator',
    Component: lazy(async () => ({ default: (await import('#client/features/access/users.tsx')).Users })),
  },
  {
    path: '/',
    icon: 'desk',
    labelKey: 'shell.user.desk',
    open: onDesk,
    Component: lazy(async () => ({ default: (await import('./desk-page.tsx')).DeskPage })),
  },
  {
    path: '/wall',
    icon: 'wall',
    labelKey: 'shell.user.wall',
    open: onDesk,
    Component: lazy(async () => ({ default: (await import('./wall-page.tsx')).WallPage })),
  },
  {
    path: '/alerts',
    icon: 'warn',
    labelKey: 'shell.user.alerts',
    open: ({ role }) => role !== 'administrator' && role !== 'team',
    Component: lazy(async () => ({ default: (await import('#client/features/alert/alert-page.tsx')).Alerts })),
  },
  {
    path: '/duty',
    icon: 'users',
    labelKey: 'shell.user.duty',
    open: standsDuty,
    Component: lazy(async () => ({ default: (await import('#client/features/duty/duty-page.tsx')).Duty })),
  },
  {
    path: '/duty/pack',
    icon: 'outbox',
    labelKey: 'shell.user.pack',
    open: standsDuty,
    Component: lazy(async () => ({ default: (await import('#client/features/duty/pack.tsx')).Pack })),
  },
  {
    path: '/contacts',
    icon: 'contact',
    labelKey: 'shell.user.contacts',
    open: onDuty,
    Component: lazy(async () => ({ default: (await import('#client/features/contact/contact-page.tsx')).Contacts })),
  },
  {
    path: '/custody',
    icon: 'key',
    labelKey: 'shell.user.custody',
    open: ({ role }) => LEADS.includes(role),
    Component: lazy(async () => ({ default: (await import('#client/features/person/custody-page.tsx')).CustodyPage })),
  },
  {
    path: '/teams',
    icon: 'team',
    labelKey: 'shell.user.teams',
    open: ({ role }) => READS_REGISTER.includes(role),
    Component: lazy(async () => ({ default: (await import('#client/features/team/team-page.tsx')).Teams })),
  },
  {
    path: '/history',
    icon: 'history',
    labelKey: 'shell.user.history',
    open: onDesk,
    Component: lazy(async () => ({ default: (await import('#client/features/history/archive.tsx')).Archive })),
  },
  {
    path: '/plans',
    icon: 'plan',
    labelKey: 'shell.user.plans',
    open: ({ role }) => READS_RULES.includes(role),
    Component: lazy(async () => ({ default: (await import('#client/features/plan/plans.tsx')).Plans })),
  },
  {
    path: '/rules',
    icon: 'rules',
    labelKey: 'shell.user.rules',
    open: ({ role }) => READS_RULES.includes(role),
    Component: lazy(async () => ({ default: (await import('#client/features/rulebook/rules.tsx')).Rules })),
  },
  {
    path: '/account',
    icon: 'key',
    labelKey: 'shell.user.account',
    open: () => true,
    Component: lazy(async () => ({ default: (await import('#client/features/access/account.tsx')).Account })),
  },
];

/** The pages of a seat. The first is where it arrives. */
export const pagesOf = ({ user }: Session): readonly Page[] => PAGES.filter(({ open }) => open(user));
