import { useEffect } from 'react';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { sendPositions, sends, useSharedHere, useSharing } from './position.ts';
import { useWords } from './use-words.ts';

/** Sends while it is switched on, whichever screen is open; and says so on every one of them. */
export function SharingLine() {
  const t = useWords();
  const here = useSharedHere();
  const mission = useDocument('mission', here ?? undefined);
  const on = mission !== undefined && sends(mission, here);
  const state = useSharing();
  useEffect(() => (on ? sendPositions() : undefined), [on]);
  if (state !== 'sharing') return null;
  return (
    <p className="strip strip-sharing">
      <Icon name="live" size={16} />
      {t('bar.sharing')}
    </p>
  );
}
