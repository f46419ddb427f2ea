import { useState } from 'react';
import type { Payload } from '#shared/catalogue.ts';
import { mayGo } from '#shared/dispatch/fitness.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { CheckRows } from './check-rows.tsx';
import { SubScreen } from './sub-screen.tsx';
import { goInstead, useMembers, useTeamId } from './use-team.ts';
import { useShown } from './use-shown.ts';
import { useWords } from './use-words.ts';

/** The mission list: big rows, and only who is insured can be ticked. */
export function Roster({ dispatchId }: { dispatchId: string }) {
  const t = useWords();
  const members = useMembers();
  const mission = useDocument('mission', missionId(dispatchId, useTeamId()));
  const shown = useShown(mission);
  const now = new Date(serverNow()).toISOString();
  const able = members.filter((member) => mayGo(member, now)).map(({ id }) => id);
  const waiting = shown?.waiting.findLast(({ type }) => type === 'dispatch.roster');
  const before = waiting ? (waiting.payload as Payload<'dispatch.roster'>).members : (mission?.members ?? []).map(({ memberId }) => memberId);
  const [picked, setPicked] = useState<readonly string[]>();
  const list = (picked ?? before).filter((id) => able.includes(id));
  const save = (): void => {
    send('dispatch.roster', { dispatchId, members: [...list] });
    goInstead('');
  };
  return (
    <SubScreen title={t('roster.title')} hint={t('roster.rule')}>
      {members.length === 0 && <p className="notice">{t('roster.none')}</p>}
      {able.length > 0 && (
        <button type="button" className="quiet" onClick={() => setPicked(able)}>
          {t('roster.all')}
        </button>
      )}
      <CheckRows
        label={t('roster.title')}
        rows={members.map((member) => ({
          id: member.id,
          name: member.masked.name ?? '',
          more: member.masked.phone ?? '',
          hint: able.includes(member.id) ? t('roster.insured', { date: member.insuredUntil ?? '' }) : t('roster.uninsured'),
          disabled: !able.includes(member.id),
        }))}
        picked={list}
        onPick={setPicked}
      />
      <div className="actions sticky">
        <button type="button" className="primary large" disabled={list.length === 0} onClick={save}>
          {t('roster.save', { n: list.length })}
        </button>
      </div>
    </SubScreen>
  );
}
