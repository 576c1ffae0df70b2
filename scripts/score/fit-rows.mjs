// Labelled columns made ready to fit the confidence on.
import { rightClass } from './figures.mjs';
import { atFirstSight } from './first-sight.mjs';

/**
 * What a column counts. Where rules were written with a table in sight, its columns say little of how often they fail
 * elsewhere; without headers all files are alike; and of a table with many columns of one kind all may fail for one
 * reason.
 */
function weightOf({ table }, columns, first) {
  const kind = (table.stripped ? 0.5 : 1) * (first ? 1 : 0.2);
  return kind * Math.sqrt(10 / Math.max(4, columns));
}

/** @param {object[]} rows of `classifyTables` */
export function fitRows(rows) {
  const columns = new Map();
  for (const { table } of rows) columns.set(table, (columns.get(table) ?? 0) + 1);
  return rows
    .filter(({ gold, features }) => gold !== undefined && features !== undefined)
    .map((row) => {
      const first = atFirstSight(row);
      return {
        row,
        source: row.table.source,
        right: first?.right ?? rightClass(row),
        features: first?.features ?? row.features,
        today: row.features,
        weight: weightOf(row, columns.get(row.table), first),
      };
    });
}
