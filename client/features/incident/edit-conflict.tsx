import { useTranslation } from 'react-i18next';
import type { Conflict } from './edit.ts';
import type { EditState } from './use-edit.ts';
import { useValueWords } from './value-words.ts';

/** Both values of a field that two have changed, and the choice between them. Nothing is lost until one of them is taken. */
export function EditConflicts({ edit }: { edit: Pick<EditState, 'conflicts' | 'settle' | 'waits'> }) {
  if (edit.waits) return null;
  return edit.conflicts.map((conflict) => <OneConflict key={conflict.path} conflict={conflict} settle={edit.settle} />);
}

function OneConflict({ conflict, settle }: { conflict: Conflict; settle: EditState['settle'] }) {
  const { t } = useTranslation();
  const { label, value } = useValueWords();
  return (
    <div className="inc-conflict" role="alert">
      <p>
        {t('record.conflict.theirs', { field: label(conflict.path) })} <b>{value(conflict.path, conflict.theirs)}</b>
      </p>
      <p>
        {t('record.conflict.mine')} <b>{value(conflict.path, conflict.mine)}</b>
      </p>
      <div>
        <button type="button" className="fh-button" onClick={() => settle(conflict, 'mine')}>
          {t('record.conflict.useMine')}
        </button>
        <button type="button" className="fh-button" onClick={() => settle(conflict, 'theirs')}>
          {t('record.conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
}
