import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { languageNow } from '#client/i18n/index.ts';
import { onConnection, serverNow } from '#client/store/connection.ts';
import { campaign } from '#client/store/leader.ts';
import { documentsNow, onChanges } from '#client/store/world.ts';
import type { Actor } from '#shared/seat.ts';
import { alertOfClimb, alertOfInstruction, alertsOfDeadlines, alertsOfIncident, levelOf, type Alert } from './alert.ts';
import { alertOfCheck, alertOfRelief } from './duty-alert.ts';
import { alertOfDispatch, alertOfMission } from './dispatch-alert.ts';
import { alertSettings, isHeard, openAlertSettings } from './settings.ts';
import { sound, wakeSound } from './tones.ts';

/** Shown until it is put away; the oldest goes when there are too many. */
const MOST_SHOWN = 50;
const LOOK_EVERY_MS = 2_000;

const alerts = createStore<{ shown: readonly Alert[] }>(() => ({ shown: [] }));

export const useAlerts = (): readonly Alert[] => useStore(alerts, ({ shown }) => shown);

export const putAway = (id: string): void => alerts.setState({ shown: alerts.getState().shown.filter((one) => one.id !== id) });

export const putAllAway = (): void => alerts.setState({ shown: [] });

/** Looks for what this person must learn of, shows it in every tab and lets one tab be heard. `words` puts an alert into a sentence. */
export function watchAlerts(actor: Actor, words: (alert: Alert) => string, open: (alert: Alert) => void): () => void {
  const startedAt = serverNow();
  const since = new Date(startedAt).toISOString();
  const told = new Set<string>();
  const levels = new Map<string, number>();
  let leading = false;

  const tell = (found: readonly Alert[]): void => {
    for (const alert of found) {
      if (told.has(alert.id)) continue;
      told.add(alert.id);
      alerts.setState({ shown: [alert, ...alerts.getState().shown].slice(0, MOST_SHOWN) });
      if (leading && isHeard(alert, alertSettings(), serverNow())) announce(alert, words(alert), open);
    }
  };
  const onIncidents = onChanges('incident', ({ puts, drops }) => {
    for (const incident of puts) {
      tell(alertsOfIncident(incident, levels.get(incident.id), actor, since));
      levels.set(incident.id, levelOf(incident));
    }
    for (const id of drops) levels.delete(id);
  });
  const onInstructions = onChanges('instruction', ({ puts }) => {
    for (const instruction of puts) {
      const incident = documentsNow('incident').get(instruction.incidentId);
      const alert = alertOfInstruction(instruction, incident !== undefined && levelOf(incident) === 1, actor, since);
      const climbed = alertOfClimb(instruction, actor, since);
      tell([alert, climbed].filter((one) => one !== undefined));
    }
  });
  const onDispatches = onChanges('dispatch', ({ puts }) => tell(puts.flatMap((dispatch) => alertOfDispatch(dispatch, actor, since) ?? [])));
  const onMissions = onChanges('mission', ({ puts }) =>
    tell(puts.flatMap((mission) => alertOfMission(mission, documentsNow('dispatch').get(mission.dispatchId ?? ''), actor, since) ?? [])),
  );
  const onShifts = onChanges('shift', ({ puts }) => tell(puts.flatMap((shift) => alertOfRelief(shift, actor, since, organisationName(shift.org)) ?? [])));
  const onDutylogs = onChanges('dutylog', ({ puts }) =>
    tell(puts.flatMap((line) => alertOfCheck(line, documentsNow('shift').get(line.shiftId), actor, since, organisationName(line.org)) ?? [])),
  );
  let wasLive = false;
  const offConnection = onConnection(({ status, offlineSince }) => {
    if (status === 'offline' && wasLive) tell([{ id: `cut ${offlineSince}`, kind: 'cut', title: '', red: false, exercise: false }]);
    wasLive = status === 'live' || (wasLive && status !== 'offline');
  });
  const look = setInterval(() => {
    for (const incident of documentsNow('incident').values()) tell(alertsOfDeadlines(incident, actor, startedAt, serverNow()));
  }, LOOK_EVERY_MS);
  const resign = campaign(`alert.${actor.id}`, () => (leading = true));
  const closeSettings = openAlertSettings(actor.id);
  addEventListener('pointerdown', wakeSound);
  addEventListener('keydown', wakeSound);
  return () => {
    for (const stop of [onIncidents, onInstructions, onDispatches, onMissions, onShifts, onDutylogs, offConnection, resign, closeSettings]) stop();
    clearInterval(look);
    removeEventListener('pointerdown', wakeSound);
    removeEventListener('keydown', wakeSound);
    putAllAway();
  };
}

function organisationName(id: string): string {
  const one = documentsNow('organisation').get(id);
  return (languageNow() === 'en' ? one?.nameEn : one?.name) ?? id;
}

function announce(alert: Alert, words: string, open: (alert: Alert) => void): void {
  const { notify, volume } = alertSettings();
  // A red one is never silent, even when somebody turned the sound all the way down.
  sound(alert, alert.red && !alert.exercise ? Math.max(volume, 0.3) : volume);
  if (!notify || !('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(words, { tag: alert.id, requireInteraction: alert.red });
  shown.addEventListener('click', () => {
    window.focus();
    open(alert);
    shown.close();
  });
}
