import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { usePositions } from '#client/store/positions.ts';
import { PaperButton } from '#client/ui/paper-button.tsx';
import { formatAge, formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { isCommitted, reachedAt, type Mission, type MissionState } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { AssignForm } from './assign-form.tsx';
import { Certificates } from './certificates.tsx';
import { Gate } from './gate.tsx';
import { WelfareLine } from './welfare-line.tsx';

const STAGES: readonly MissionState[] = ['accepted', 'en_route', 'checked_in', 'assigned', 'working', 'released', 'returned', 'debriefed'];
const HERE: readonly MissionState[] = ['checked_in', 'assigned', 'working'];

/** What one team does for a need, stage by stage, until its people are home and certified. */
export function MissionCard({ dispatch, mission, may }: { dispatch: Dispatch; mission: Mission; may: boolean }) {
  const { t } = useTranslation();
  const { id, state, people, etaAt, equipment, members, present, checkedInBy, zone, task, log } = mission;
  const now = useTick(30_000, serverNow);
  const time = (iso: string): string => formatTime(iso, languageNow(), now);
  const coming = state === 'accepted' || state === 'en_route';
  return (
    <div className="dis-mission">
      <ol className="dis-stages" aria-label={t('dispatch.mission.stages')}>
        {STAGES.map((stage) => {
          const at = reachedAt(mission, stage);
          return (
            <li key={stage} data-reached={at !== undefined} aria-current={stage === state ? 'step' : undefined}>
              <span>{t(`dispatch.missionState.${stage}`)}</span>
              <time dateTime={at}>{at === undefined ? '—' : time(at)}</time>
            </li>
          );
        })}
      </ol>
      <p className="dis-times">
        {people !== undefined && <span>{t('dispatch.mission.heads', { people })}</span>}
        {coming && etaAt !== undefined && (
          <span data-over={Date.parse(etaAt) < now}>
            {Date.parse(etaAt) < now
              ? t('dispatch.mission.late', { at: time(etaAt), age: formatAge(now - Date.parse(etaAt), languageNow()) })
              : t('dispatch.mission.eta', { at: time(etaAt), age: formatAge(Date.parse(etaAt) - now, languageNow()) })}
          </span>
        )}
        {members.length > 0 && <span>{t('dispatch.mission.present', { present: present.length, listed: members.length })}</span>}
        {checkedInBy !== undefined && <span>{t(`dispatch.mission.by.${checkedInBy}`)}</span>}
        {isCommitted(mission) && <Heard missionId={id} now={now} sharing={mission.sharingSince !== undefined} />}
      </p>
      {equipment && equipment.length > 0 && <p className="dis-quiet">{t('dispatch.mission.equipment', { what: equipment.join(t('dispatch.need.comma')) })}</p>}
      {zone !== undefined && (
        <p className="dis-task">
          <b>{zone}</b> {task}
        </p>
      )}
      <WelfareLine mission={mission} />
      {members.length > 0 && (
        <details>
          <summary>{t('dispatch.mission.members', { count: members.length })}</summary>
          <ul className="dis-members">
            {members.map(({ memberId, name }) => (
              <li key={memberId} data-present={present.includes(memberId)}>
                {name} <small>{t(present.includes(memberId) ? 'dispatch.mission.isPresent' : 'dispatch.mission.notPresent')}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {log.length > 0 && (
        <details>
          <summary>{t('dispatch.mission.log', { count: log.length })}</summary>
          <ol className="dis-log">
            {log.map((entry) => (
              <li key={entry.at + entry.text}>
                <time dateTime={entry.claimedAt ?? entry.at}>{time(entry.claimedAt ?? entry.at)}</time> {entry.text}
                {entry.fileIds && <small> {t('dispatch.mission.files', { count: entry.fileIds.length })}</small>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {may && (coming || HERE.includes(state)) && members.some(({ memberId }) => !present.includes(memberId)) && (
        <Gate dispatchId={dispatch.id} mission={mission} />
      )}
      {may && HERE.includes(state) && <AssignForm key={task} dispatchId={dispatch.id} mission={mission} />}
      {state === 'debriefed' && <Debriefed mission={mission} />}
      <div className="dis-actions">
        <PaperButton path={`/missions/${id}/worksheet.docx`}>{t('dispatch.mission.worksheetWord')}</PaperButton>
        <PaperButton path={`/missions/${id}/worksheet.pdf`}>{t('dispatch.mission.worksheetPdf')}</PaperButton>
      </div>
      {mission.hours && <Certificates mission={mission} />}
    </div>
  );
}

/** Whether and how lately its phones have said where they are. */
function Heard({ missionId, now, sharing }: { missionId: string; now: number; sharing: boolean }) {
  const { t } = useTranslation();
  const phones = [...(usePositions().get(missionId)?.values() ?? [])];
  const last = phones
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last !== undefined) return <span>{t('dispatch.mission.heard', { count: phones.length, age: formatAge(now - Date.parse(last), languageNow()) })}</span>;
  return <span>{t(sharing ? 'dispatch.mission.unheard' : 'dispatch.mission.notSharing')}</span>;
}

/** What it has taken, for the record and a later claim. */
function Debriefed({ mission: { hours = [], kilometres, consumables = [], damage = [], steps } }: { mission: Mission }) {
  const { t } = useTranslation();
  const text = steps.findLast(({ state }) => state === 'debriefed')?.text;
  const parts = [
    t('dispatch.mission.hours', { count: hours.reduce((sum, one) => sum + one.hours, 0), people: hours.length }),
    ...(kilometres === undefined ? [] : [t('dispatch.mission.kilometres', { count: kilometres })]),
    ...consumables.map(({ what, amount, unit }) => `${what} ${amount} ${unit}`),
    ...damage.map((one) => `${one.what}：${one.text}`),
    ...(text === undefined ? [] : [text]),
  ];
  return <p className="dis-quiet">{parts.join(' · ')}</p>;
}
