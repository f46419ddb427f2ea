import type { Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { Icon } from '#client/ui/icon.tsx';
import { MAP_APPS, mapLinks } from './map-links.ts';
import { useTeam, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';
import { distanceWords, wayOf } from './way.ts';
import { WaySketch } from './way-sketch.tsx';

/** What is asked for, in one line. */
export function NeedLine({ dispatch: { capability, teamsNeeded, people } }: { dispatch: Dispatch }) {
  const t = useWords();
  const { category, minLevel } = capability;
  return (
    <p className="need">
      {[
        t('offer.need', { category: t.category(category), n: teamsNeeded }),
        minLevel === undefined ? '' : t('offer.level', { level: minLevel }),
        people === undefined ? '' : t('offer.people', { n: people }),
      ]
        .filter((words) => words !== '')
        .join(' · ')}
    </p>
  );
}

export function Hazards({ dispatch: { hazards } }: { dispatch: Dispatch }) {
  const t = useWords();
  if (hazards === undefined) return null;
  return (
    <p className="hazards">
      <Icon name="warn" size={22} />
      <span>
        <b>{t('offer.hazards')}</b>
        {hazards}
      </span>
    </p>
  );
}

/** Where to, how far and which way, and the phone's own map apps for the turns. */
export function Place({ dispatch: { staging, about } }: { dispatch: Dispatch }) {
  const t = useWords();
  const base = useTeam()?.base;
  const way = base && wayOf(base, staging);
  const links = mapLinks(staging, staging.text, /iPhone|iPad/.test(navigator.userAgent));
  return (
    <section className="place">
      <p>
        <span>{t('offer.where')}</span>
        <b>{staging.text}</b>
        {way && <span>{t('way.distance', { km: distanceWords(way.metres), bearing: t(`bearing.${way.bearing}`) })}</span>}
      </p>
      <WaySketch base={base} staging={staging} incident={about} />
      <details>
        <summary>{t('way.go')}</summary>
        <div className="map-apps">
          {MAP_APPS.map((app) => (
            <a key={app} href={links[app]} target={links[app].startsWith('https:') ? '_blank' : undefined} rel="noreferrer">
              {t(`way.${app}`)}
            </a>
          ))}
        </div>
      </details>
    </section>
  );
}

/** One touch calls the office of this dispatch. */
export function CallLink({ dispatch: { contact } }: { dispatch: Dispatch }) {
  const t = useWords();
  if (contact?.phone === undefined) return <p className="hint">{contact?.post ?? t('mission.callMissing')}</p>;
  return (
    <a className="secondary call" href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>
      <Icon name="contact" size={20} />
      <span>
        {t('mission.call', { post: contact.post })} <b className="number">{contact.phone}</b>
      </span>
    </a>
  );
}

/** What an officer has told the team last. */
export function Told({ mission: { told } }: { mission: Mission }) {
  const t = useWords();
  const time = useTime();
  const last = told.at(-1);
  if (!last) return null;
  return (
    <p className="told" role="status">
      <b>
        {t('mission.told')} · {time(last.at)}
      </b>
      {last.text}
    </p>
  );
}
