import { useTranslation } from 'react-i18next';
import { useSending, type Sending } from '#client/store/outbox.ts';
import { Icon, type IconName } from './icon.tsx';
import { refusalText } from './refusal.ts';
import { formatClock } from './time.ts';

const ICONS: Record<Sending['state'], IconName> = { queued: 'wait', sending: 'busy', recorded: 'done', refused: 'no' };

/** What became of an order, where it was given: waiting, recorded at, or refused and why. */
export function OrderState({ id }: { id: string | undefined }) {
  const sending = useSending(id);
  return sending ? <SendingState sending={sending} /> : null;
}

export function SendingState({ sending: { state, answer, answeredAt } }: { sending: Sending }) {
  const { t } = useTranslation();
  return (
    <span className="fh-order" data-state={state} role="status">
      <Icon name={ICONS[state]} size={14} />
      <span>
        {t(`common.orderState.${state}`)}
        {state === 'recorded' && answeredAt && ` ${formatClock(Date.parse(answeredAt))}`}
        {answer && !answer.ok && `：${refusalText(answer)}`}
      </span>
    </span>
  );
}
