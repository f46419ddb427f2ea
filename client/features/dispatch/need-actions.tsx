import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { isUnderWay, missionId, type Mission } from '#shared/dispatch/mission.ts';
import { freeOf, mayStillAccept, takenOf, type Dispatch } from '#shared/dispatch/state.ts';
import { addMinutes } from '#shared/time.ts';
import { SayButton, useGiven } from '#client/ui/say-button.tsx';
import { OfferMore } from './offer-more.tsx';

/** What an officer does about a whole need. */
export function NeedActions({ dispatch, missions }: { dispatch: Dispatch; missions: ReadonlyMap<string, Mission> }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const [open, setOpen] = useState<'extend' | 'more'>();
  const dispatchId = dispatch.id;
  const waiting = dispatch.offers.filter(mayStillAccept).map(({ teamId }) => teamId);
  const underWay = dispatch.offers.filter(({ teamId }) => isUnderWay(missions.get(missionId(dispatchId, teamId)) ?? { state: 'returned' }));
  const over = dispatch.state === 'cancelled' || dispatch.state === 'closed';
  if (over) return <div className="dis-actions">{state}</div>;
  const toggle = (which: 'extend' | 'more'): void => setOpen(open === which ? undefined : which);
  return (
    <>
      <div className="dis-actions">
        {dispatch.state === 'open' && waiting.length > 0 && (
          <SayButton
            label={t('dispatch.do.remind', { count: waiting.length })}
            ask={t('dispatch.say.remind')}
            onSay={(text) => give(send('dispatch.remind', { dispatchId, ...(text === undefined ? {} : { text }) }))}
          />
        )}
        <button type="button" className="fh-button fh-small" aria-expanded={open === 'extend'} onClick={() => toggle('extend')}>
          {t('dispatch.do.extend')}
        </button>
        <button
          type="button"
          className="fh-button fh-small"
          aria-expanded={open === 'more'}
          disabled={freeOf(dispatch) === 0 || dispatch.state === 'lapsed'}
          title={freeOf(dispatch) === 0 ? t('dispatch.why.filled') : dispatch.state === 'lapsed' ? t('dispatch.why.lapsed') : undefined}
          onClick={() => toggle('more')}
        >
          {t('dispatch.do.offer')}
        </button>
        {waiting.length > 0 && (
          <SayButton
            label={t('dispatch.do.standDownAll')}
            ask={t('dispatch.say.standDown')}
            onSay={(reason) => give(send('dispatch.stand-down', { dispatchId, teamIds: waiting, ...(reason === undefined ? {} : { reason }) }))}
          />
        )}
        <SayButton
          label={t('dispatch.do.releaseAll', { count: underWay.length })}
          ask={t('dispatch.say.releaseAll')}
          onSay={(reason) => give(send('dispatch.release', { dispatchId, ...(reason === undefined ? {} : { reason }) }))}
        />
        <SayButton
          label={t('dispatch.do.cancel')}
          ask={t('dispatch.say.cancel')}
          required
          onSay={(reason) => reason !== undefined && give(send('dispatch.cancel', { dispatchId, reason }))}
        />
        {state}
      </div>
      {open === 'extend' && (
        <Extend
          dispatch={dispatch}
          onGive={(sent) => {
            give(sent);
            setOpen(undefined);
          }}
        />
      )}
      {open === 'more' && (
        <OfferMore
          dispatch={dispatch}
          onGive={(sent) => {
            give(sent);
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}

/** More time from now on, and other numbers. */
function Extend({ dispatch, onGive }: { dispatch: Dispatch; onGive: (sent: { id: string }) => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState('30');
  const [teams, setTeams] = useState(String(dispatch.teamsNeeded));
  const least = Math.max(1, takenOf(dispatch));
  const ready = /^\d+$/.test(minutes) && Number(minutes) > 0 && /^\d+$/.test(teams) && Number(teams) >= least && Number(teams) <= 50;
  const extend = (): void => {
    const acceptBy = addMinutes(new Date(serverNow()).toISOString(), Number(minutes));
    const more = Number(teams) === dispatch.teamsNeeded ? {} : { teamsNeeded: Number(teams) };
    onGive(send('dispatch.extend', { dispatchId: dispatch.id, acceptBy, ...more }));
  };
  return (
    <form
      className="dis-row dis-inline"
      aria-label={t('dispatch.do.extend')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) extend();
      }}
    >
      <label className="dis-field">
        {t('dispatch.need.minutes')}
        <input className="fh-input" inputMode="numeric" value={minutes} autoFocus onChange={({ target }) => setMinutes(target.value)} />
      </label>
      <label className="dis-field">
        {t('dispatch.need.teamsNeeded')}
        <input className="fh-input" inputMode="numeric" value={teams} onChange={({ target }) => setTeams(target.value)} />
      </label>
      <button type="submit" className="fh-button fh-button-primary dis-beside" disabled={!ready} title={ready ? undefined : t('dispatch.why.fewer', { least })}>
        {t('dispatch.do.extend')}
      </button>
    </form>
  );
}
