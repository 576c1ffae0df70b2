import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';

/** Recipes up to this length are drawn whole; of longer ones only the steps in sight. */
const wholeUpTo = 100;
/** Pixels of a step with a sentence of two lines and a reason of one; what is drawn is measured. */
const usualHeight = 83;

/** A step that is drawn: in a long list of which only a part is, with its place in it. */
export interface DrawnStep {
  at: number;
  place: StepPlace | null;
}
/** Pixels from the list's top, the list's length, and who wants to know the row's height. */
export interface StepPlace {
  top: number;
  of: number;
  measure(row: HTMLElement | null): void;
}

/** What is in sight, and the step under the pointer or the arrow keys, wherever that came from. */
const withDragged =
  (dragged: number | null) =>
  (range: Range): number[] =>
    dragged === null
      ? defaultRangeExtractor(range)
      : [...new Set([...defaultRangeExtractor(range), dragged])].sort((a, b) => a - b);

/**
 * Which steps are drawn; the selected one is brought into sight.
 * @returns also the pixels of the whole list; none where it is drawn whole
 */
export function useStepsInSight(
  list: RefObject<HTMLOListElement | null>,
  ids: readonly string[],
  { selected, dragged }: { selected: number | null; dragged: number | null },
): { drawn: DrawnStep[]; height: number | null } {
  const long = ids.length > wholeUpTo;
  const rows = useVirtualizer({
    count: ids.length,
    enabled: long,
    // The pane that scrolls is the list's frame.
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => usualHeight,
    getItemKey: (at) => ids[at]!,
    overscan: 6,
    rangeExtractor: withDragged(dragged),
  });
  useEffect(() => {
    if (long && selected !== null) rows.scrollToIndex(selected, { align: 'auto' });
  }, [long, selected, rows]);
  if (!long) return { drawn: ids.map((_, at) => ({ at, place: null })), height: null };
  return {
    drawn: rows.getVirtualItems().map(({ index: at, start }) => ({
      at,
      place: { top: start, of: ids.length, measure: rows.measureElement },
    })),
    height: rows.getTotalSize(),
  };
}
