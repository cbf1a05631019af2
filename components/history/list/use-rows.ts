'use client';

import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type RefObject } from 'react';

export const ROW_PX = 40;
export const CARD_PX = 112;
/** What stands in front of the rows at the top of the window: the head of the page and that of the table. */
const HEADS_PX = 112;
const OVERSCAN = 12;

type RowsOptions = {
  count: number;
  rowPx: number;
  /** The row that the keys are on; it stays drawn wherever the page is scrolled, so that it keeps the focus. */
  active: number | null;
};

/** As it was measured the last time; before the first, with the charts above the rows. */
let lastTop = 1600;

/** How far below the top of the page the rows begin; renewed when anything above them grows. */
function useTop(list: RefObject<HTMLDivElement | null>): number {
  const [top, setTop] = useState(lastTop);
  useEffect(() => {
    // Called for the first time when the page is laid out, so that nobody has it laid out twice.
    const observer = new ResizeObserver(() => {
      if (list.current === null) return;
      lastTop = Math.round(list.current.getBoundingClientRect().top + window.scrollY);
      setTop(lastTop);
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}

/** The rows that are drawn of a long list, which scrolls with the page. */
export function useRows({ count, rowPx, active }: RowsOptions) {
  const list = useRef<HTMLDivElement>(null);
  const top = useTop(list);
  const rangeExtractor = (range: Range) => {
    const drawn = defaultRangeExtractor(range);
    if (active === null || active >= count || drawn.includes(active)) return drawn;
    return [...drawn, active].sort((one, other) => one - other);
  };
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: HEADS_PX,
    scrollPaddingEnd: rowPx,
    rangeExtractor,
  });
  const { measure } = virtualizer;
  useEffect(() => measure(), [measure, rowPx]);
  const focus = (index: number) => {
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true });
  };
  return { list, top, virtualizer, focus };
}
