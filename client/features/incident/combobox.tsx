import './combobox.css';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

export interface Choice {
  key: string;
  label: ReactNode;
  /** At the end of the row: a code. */
  aside?: string;
}

interface ComboboxProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  placeholder?: string;
  invalid?: boolean;
  describedBy?: string;
  /** Whether the list opens when the field is entered, before anything is typed. */
  eager?: boolean;
  box?: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onPick: (key: string) => void;
}

/** A field that offers what its text may mean. Enter and Tab take the marked offer; typing on is always possible. */
export function Combobox({ label, value, choices, placeholder, invalid = false, describedBy, eager = false, box, onText, onPick }: ComboboxProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const shown = open && choices.length > 0;
  const at = Math.min(marked, choices.length - 1);

  useEffect(() => {
    if (shown) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [shown, at]);

  const pick = (choice: Choice | undefined): void => {
    if (!choice) return;
    setOpen(false);
    onPick(choice.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) return setOpen(true);
      setMarked((at + (event.key === 'ArrowDown' ? 1 : -1) + choices.length) % choices.length);
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault();
      pick(choices[at]);
    } else if (event.key === 'Tab' && shown && !event.shiftKey && value !== '') pick(choices[at]);
    else if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="inc-combo">
      <input
        ref={box}
        className="fh-input"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${at}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onText(event.target.value);
          setMarked(0);
          setOpen(true);
        }}
        onFocus={(event) => {
          event.target.select();
          setOpen(eager);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="inc-combo-list">
          {choices.map(({ key, label: words, aside }, i) => (
            // Pressing must not take the focus from the field before the choice is made.
            <li
              key={key}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(choices[i])}
              onPointerMove={() => setMarked(i)}
            >
              <span>{words}</span>
              {aside !== undefined && <small>{aside}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
