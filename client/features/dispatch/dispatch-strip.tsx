import './strip.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOut } from './use-out.ts';

/** Along the bottom: how many teams are asked, on their way and at the scene; and who is missed, which leads there. */
export function DispatchStrip() {
  const { t } = useTranslation();
  const { asked, coming, there, lacking, missed } = useOut();
  return (
    <section className="dis-strip" aria-label={t('dispatch.strip.title')}>
      <h2>{t('dispatch.strip.title')}</h2>
      <dl>
        {(
          [
            ['lacking', lacking],
            ['asked', asked],
            ['coming', coming],
            ['there', there],
          ] as const
        ).map(([key, count]) => (
          <div key={key} data-zero={count === 0}>
            <dt>{t(`dispatch.strip.${key}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {missed.map((one) => (
        <Link key={one.id} className="dis-alarm" to={`/?incident=${one.incidentId ?? ''}&part=dispatch`}>
          ! {t('dispatch.strip.missed', { team: one.teamName })}
        </Link>
      ))}
    </section>
  );
}
