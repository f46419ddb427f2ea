const SHOWN: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc', ' ': 'Space' };

/** A key as it stands on the keyboard: `Ctrl` `K`. */
export function Keys({ of }: { of: string }) {
  const parts = of.length > 1 ? of.split('+') : [of];
  return (
    <span className="fh-keycaps">
      {parts.map((part) => (
        <kbd key={part} className="fh-kbd">
          {SHOWN[part] ?? (parts.length > 1 ? part.charAt(0).toUpperCase() + part.slice(1) : part)}
        </kbd>
      ))}
    </span>
  );
}
