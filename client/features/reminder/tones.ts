import type { Reminder } from './reminder.ts';

/** Hertz and seconds: told apart by ear. What is graver has more notes. */
const TUNES: Record<Reminder['kind'], readonly (readonly [number, number])[]> = {
  new: [
    [660, 0.14],
    [880, 0.2],
  ],
  raised: [
    [660, 0.12],
    [880, 0.12],
    [1046, 0.24],
  ],
  half: [[587, 0.22]],
  callout: [
    [988, 0.12],
    [740, 0.12],
    [988, 0.12],
    [740, 0.2],
  ],
  near: [
    [698, 0.16],
    [698, 0.16],
  ],
  over: [
    [784, 0.16],
    [523, 0.16],
    [784, 0.16],
    [523, 0.3],
  ],
  instruction: [
    [988, 0.12],
    [740, 0.22],
  ],
  climbed: [
    [988, 0.12],
    [740, 0.12],
    [988, 0.12],
    [740, 0.3],
  ],
  unreached: [
    [880, 0.12],
    [880, 0.12],
    [587, 0.3],
  ],
  relief: [
    [587, 0.16],
    [494, 0.26],
  ],
  unfilled: [
    [622, 0.16],
    [466, 0.26],
  ],
  welfare: [
    [932, 0.14],
    [622, 0.14],
    [932, 0.14],
    [622, 0.3],
  ],
  cut: [
    [440, 0.22],
    [330, 0.32],
  ],
};
const GAP_S = 0.05;
/** A red one is told three times. */
const TIMES_RED = 3;

let context: AudioContext | undefined;

/** Browsers let a page sound only after it was touched: called then. */
export function wakeSound(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

/** Whether a tone would be heard now. */
export const canSound = (): boolean => context?.state === 'running';

/** Plays the tones of a reminder. Without files, so that nothing has to be fetched. */
export function sound({ kind, red }: Pick<Reminder, 'kind' | 'red'>, volume: number): void {
  if (!context || context.state !== 'running' || volume <= 0) return;
  let at = context.currentTime + 0.02;
  for (let time = 0; time < (red ? TIMES_RED : 1); time += 1) {
    for (const [hertz, seconds] of TUNES[kind]) {
      note(context, hertz, at, seconds, volume);
      at += seconds + GAP_S;
    }
    at += 0.2;
  }
}

/** Begins and ends softly, so that it does not click. */
function note(audio: AudioContext, hertz: number, at: number, seconds: number, volume: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume * 0.5, at + 0.015);
  gain.gain.setValueAtTime(volume * 0.5, at + seconds - 0.03);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
