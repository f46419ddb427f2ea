import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#client/store/api.ts';
import { refusalText } from './refusal.ts';
import { download } from '#client/store/download.ts';

/** Fetches a paper; what hinders it is said beside it. */
export function PaperButton({ path, children }: { path: string; children: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'busy' | { failed: string }>('idle');
  const fetchIt = (): void => {
    setState('busy');
    download(path).then(
      () => setState('idle'),
      (error: unknown) => setState({ failed: error instanceof ApiError ? refusalText(error) : t('report.out.unreachable') }),
    );
  };
  return (
    <span className="fh-paper">
      <button type="button" className="fh-button" disabled={state === 'busy'} onClick={fetchIt}>
        {state === 'busy' ? t('report.out.making') : children}
      </button>
      {typeof state === 'object' && (
        <span className="fh-paper-why" role="alert">
          {state.failed}
        </span>
      )}
    </span>
  );
}
