import { useState } from 'react';
import { isIdNumber } from '#shared/team/id-number.ts';
import type { Member } from '#shared/team/member.ts';
import type { Team } from '#shared/team/state.ts';
import { send, useSending } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { OrderLine } from './order-line.tsx';
import { isHalf } from './half.ts';
import { LinesField } from './lines-field.tsx';
import { Sheet } from './sheet.tsx';
import { SubScreen } from './sub-screen.tsx';
import { TextField } from './text-field.tsx';
import { goInstead, useTeam } from './use-team.ts';
import { useWords } from './use-words.ts';

const PHONE = /^\+?[\d\s()-]{3,30}$/;
const BLOOD = ['A', 'B', 'AB', 'O'] as const;

interface Said {
  name: string;
  phone: string;
  idNo: string;
  blood: string;
  insuredUntil: string;
  certificates: readonly Record<'kind' | 'no' | 'validTo', string>[];
}

const saidOf = (member: Member | undefined): Said => ({
  name: '',
  phone: '',
  idNo: '',
  blood: '',
  insuredUntil: member?.insuredUntil ?? '',
  certificates: (member?.certificates ?? []).map(({ kind, no, validTo = '' }) => ({ kind, no, validTo })),
});

/** A member: what is personal goes into the vault, and out of this form when it is recorded. */
export function MemberForm({ id }: { id: string }) {
  const t = useWords();
  const team = useTeam();
  const member = useDocument('member', id === 'new' ? undefined : id);
  return (
    <SubScreen title={t(member ? 'members.edit' : 'members.add')} hint={t(member ? 'members.keep' : 'members.private')} back="members">
      {team && (member || id === 'new') && <Form team={team} member={member} />}
    </SubScreen>
  );
}

function Form({ team, member }: { team: Team; member: Member | undefined }) {
  const t = useWords();
  const [said, set] = useState(() => saidOf(member));
  const [sent, setSent] = useState<string>();
  const [leaving, setLeaving] = useState(false);
  const half = isHalf(said.certificates, ['kind', 'no']);
  const faults = faultsOf(said, member === undefined);
  const state = useSending(sent)?.state;
  // Refused, it is still there to be put right; sent, it is not sent twice.
  const under = state !== undefined && state !== 'refused';
  const save = (): void => setSent(send('member.save', { teamId: team.id, ...(member ? { memberId: member.id } : {}), ...payloadOf(said) }).id);
  const next = (): void => {
    set(saidOf(undefined));
    setSent(undefined);
  };
  return (
    <>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {member && <p className="masked">{[member.masked.name, member.masked.phone, member.masked.idNo].filter(Boolean).join(' · ')}</p>}
        <TextField label={t('members.name')} value={said.name} max={40} onChange={(name) => set({ ...said, name })} />
        <TextField
          label={t('members.phone')}
          value={said.phone}
          type="tel"
          fault={faults.phone && t('members.badPhone')}
          onChange={(phone) => set({ ...said, phone })}
        />
        <TextField label={t('members.idNo')} value={said.idNo} max={18} fault={faults.idNo && t('members.badId')} onChange={(idNo) => set({ ...said, idNo })} />
        <Blood value={said.blood} onChange={(blood) => set({ ...said, blood })} />
        <TextField label={t('members.insured')} value={said.insuredUntil} type="date" onChange={(insuredUntil) => set({ ...said, insuredUntil })} />
        <LinesField
          label={t('members.certificates')}
          fields={[
            { name: 'kind', label: t('members.certKind') },
            { name: 'no', label: t('members.certNo') },
            { name: 'validTo', label: t('members.certTo'), type: 'date' },
          ]}
          lines={said.certificates}
          onChange={(certificates) => set({ ...said, certificates })}
        />
        {half && <p className="problem">{t('lines.half')}</p>}
        {faults.name && said.phone !== '' && <p className="problem">{t('members.needName')}</p>}
        <button type="submit" className="primary large" disabled={under || faults.name || faults.phone || faults.idNo || half}>
          {t('members.save')}
        </button>
        <OrderLine id={sent} />
        {under && !member && (
          <button type="button" className="secondary" onClick={next}>
            {t('members.next')}
          </button>
        )}
      </form>
      {member && (
        <button type="button" className="quiet danger" onClick={() => setLeaving(true)}>
          {t('members.leave')}
        </button>
      )}
      {member && leaving && <Leave memberId={member.id} onClose={() => setLeaving(false)} />}
    </>
  );
}

function Blood({ value, onChange }: { value: string; onChange: (blood: string) => void }) {
  const t = useWords();
  return (
    <div className="choices inline" role="radiogroup" aria-label={t('members.blood')}>
      <span>{t('members.blood')}</span>
      {BLOOD.map((blood) => (
        <label key={blood}>
          <input type="radio" name="blood" checked={value === blood} onChange={() => onChange(blood)} />
          {blood}
        </label>
      ))}
    </div>
  );
}

function Leave({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const leave = (): void => {
    send('member.leave', { memberId, reason: reason.trim() });
    goInstead('members');
  };
  return (
    <Sheet title={t('members.leave')} onClose={onClose}>
      <p>{t('members.leaveSure')}</p>
      <TextField label={t('members.leaveReason')} value={reason} max={500} onChange={setReason} />
      <button type="button" className="primary large" disabled={reason.trim() === ''} onClick={leave}>
        {t('members.leaveGo')}
      </button>
    </Sheet>
  );
}

function faultsOf({ name, phone, idNo }: Said, fresh: boolean): Record<'name' | 'phone' | 'idNo', boolean> {
  return { name: fresh && name.trim() === '', phone: phone !== '' && !PHONE.test(phone.trim()), idNo: idNo !== '' && !isIdNumber(idNo.trim()) };
}

/** What is left empty is not sent: it stays as it was. */
function payloadOf({ name, phone, idNo, blood, insuredUntil, certificates }: Said) {
  const filled = Object.fromEntries(
    Object.entries({ name, phone, idNo, blood, insuredUntil }).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])),
  );
  const kept = certificates.filter(({ kind, no }) => kind.trim() !== '' && no.trim() !== '');
  return {
    ...filled,
    certificates: kept.map(({ kind, no, validTo }) => ({ kind: kind.trim(), no: no.trim(), ...(validTo === '' ? {} : { validTo }) })),
  };
}
