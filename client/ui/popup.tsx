import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

interface PopupProps {
  kind: 'menu' | 'dialog';
  label: string;
  className?: string;
  button: ReactNode;
  /** Marks on the button for its style. */
  marks?: Record<`data-${string}`, boolean>;
  children: ReactNode;
}

/** A button and what it opens below it. It closes with Escape, a click elsewhere, when the focus leaves or an item was chosen; a menu is walked with the arrows. */
export function Popup({ kind, label, className = '', button, marks, children }: PopupProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    if (kind === 'menu') itemsOf(root.current)[0]?.focus();
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open, kind]);

  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (kind === 'menu' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) walk(root.current, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={root}
      className="fh-popup"
      onKeyDown={onKeyDown}
      onBlur={(event) => event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        {...marks}
        ref={trigger}
        type="button"
        className={`fh-bar-button ${className}`}
        aria-label={label}
        aria-haspopup={kind}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div
          id={id}
          className="fh-popup-panel"
          role={kind}
          aria-label={label}
          onClick={(event) => event.target instanceof Element && event.target.closest('[role="menuitem"]') && close()}
        >
          {children}
        </div>
      )}
    </div>
  );
}

const itemsOf = (root: HTMLElement | null): HTMLElement[] => [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

function walk(root: HTMLElement | null, step: 1 | -1): void {
  const items = itemsOf(root);
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + step) % items.length)?.focus();
}
