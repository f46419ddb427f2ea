import './wall-teams.css';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { isUnderWay, type Mission } from '#shared/dispatch/mission.ts';
import { StateMark } from './state-mark.tsx';
import { useOut } from './use-out.ts';

/** As many as can be read from six metres away beside the deadlines. */
const LINES = 4;

/** How many teams are out, as one of the wall's numbers. */
export function WallTeamsNumber() {
  const { t } = useTranslation();
  const { coming, there, missed } = useOut();
  return (
    <div className="wall-teams-number" data-zero={coming + there === 0} data-missed={missed.length > 0}>
      <dt>{t('dispatch.strip.out')}</dt>
      <dd>{coming + there}</dd>
    </div>
  );
}

/** Which teams are out, where and until when: who is missed first, then who is on the way. Of what is restricted nothing is for a room. */
export function WallTeams() {
  const { t } = useTranslation();
  const { out, people, lacking } = useOut();
  const incidents = useDocuments('incident');
  const now = useTick(30_000, serverNow);
  const shown = out.filter(({ incidentId }) => !incidents.get(incidentId ?? '')?.sensitive).toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <section className="dis-wall" aria-label={t('dispatch.strip.title')}>
      <h2>
        {t('dispatch.strip.title')} <small>{t('dispatch.mission.heads', { people })}</small>
        {lacking > 0 && (
          <em>
            {t('dispatch.strip.lacking')} {lacking}
          </em>
        )}
      </h2>
      {shown.length === 0 && <p>{t('dispatch.strip.noneOut')}</p>}
      <ol>
        {shown.slice(0, LINES).map((mission) => (
          <li key={mission.id} data-missed={mission.welfare?.missedAt !== undefined}>
            <b>{mission.teamName}</b>
            {mission.welfare?.missedAt === undefined ? <StateMark state={mission.state} /> : <strong>! {t('dispatch.strip.missedShort')}</strong>}
            <span>
              {[whenOf(mission, (iso) => t('map.team.eta', { at: formatTime(iso, languageNow(), now) })), incidents.get(mission.incidentId ?? '')?.title]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {shown.length > LINES && <p>{t('dispatch.strip.more', { count: shown.length - LINES })}</p>}
    </section>
  );
}

const rankOf = ({ welfare, state }: Mission): number => (welfare?.missedAt === undefined ? (state === 'accepted' || state === 'en_route' ? 1 : 2) : 0);

/** Where it works, or when it is expected. */
const whenOf = (mission: Mission, eta: (iso: string) => string): string | undefined => {
  if (mission.zone !== undefined) return mission.zone;
  const coming = isUnderWay(mission) && (mission.state === 'accepted' || mission.state === 'en_route');
  return coming && mission.etaAt !== undefined ? eta(mission.etaAt) : undefined;
};
