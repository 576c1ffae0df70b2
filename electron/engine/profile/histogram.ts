import type { Duck } from '#engine/analysis/open-duck.ts';

/** Bars of a column's histogram. */
const bins = 20;

export interface HistogramBar {
  from: number;
  to: number;
  count: number;
}

/** Bars, equally wide between `min` and `max`, of a value table (`v` text of a number, `n` rows); a single value makes a single bar. */
export async function histogramOf(duck: Duck, table: string, min: number, max: number): Promise<HistogramBar[]> {
  const width = max > min ? (max - min) / bins : 1;
  const found = await duck.query<{ bar: number; count: number }>(
    `SELECT least(${bins - 1}, floor((TRY_CAST(v AS DOUBLE) - (${min})) / ${width}))::INTEGER AS bar, sum(n)::BIGINT AS count FROM ${table} GROUP BY bar`);
  const counts = new Map(found.map(({ bar, count }) => [bar, Number(count)]));
  if (!(max > min)) return [{ from: min, to: max, count: counts.get(0) ?? 0 }];
  return Array.from({ length: bins }, (_, bar) => ({ from: min + bar * width, to: bar === bins - 1 ? max : min + (bar + 1) * width, count: counts.get(bar) ?? 0 }));
}
