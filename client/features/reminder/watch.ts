import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { languageNow } from '#client/i18n/index.ts';
import { onConnection, serverNow } from '#client/store/connection.ts';
import { HAZARDS } from '#shared/alert/hazards.ts';
import { campaign } from '#client/store/leader.ts';
import { documentsNow, onChanges } from '#client/store/world.ts';
import type { Actor } from '#shared/seat.ts';
import { reminderOfClimb, reminderOfInstruction, remindersOfDeadlines, remindersOfIncident, levelOf, type Reminder } from './reminder.ts';
import { reminderOfCheck, reminderOfRelief } from './duty-reminder.ts';
import { reminderOfCallout } from './alert-reminder.ts';
import { reminderOfDispatch, reminderOfMission } from './dispatch-reminder.ts';
import { reminderSettings, isHeard, openReminderSettings } from './settings.ts';
import { sound, wakeSound } from './tones.ts';

/** Shown until it is put away; the oldest goes when there are too many. */
const MOST_SHOWN = 50;
const LOOK_EVERY_MS = 2_000;

const reminders = createStore<{ shown: readonly Reminder[] }>(() => ({ shown: [] }));

export const useReminders = (): readonly Reminder[] => useStore(reminders, ({ shown }) => shown);

export const putAway = (id: string): void => reminders.setState({ shown: reminders.getState().shown.filter((one) => one.id !== id) });

export const putAllAway = (): void => reminders.setState({ shown: [] });

/** Looks for what this person must learn of, shows it in every tab and lets one tab be heard. `words` puts a reminder into a sentence. */
export function watchReminders(actor: Actor, words: (reminder: Reminder) => string, open: (reminder: Reminder) => void): () => void {
  const startedAt = serverNow();
  const since = new Date(startedAt).toISOString();
  const told = new Set<string>();
  const levels = new Map<string, number>();
  let leading = false;

  const tell = (found: readonly Reminder[]): void => {
    for (const reminder of found) {
      if (told.has(reminder.id)) continue;
      told.add(reminder.id);
      reminders.setState({ shown: [reminder, ...reminders.getState().shown].slice(0, MOST_SHOWN) });
      if (leading && isHeard(reminder, reminderSettings(), serverNow())) announce(reminder, words(reminder), open);
    }
  };
  const onIncidents = onChanges('incident', ({ puts, drops }) => {
    for (const incident of puts) {
      tell(remindersOfIncident(incident, levels.get(incident.id), actor, since));
      levels.set(incident.id, levelOf(incident));
    }
    for (const id of drops) levels.delete(id);
  });
  const onInstructions = onChanges('instruction', ({ puts }) => {
    for (const instruction of puts) {
      const incident = documentsNow('incident').get(instruction.incidentId);
      const reminder = reminderOfInstruction(instruction, incident !== undefined && levelOf(incident) === 1, actor, since);
      const climbed = reminderOfClimb(instruction, actor, since);
      tell([reminder, climbed].filter((one) => one !== undefined));
    }
  });
  const onDispatches = onChanges('dispatch', ({ puts }) => tell(puts.flatMap((dispatch) => reminderOfDispatch(dispatch, actor, since) ?? [])));
  const onMissions = onChanges('mission', ({ puts }) =>
    tell(puts.flatMap((mission) => reminderOfMission(mission, documentsNow('dispatch').get(mission.dispatchId ?? ''), actor, since) ?? [])),
  );
  const onShifts = onChanges('shift', ({ puts }) => tell(puts.flatMap((shift) => reminderOfRelief(shift, actor, since, organisationName(shift.org)) ?? [])));
  const onDutylogs = onChanges('dutylog', ({ puts }) =>
    tell(puts.flatMap((line) => reminderOfCheck(line, documentsNow('shift').get(line.shiftId), actor, since, organisationName(line.org)) ?? [])),
  );
  const onCallouts = onChanges('callout', ({ puts }) => tell(puts.flatMap((one) => reminderOfCallout(one, actor, since, alertTitle(one.alertId)) ?? [])));
  let wasLive = false;
  const offConnection = onConnection(({ status, offlineSince }) => {
    if (status === 'offline' && wasLive) tell([{ id: `cut ${offlineSince}`, kind: 'cut', title: '', red: false, exercise: false }]);
    wasLive = status === 'live' || (wasLive && status !== 'offline');
  });
  const look = setInterval(() => {
    for (const incident of documentsNow('incident').values()) tell(remindersOfDeadlines(incident, actor, startedAt, serverNow()));
  }, LOOK_EVERY_MS);
  const resign = campaign(`reminder.${actor.id}`, () => (leading = true));
  const closeSettings = openReminderSettings(actor.id);
  addEventListener('pointerdown', wakeSound);
  addEventListener('keydown', wakeSound);
  return () => {
    for (const stop of [onIncidents, onInstructions, onDispatches, onMissions, onShifts, onDutylogs, onCallouts, offConnection, resign, closeSettings]) stop();
    clearInterval(look);
    removeEventListener('pointerdown', wakeSound);
    removeEventListener('keydown', wakeSound);
    putAllAway();
  };
}

/** The hazard, and what to beware of. */
function alertTitle(id: string): string {
  const content = documentsNow('alert').get(id)?.content;
  if (!content) return '';
  const english = languageNow() === 'en';
  return [HAZARDS[content.hazard][english ? 'en' : 'zh'], (english ? content.english?.cautions : undefined) ?? content.cautions].filter(Boolean).join(' · ');
}

function organisationName(id: string): string {
  const one = documentsNow('organisation').get(id);
  return (languageNow() === 'en' ? one?.nameEn : one?.name) ?? id;
}

function announce(reminder: Reminder, words: string, open: (reminder: Reminder) => void): void {
  const { notify, volume } = reminderSettings();
  // A red one is never silent, even when somebody turned the sound all the way down.
  sound(reminder, reminder.red && !reminder.exercise ? Math.max(volume, 0.3) : volume);
  if (!notify || !('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(words, { tag: reminder.id, requireInteraction: reminder.red });
  shown.addEventListener('click', () => {
    window.focus();
    open(reminder);
    shown.close();
  });
}
