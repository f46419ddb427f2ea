interface MapToolButtonProps {
  /** Drawn in a box of 16 by 16. */
  path: string;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  expanded?: boolean;
  pressed?: boolean;
}

/** A button at the map's edge. */
export function MapTool({ path, label, onClick, disabled = false, expanded, pressed }: MapToolButtonProps) {
  return (
    <button
      type="button"
      className="map-tool"
      title={label}
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        aria-hidden
      >
        <path d={path} />
      </svg>
    </button>
  );
}
