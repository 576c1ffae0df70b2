import type { ColumnProfile } from '#shared/domain/profile.ts';

/**
 * A histogram that keeps its shape and loses its ends: they are moved outwards to round numbers of about a tenth of the
 * range and the bars between them redrawn evenly, so that neither the smallest nor the largest value can be worked out
 * from any edge.
 */
export function coarseHistogram(histogram: ColumnProfile['histogram']): ColumnProfile['histogram'] {
  const [first, last] = [histogram?.[0], histogram?.at(-1)];
  if (!histogram || !first || !last) return null;
  const range = last.to - first.from || Math.abs(first.from) || 1;
  const step = 10 ** Math.ceil(Math.log10(range / 10));
  const low = Math.floor(first.from / step) * step;
  const high = Math.max(Math.ceil(last.to / step) * step, low + step);
  const edge = (at: number): number => Number((low + (at * (high - low)) / histogram.length).toPrecision(6));
  return histogram.map(({ count }, at) => ({ from: edge(at), to: edge(at + 1), count }));
}
