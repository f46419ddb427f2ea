import { useSending } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatClock } from '#client/ui/time.ts';
import { conflictWords } from './conflict.ts';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** What became of an order, where it was given: waiting and for what, recorded at, or refused and why. */
export function OrderLine({ id }: { id: string | undefined }) {
  const t = useWords();
  const time = useTime();
  const missions = useDocuments('mission');
  const sending = useSending(id);
  if (!sending) return null;
  const { state, answeredAt } = sending;
  const words =
    state === 'recorded' && answeredAt !== undefined
      ? t('state.recorded', { at: formatClock(Date.parse(answeredAt)) })
      : state === 'refused'
        ? t('pair', { name: t('state.refused'), value: conflictWords(sending, missions.values(), t, time) ?? '' })
        : t(state === 'sending' ? 'state.sending' : 'state.queued');
  return (
    <p className="order-line" data-state={state} role="status">
      <Icon name={state === 'recorded' ? 'done' : state === 'refused' ? 'warn' : 'wait'} size={18} />
      {words}
    </p>
  );
}
