import type { NumberMark } from '#shared/domain/profile.ts';
import { numberSql } from './written-numbers.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** Bars of a column's histogram. */
const bins = 20;

export interface HistogramBar {
  from: number;
  to: number;
  count: number;
}

/** SQL of the number that a value of these columns says, by the mark that each is written with. */
function numberOf(columns: readonly { at: number; mark: NumberMark | null }[]): string {
  const cases = (['.', ','] as const).flatMap((mark) => {
    const slots = columns.filter((column) => column.mark === mark).map(({ at }) => at);
    return slots.length === 0 ? [] : [`WHEN slot IN (${slots.join(', ')}) THEN ${numberSql('v', mark)}`];
  });
  const plain = numberSql('v', null);
  return cases.length === 0 ? plain : `(CASE ${cases.join(' ')} ELSE ${plain} END)`;
}

/**
 * Bars, equally wide between `min` and `max`, of the numeric columns at these places; a single value makes a single bar.
 * @param values FROM item with the values `v` of the columns at these places `slot`, and `n` rows of each line
 */
export async function histogramsOf(
  duck: Duck,
  values: (slots: readonly number[]) => string,
  columns: readonly { at: number; min: number; max: number; mark: NumberMark | null }[],
): Promise<Map<number, HistogramBar[]>> {
  if (columns.length === 0) return new Map();
  const widthOf = ({ min, max }: { min: number; max: number }): number => (max > min ? (max - min) / bins : 1);
  const measured = columns.map((column) => `(${column.at}, ${column.min}::DOUBLE, ${widthOf(column)}::DOUBLE)`);
  const found = await duck.query<{ slot: number; bar: number; count: number }>(
    `SELECT slot, least(${bins - 1}, floor((${numberOf(columns)} - lowest) / width))::INTEGER AS bar, sum(n)::BIGINT
      AS count FROM ${values(columns.map(({ at }) => at))}
     JOIN (VALUES ${measured.join(', ')}) AS measured(place, lowest, width) ON slot = place GROUP BY slot, bar`,
  );
  const counts = new Map(found.map(({ slot, bar, count }) => [`${slot}/${bar}`, Number(count)]));
  return new Map(
    columns.map((column) => {
      const { at, min, max } = column;
      const width = widthOf(column);
      const count = (bar: number): number => counts.get(`${at}/${bar}`) ?? 0;
      if (!(max > min)) return [at, [{ from: min, to: max, count: count(0) }]];
      return [
        at,
        Array.from({ length: bins }, (_, bar) => ({
          from: min + bar * width,
          to: bar === bins - 1 ? max : min + (bar + 1) * width,
          count: count(bar),
        })),
      ];
    }),
  );
}
