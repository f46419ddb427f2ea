/** The product's mark: a beacon tower and its fire. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="fh-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M12 1.2c.5 2.3 3.6 3.5 3.6 6.6A3.6 3.6 0 0 1 12 11.4a3.6 3.6 0 0 1-3.6-3.6c0-1.5.8-2.3 1.5-3 .2 1 .7 1.5 1.3 1.7C10.9 4.6 11.2 2.6 12 1.2z"
        fill="var(--fh-accent)"
      />
      <path d="M6.2 12.8h11.6v2.4h-1.4l1.8 7.6H5.8l1.8-7.6H6.2zm4.4 6v4h2.8v-4z" fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
