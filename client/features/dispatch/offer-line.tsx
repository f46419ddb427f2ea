import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { formatTime } from '#client/ui/time.ts';
import { isUnderWay, type Mission } from '#shared/dispatch/mission.ts';
import { mayStillAccept, type Dispatch, type Offer } from '#shared/dispatch/state.ts';
import { Reasons } from './candidate-list.tsx';
import { SayButton, useGiven } from '#client/ui/say-button.tsx';
import { Left } from './left.tsx';
import { MissionCard } from './mission-card.tsx';
import { StateMark } from './state-mark.tsx';

interface OfferLineProps {
  dispatch: Dispatch;
  offer: Offer;
  mission: Mission | undefined;
  may: boolean;
}

/** One team that was asked: when, what it said in its own words, and what an officer may do about it. */
export function OfferLine({ dispatch, offer, mission, may }: OfferLineProps) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const { teamId, name, rank, reasons, at, answerBy, answeredAt, remindedAt, override } = offer;
  const dispatchId = dispatch.id;
  const time = (iso: string): string => formatTime(iso, languageNow(), serverNow());
  const open = dispatch.state === 'open' && mayStillAccept(offer);
  const teamIds = [teamId];
  return (
    <li className="dis-offer" aria-label={name} data-state={mission?.state ?? offer.state} data-missed={mission?.welfare?.missedAt !== undefined}>
      <header>
        {rank !== undefined && <b className="dis-rank">{rank}</b>}
        <strong>{name}</strong>
        <StateMark state={mission?.state ?? offer.state} />
        {open && offer.state === 'offered' && <Left until={answerBy} />}
      </header>
      <p className="dis-times">
        <span>{t('dispatch.board.asked', { at: time(at) })}</span>
        {remindedAt !== undefined && <span>{t('dispatch.board.reminded', { at: time(remindedAt) })}</span>}
        {offer.state === 'no_reply' && <span data-over="true">{t('dispatch.board.silent', { at: time(answerBy) })}</span>}
        {answeredAt !== undefined && <span>{t('dispatch.board.answered', { at: time(answeredAt) })}</span>}
      </p>
      {override !== undefined && <p className="dis-quiet">{t('dispatch.board.override', { reason: override })}</p>}
      {mission?.replies.map((reply) => (
        <blockquote key={reply.at + reply.text}>
          {reply.text} <time dateTime={reply.at}>{time(reply.at)}</time>
        </blockquote>
      ))}
      {mission?.told.map((told) => (
        <p key={told.at + told.text} className="dis-quiet">
          {t('dispatch.board.told', { at: time(told.at), text: told.text })}
        </p>
      ))}
      {reasons && offer.state !== 'accepted' && (
        <details>
          <summary>{t('dispatch.rank.why')}</summary>
          <Reasons reasons={reasons} />
        </details>
      )}
      {mission && offer.state === 'accepted' && <MissionCard dispatch={dispatch} mission={mission} may={may} />}
      <div className="dis-actions">
        {may && open && (
          <SayButton
            label={t('dispatch.do.remindOne')}
            ask={t('dispatch.say.remind')}
            onSay={(text) => give(send('dispatch.remind', { dispatchId, teamIds, ...(text === undefined ? {} : { text }) }))}
          />
        )}
        {may && mayStillAccept(offer) && dispatch.state !== 'cancelled' && dispatch.state !== 'closed' && (
          <SayButton
            label={t('dispatch.do.standDown')}
            ask={t('dispatch.say.standDown')}
            onSay={(reason) => give(send('dispatch.stand-down', { dispatchId, teamIds, ...(reason === undefined ? {} : { reason }) }))}
          />
        )}
        {may && mission && isUnderWay(mission) && (
          <SayButton
            label={t('dispatch.do.release')}
            ask={t('dispatch.say.release')}
            onSay={(reason) => give(send('dispatch.release', { dispatchId, teamIds, ...(reason === undefined ? {} : { reason }) }))}
          />
        )}
        {state}
      </div>
    </li>
  );
}
