import { useState } from 'react';
import type { Payload } from '#shared/catalogue.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { CheckRows } from './check-rows.tsx';
import { canScan, codeIn } from './scan.ts';
import { SubScreen } from './sub-screen.tsx';
import { goInstead, useMembers, useTeamId } from './use-team.ts';
import { useShown } from './use-shown.ts';
import { useWords } from './use-words.ts';

const DIGITS = 6;

/** At the staging point: by its code, typed or photographed, for those of the list who are there; or on the team's word. */
export function CheckIn({ dispatchId }: { dispatchId: string }) {
  const t = useWords();
  const mission = useDocument('mission', missionId(dispatchId, useTeamId()));
  const members = useMembers();
  const waiting = useShown(mission)?.waiting.findLast(({ type }) => type === 'dispatch.roster');
  const listed = waiting ? (waiting.payload as Payload<'dispatch.roster'>).members : (mission?.members ?? []).map(({ memberId }) => memberId);
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [code, setCode] = useState('');
  const here = listed.filter((id) => !absent.includes(id));
  const at = (): string => new Date(serverNow()).toISOString();
  const checkIn = (): void => {
    send('dispatch.check-in', { dispatchId, code, members: here, at: at() });
    goInstead('');
  };
  const byWord = (): void => {
    send('dispatch.progress', { dispatchId, status: 'checked_in', at: at() });
    goInstead('');
  };
  return (
    <SubScreen title={t('checkIn.title')}>
      {listed.length === 0 ? (
        <p className="notice">
          {t('stage.noRoster')} <a href={`#mission/${dispatchId}/roster`}>{t('roster.title')}</a>
        </p>
      ) : (
        <>
          <CodeField code={code} onChange={setCode} />
          <h2>{t('checkIn.people')}</h2>
          <CheckRows
            label={t('checkIn.people')}
            rows={listed.map((id) => {
              const member = members.find((one) => one.id === id);
              return { id, name: member?.masked.name ?? id, more: member?.masked.phone ?? '', hint: '' };
            })}
            picked={here}
            onPick={(ids) => setAbsent(listed.filter((id) => !ids.includes(id)))}
          />
          <button type="button" className="primary large" disabled={code.length !== DIGITS || here.length === 0} onClick={checkIn}>
            {t('checkIn.go', { n: here.length })}
          </button>
        </>
      )}
      <button type="button" className="secondary large" onClick={byWord}>
        {t('checkIn.word')}
      </button>
      <p className="hint">{t('checkIn.wordHint')}</p>
    </SubScreen>
  );
}

function CodeField({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const t = useWords();
  const [unread, setUnread] = useState(false);
  const scan = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = await codeIn(file);
    setUnread(found === undefined);
    if (found !== undefined) onChange(found);
  };
  return (
    <div className="code-field">
      <label className="field">
        <span>{t('checkIn.code')}</span>
        <input
          className="code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={DIGITS}
          value={code}
          aria-describedby="code-hint"
          onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, ''))}
        />
      </label>
      {canScan() && (
        <label className="secondary scan">
          {t('checkIn.scan')}
          <input type="file" accept="image/*" capture="environment" onChange={({ target }) => void scan(target.files?.[0])} />
        </label>
      )}
      <p id="code-hint" className="hint" role="status">
        {t(unread ? 'checkIn.noCode' : 'checkIn.codeHint')}
      </p>
    </div>
  );
}
