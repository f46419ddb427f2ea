import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import { mayDispatch } from '#shared/dispatch/policy.ts';
import { takenOf, type Dispatch, type Offer } from '#shared/dispatch/state.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { CheckCode } from './check-code.tsx';
import { Left } from './left.tsx';
import { NeedActions } from './need-actions.tsx';
import { Sought } from './sought.tsx';
import { OfferLine } from './offer-line.tsx';

const WAITING: Record<Offer['state'], number> = { accepted: 0, offered: 1, no_reply: 2, declined: 3, stood_down: 4 };

/** One need as it stands now: what is asked for, how many have it, and every team that was asked. */
export function NeedCard({ dispatch, incident, actor }: { dispatch: Dispatch; incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const { number, state, capability, teamsNeeded, staging, hazards, contact, text, acceptBy, offers, reserve } = dispatch;
  const missions = useDocuments('mission');
  const by = useAuthor(dispatch.by);
  const over = state === 'cancelled' || state === 'closed';
  const [folded, setFolded] = useState(over);
  const people = offers.reduce((sum, { teamId }) => sum + (missions.get(missionId(dispatch.id, teamId))?.people ?? 0), 0);
  const missed = offers.some(({ teamId }) => missions.get(missionId(dispatch.id, teamId))?.welfare?.missedAt !== undefined);
  const may = mayDispatch(actor) && incident.status === 'open';
  const ordered = [...offers].sort((a, b) => WAITING[a.state] - WAITING[b.state] || (a.at < b.at ? -1 : 1));
  const level = capability.minLevel === undefined ? '' : t('dispatch.need.atLeast', { level: t(`team.level.${capability.minLevel}`) });
  return (
    <article className="dis-need" aria-label={number} data-state={state} data-missed={missed}>
      <header>
        <b className="dis-need-state" data-state={state}>
          {t(`dispatch.state.${state}`)}
        </b>
        <strong>
          {t(`team.category.${capability.category}`)} {level && <small>{level}</small>}
        </strong>
        <button type="button" className="fh-bar-button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {t(folded ? 'dispatch.board.unfold' : 'dispatch.board.fold')}
        </button>
      </header>
      <p className="dis-slots">
        <Slots taken={takenOf(dispatch)} needed={teamsNeeded} />
        <span>{t('dispatch.board.slots', { taken: takenOf(dispatch), needed: teamsNeeded })}</span>
        <span>{dispatch.people === undefined ? t('dispatch.board.heads', { people }) : t('dispatch.board.headsOf', { people, needed: dispatch.people })}</span>
        {(state === 'open' || state === 'lapsed') && <Left until={acceptBy} />}
      </p>
      {!folded && (
        <>
          <dl className="dis-facts">
            <Fact label={t('dispatch.need.place')}>{staging.text}</Fact>
            {hazards && <Fact label={t('dispatch.need.hazards')}>{hazards}</Fact>}
            {contact && (
              <Fact label={t('dispatch.need.post')}>
                {contact.post} {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
              </Fact>
            )}
            {text && <Fact label={t('dispatch.need.text')}>{text}</Fact>}
            {dispatch.endedFor && <Fact label={t('dispatch.board.endedFor')}>{dispatch.endedFor}</Fact>}
          </dl>
          {dispatch.checkInCode !== undefined && !over && <CheckCode code={dispatch.checkInCode} number={number} place={staging.text} />}
          <ul className="dis-offers" aria-label={t('dispatch.board.offers')}>
            {ordered.map((offer) => (
              <OfferLine key={offer.teamId} dispatch={dispatch} offer={offer} mission={missions.get(missionId(dispatch.id, offer.teamId))} may={may} />
            ))}
          </ul>
          {dispatch.sought && <Sought dispatch={dispatch} may={may} />}
          {offers.length === 0 && !dispatch.sought && <p className="dis-no">{t('dispatch.board.nobody')}</p>}
          {reserve.length > 0 && !over && (
            <p className="dis-quiet">
              {t('dispatch.board.reserve', {
                count: reserve.length,
                names: reserve
                  .slice(0, 3)
                  .map(({ name }) => name)
                  .join(t('dispatch.need.comma')),
              })}
            </p>
          )}
          {may && !dispatch.sought && <NeedActions dispatch={dispatch} missions={missions} />}
        </>
      )}
      <small className="dis-quiet">
        {number} · {by.name} {by.seat} {formatTime(dispatch.at, languageNow(), serverNow())}
      </small>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A box for each slot, filled as it is taken. */
function Slots({ taken, needed }: { taken: number; needed: number }) {
  if (needed > 12) return null;
  return (
    <span className="dis-boxes" aria-hidden>
      {Array.from({ length: needed }, (_, i) => (
        <i key={i} data-taken={i < taken} />
      ))}
    </span>
  );
}
