import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

interface WindowedProps<T> {
  rows: readonly T[];
  rowHeight: number;
  keyOf: (row: T) => string;
  render: (row: T, active: boolean) => ReactNode;
  /** The row that keys act on; it is kept in sight. */
  active: number;
  label: string;
  id: string;
  box: RefObject<HTMLDivElement | null>;
  /** Enter on the marked row. */
  onOpen: (row: T) => void;
}

const BEYOND = 6;

/** A list that draws only the rows in sight, so that ten thousand cost what thirty do. All rows have one height. */
export function Windowed<T>({ rows, rowHeight, keyOf, render, active, label, id, box, onOpen }: WindowedProps<T>) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sized = new ResizeObserver(() => setHeight(element.clientHeight));
    sized.observe(element);
    return () => sized.disconnect();
  }, [box]);
  const activeRow = rows[active];
  const activeKey = activeRow === undefined ? undefined : keyOf(activeRow);
  const before = useRef(activeKey);
  useLayoutEffect(() => {
    const element = box.current;
    // A row that only changed its place does not pull the list along.
    if (!element || activeKey === undefined || before.current === activeKey) return;
    before.current = activeKey;
    const [from, to] = [active * rowHeight, (active + 1) * rowHeight];
    if (from < element.scrollTop) element.scrollTop = from;
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
  }, [active, activeKey, rowHeight, box]);

  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + BEYOND);
  return (
    <div
      ref={box}
      className="inc-scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => {
        const row = rows[active];
        if (event.key === 'Enter' && row !== undefined) onOpen(row);
      }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className="inc-rows" style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((row, i) => (
          <div
            key={keyOf(row)}
            id={`${id}-${first + i}`}
            role="row"
            aria-rowindex={first + i + 1}
            className="inc-slot"
            style={{ top: (first + i) * rowHeight, height: rowHeight }}
          >
            {render(row, first + i === active)}
          </div>
        ))}
      </div>
    </div>
  );
}
