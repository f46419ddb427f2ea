import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Incident } from '#shared/incident/state.ts';
import { mayHold, mayPurge } from '#shared/person/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { custodyOf } from './custody.ts';
import { HoldDialog, PurgeDialog } from './custody-dialogs.tsx';

/** Until when the names and numbers of an incident are kept, in words. */
export function CustodyState({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const now = serverNow();
  const custody = custodyOf(incident, new Date(now).toISOString());
  const time = (iso: string): string => formatTime(iso, languageNow(), now);
  if (custody.state === 'open') return <span className="person-custody">{t('person.custody.open')}</span>;
  if (custody.state === 'purged') return <span className="person-custody">{t('person.custody.purgedAt', { at: time(custody.at) })}</span>;
  if (custody.state === 'kept') return <span className="person-custody">{t('person.custody.kept', { at: time(custody.until) })}</span>;
  return (
    <span className="person-custody" data-held>
      {t('person.custody.held', { at: time(custody.until) })}：{custody.assessment}
    </span>
  );
}

/** What those who answer for it may do about it. */
export function CustodyActions({ incident, actor, onDone }: { incident: Incident; actor: Actor; onDone?: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'hold' | 'purge'>();
  if (incident.personal?.purgedAt !== undefined || !mayPurge(actor, incident)) return null;
  const now = new Date(serverNow()).toISOString();
  const held = (incident.personal?.hold?.until ?? '') > now;
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    close();
    onDone?.();
  };
  return (
    <span className="person-custody-acts">
      <button type="button" className="fh-bar-button person-act" disabled={!mayHold(actor, incident)} onClick={() => setOpen('hold')}>
        {t('person.custody.hold')}
      </button>
      <button
        type="button"
        className="fh-bar-button person-act"
        disabled={held}
        title={held ? t('person.custody.heldFirst') : undefined}
        onClick={() => setOpen('purge')}
      >
        {t('person.custody.purge')}
      </button>
      {open === 'hold' && <HoldDialog incident={incident} onClose={close} onDone={done} />}
      {open === 'purge' && <PurgeDialog incident={incident} onClose={close} onDone={done} />}
    </span>
  );
}
