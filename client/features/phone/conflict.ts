import type { Mission } from '#shared/dispatch/mission.ts';
import type { Refused } from '#shared/order.ts';
import type { Sending } from '#client/store/outbox-queue.ts';
import { dispatchOf } from './as-given.ts';
import type { Words } from './text.ts';

type TimeWords = (iso: string) => string;

/** What stood against an order and since when: it was not applied, and never will be. */
export function conflictWords({ answer, payload, answeredAt }: Sending, missions: Iterable<Mission>, t: Words, time: TimeWords): string | undefined {
  if (!answer || answer.ok) return undefined;
  const { code } = answer;
  const since = sinceOf(answer) ?? answeredAt ?? '';
  const at = since === '' ? '' : time(since);
  switch (code) {
    case 'dispatch.slot-filled':
      return t('conflict.slot-filled', { at });
    case 'dispatch.lapsed':
      return t('conflict.lapsed', { at });
    case 'dispatch.over':
      return t('conflict.over', { at });
    case 'dispatch.answered':
      return t('conflict.answered', { at });
    case 'mission.state': {
      const mission = [...missions].find(({ dispatchId }) => dispatchId !== undefined && dispatchId === dispatchOf(payload));
      const step = mission?.steps.at(-1);
      return mission && step ? t('conflict.state', { state: t.missionState(mission.state), at: time(step.claimedAt ?? step.at) }) : t.refusal(code);
    }
    default:
      return refusedWords(answer, t);
  }
}

/** Any other "no": in our words where there are some, with the fields that it names. */
export function refusedWords({ code, message, details = [] }: Refused, t: Words): string {
  const fields = details.map((detail) => (detail.path === '' ? detail.message : `${detail.path} ${detail.message}`)).join('; ');
  if (code === 'invalid') return t('refused.invalid', { fields: fields === '' ? message : fields });
  return t.refusal(code) ?? message;
}

/** The server says since when it is so as the present value of the field. */
function sinceOf({ details = [] }: Refused): string | undefined {
  const values = details.map(({ current }) => current);
  return values.find((value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
}
