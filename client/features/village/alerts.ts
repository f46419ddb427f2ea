import type { Callout } from '#shared/alert/callout.ts';
import { HAZARDS, levelOf } from '#shared/alert/hazards.ts';
import type { Alert } from '#shared/alert/state.ts';
import { h, type Child } from './dom.ts';
import { levelMark } from './pictures.ts';
import { isReporter } from './reporter.ts';
import { answerAlert } from './reports.ts';
import { t } from './screen.ts';
import { ask } from './server.ts';
import { ifUnreachable } from './session.ts';
import { live, village, type VillageState } from './state.ts';
import { timeWords } from './words.ts';

/** Reads which alerts wait for this village's answer. Without a network what was last heard stays. */
export async function refreshAlerts(): Promise<void> {
  const { phase, session } = village.getState();
  if (phase !== 'signed-in' || !session || !isReporter(session.user.role) || session.mustChangePassword) return;
  try {
    const { docs } = await ask<{ docs: Callout[] }>('/callouts?limit=50');
    const open = docs.filter((one) => one.org === session.user.org && one.role === 'answer' && !one.answered && !one.closed);
    const alerts = await Promise.all(open.map(({ alertId }) => ask<Alert>(`/alerts/${alertId}`)));
    village.setState({ alerts });
  } catch (error) {
    ifUnreachable(error);
  }
}

/** Above everything else on the page, until it is answered: what comes, what to do, and one large button. */
export const alertBar = (until: AbortSignal): HTMLElement => live(until, ({ alerts, entries }) => [alerts, entries], cards, 'alerts');

function cards(state: VillageState): Child[] {
  const answered = new Map(
    state.entries.filter(({ type }) => type === 'alert.answer').map((entry) => [(entry.payload as { alertId: string }).alertId, entry.state]),
  );
  return state.alerts.map((alert) => {
    const { content } = alert;
    if (!content) return false;
    const sending = answered.get(alert.id);
    const named = `${HAZARDS[content.hazard][state.language === 'en' ? 'en' : 'zh']} ${t(`alert.${content.colour}`)}`;
    const english = state.language === 'en' ? content.english : undefined;
    return h(
      'section',
      { class: 'alert-card', 'aria-label': named },
      h('h2', {}, levelMark(levelOf(content.colour)), alert.exercise && h('span', { class: 'drill' }, t('mine.drill')), named),
      h('p', {}, english?.cautions ?? content.cautions ?? ''),
      h('p', { class: 'hint' }, english?.measures ?? (content.measures ?? []).map(({ text }) => text).join('；')),
      content.startAt !== undefined && h('p', { class: 'hint' }, t('alert.from', { time: timeWords(content.startAt, state) })),
      sending === undefined || sending === 'refused'
        ? h('button', { type: 'button', class: 'primary', onclick: () => void answerAlert(alert.id).then(refreshAlerts) }, t('alert.answer'))
        : h('p', { role: 'status' }, h('strong', {}, t(sending === 'recorded' ? 'alert.answered' : 'alert.waiting'))),
    );
  });
}
