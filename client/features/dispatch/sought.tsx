import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useAuthor } from '#client/ui/names.ts';
import { SayButton, useGiven } from '#client/ui/say-button.tsx';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { addMinutes } from '#shared/time.ts';

/** How long there is to accept when what was asked for is confirmed after its own time is up. */
const MINUTES = 30;

/** What a township or a department asks for: nobody is sent before an officer confirms it. */
export function Sought({ dispatch, may }: { dispatch: Dispatch; may: boolean }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const by = useAuthor(dispatch.sought?.by ?? dispatch.by);
  const dispatchId = dispatch.id;
  const confirm = (): void => {
    const now = new Date(serverNow()).toISOString();
    give(send('dispatch.confirm', { dispatchId, ...(dispatch.acceptBy <= now ? { acceptBy: addMinutes(now, MINUTES) } : {}) }));
  };
  return (
    <div className="dis-sought">
      <p className="dis-no">{t('dispatch.board.sought', { by: by.seat })}</p>
      {may && (
        <div className="dis-actions">
          <button type="button" className="fh-button fh-button-primary fh-small" onClick={confirm}>
            {t('dispatch.do.confirm', { count: dispatch.teamsNeeded })}
          </button>
          <SayButton
            label={t('dispatch.do.refuse')}
            ask={t('dispatch.say.cancel')}
            required
            onSay={(reason) => reason !== undefined && give(send('dispatch.cancel', { dispatchId, reason }))}
          />
          {state}
        </div>
      )}
    </div>
  );
}
