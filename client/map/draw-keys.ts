interface DrawKeys {
  finish: () => void;
  undo: () => void;
  cancel: () => void;
  place: () => void;
  placing: () => boolean;
}

/**
 * While something is drawn these keys are the drawing's wherever the focus is, but for fields: Escape would otherwise close
 * the incident beside, and Enter press the tool's button again. Answers with how to end it.
 */
export function onDrawKeys(keys: DrawKeys): () => void {
  const down = (event: KeyboardEvent): void => {
    if (event.isComposing || isField(event.target)) return;
    const run = actionOf(event, keys);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  addEventListener('keydown', down, true);
  return () => removeEventListener('keydown', down, true);
}

function actionOf({ key, ctrlKey, metaKey, target }: KeyboardEvent, { finish, undo, cancel, place, placing }: DrawKeys): (() => void) | undefined {
  if ((ctrlKey || metaKey) && key === 'z') return undo;
  if (ctrlKey || metaKey) return undefined;
  if (key === 'Backspace') return undo;
  if (key === 'Escape') return cancel;
  if (!placing()) return undefined;
  if (key === 'Enter') return finish;
  // On a button the space bar presses it.
  return key === ' ' && !(target instanceof HTMLButtonElement) ? place : undefined;
}

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
