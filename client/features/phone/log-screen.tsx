import { useEffect, useMemo, useState } from 'react';
import type { Payload } from '#shared/catalogue.ts';
import { missionId, type Mission } from '#shared/dispatch/mission.ts';
import { serverNow } from '#client/store/connection.ts';
import { useUploads } from '#client/store/uploads.ts';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { enter, useHeldNotes } from './held-notes.ts';
import { SubScreen } from './sub-screen.tsx';
import { useTeamId, useTime } from './use-team.ts';
import { useShown } from './use-shown.ts';
import { useWords } from './use-words.ts';

/** What was done and seen, in words and photos, and what of it still waits here. */
export function LogScreen({ dispatchId }: { dispatchId: string }) {
  const t = useWords();
  const mission = useDocument('mission', missionId(dispatchId, useTeamId()));
  return (
    <SubScreen title={t('log.title')}>
      {mission && <EnterForm mission={mission} />}
      {mission && <Entries mission={mission} />}
    </SubScreen>
  );
}

const draftKey = (dispatchId: string): string => `fenghuo.team.log.${dispatchId}`;

function EnterForm({ mission: { dispatchId = '', incidentId = '' } }: { mission: Mission }) {
  const t = useWords();
  // A phone in a pocket forgets its page; the words typed so far stay.
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey(dispatchId)) ?? '');
  const [photos, setPhotos] = useState<readonly File[]>([]);
  useEffect(() => sessionStorage.setItem(draftKey(dispatchId), text), [dispatchId, text]);
  const save = (): void => {
    const words = text.trim() === '' ? t('log.photos', { n: photos.length }) : text.trim();
    void enter({ dispatchId, incidentId }, words, photos, new Date(serverNow()).toISOString());
    setText('');
    setPhotos([]);
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="field">
        <span>{t('log.text')}</span>
        <textarea rows={3} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <Thumbnails photos={photos} />
      <div className="row">
        <label className="secondary scan">
          <Icon name="plus" size={20} />
          {photos.length === 0 ? t('log.photo') : t('log.photos', { n: photos.length })}
          <input type="file" accept="image/*" capture="environment" multiple onChange={({ target }) => setPhotos([...photos, ...(target.files ?? [])])} />
        </label>
        <button type="submit" className="primary" disabled={text.trim() === '' && photos.length === 0}>
          {t('log.send')}
        </button>
      </div>
    </form>
  );
}

function Thumbnails({ photos }: { photos: readonly File[] }) {
  const urls = useMemo(() => photos.map((photo) => URL.createObjectURL(photo)), [photos]);
  useEffect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)), [urls]);
  if (urls.length === 0) return null;
  return (
    <div className="thumbs">
      {urls.map((url) => (
        <img key={url} src={url} alt="" />
      ))}
    </div>
  );
}

function Entries({ mission }: { mission: Mission }) {
  const t = useWords();
  const time = useTime();
  const waiting = useShown(mission)?.waiting.filter(({ type }) => type === 'dispatch.log') ?? [];
  const held = useHeldNotes().filter(({ dispatchId }) => dispatchId === mission.dispatchId);
  if (mission.log.length + waiting.length + held.length === 0) return <p className="hint">{t('log.none')}</p>;
  return (
    <ul className="log">
      {held.map(({ text, at, fileIds }) => (
        <li key={at} data-pending="true">
          <p>{text}</p>
          <small>
            {time(at)} · {t('log.waitsPhotos')}
          </small>
          <PhotoStates ids={fileIds} />
        </li>
      ))}
      {waiting.map(({ id, payload, at }) => (
        <li key={id} data-pending="true">
          <p>{(payload as Payload<'dispatch.log'>).text}</p>
          <small>
            {time(at)} · {t('stage.pending')}
          </small>
        </li>
      ))}
      {[...mission.log].reverse().map(({ text, at, claimedAt, by, fileIds }) => (
        <li key={`${at} ${text}`}>
          <p>{text}</p>
          <small>
            {time(claimedAt ?? at)} · {by.name}
            {fileIds && ` · ${t('log.photos', { n: fileIds.length })}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function PhotoStates({ ids }: { ids: readonly string[] }) {
  const t = useWords();
  const uploads = useUploads().filter(({ id }) => ids.includes(id));
  return uploads.map(({ id, state, progress = 0, message = '' }) => (
    <small key={id}>
      {state === 'refused'
        ? t('log.photoRefused', { why: message })
        : state === 'sending'
          ? t('log.photoSending', { n: Math.round(progress * 100) })
          : t('log.photoQueued')}
    </small>
  ));
}
