import type { ReactNode } from 'react';
import { useWords } from './use-words.ts';

/** A screen that one comes back from. */
export function SubScreen({ title, hint, back = '', children }: { title: string; hint?: string; back?: string; children: ReactNode }) {
  const t = useWords();
  return (
    <main className="screen">
      <div className="sub-head">
        <a className="back" href={`#${back}`}>
          <span aria-hidden="true">‹</span> {t('back')}
        </a>
        <h1>{title}</h1>
      </div>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </main>
  );
}
