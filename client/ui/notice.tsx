import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** A sentence that must be seen: `no` for a refusal or a failure. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'no'; children: ReactNode }) {
  return (
    <div className={tone === 'no' ? 'fh-notice fh-notice-no' : 'fh-notice'} role={tone === 'no' ? 'alert' : 'status'}>
      <Icon name={tone === 'no' ? 'warn' : 'help'} />
      <div>{children}</div>
    </div>
  );
}

/** What would be here, and how to get it here. */
export function Empty({ icon = 'empty', title, hint, children }: { icon?: IconName; title: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="fh-empty">
      <Icon name={icon} size={28} />
      <span className="fh-empty-title">{title}</span>
      {hint && <span>{hint}</span>}
      {children}
    </div>
  );
}

/** The place of rows that are on their way. */
export function Skeleton({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div className="fh-skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} style={{ width: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
