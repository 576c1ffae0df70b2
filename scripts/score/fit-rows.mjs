// Labelled columns made ready to fit the confidence on.
import { rightClass } from './figures.mjs';

/**
 * What a column counts. Rules were written with the shared benchmark in sight, so its columns say little of how often
 * they fail elsewhere; without headers all files are alike; and of a table with many columns of one kind all may fail
 * for one reason.
 */
function weightOf({ table }, columns) {
  const kind = table.stripped ? 0.5 : table.set === 'shared' ? 0.25 : 1;
  return kind * Math.sqrt(10 / Math.max(4, columns));
}

/** @param {object[]} rows of `classifyTables` */
export function fitRows(rows) {
  const columns = new Map();
  for (const { table } of rows) columns.set(table, (columns.get(table) ?? 0) + 1);
  return rows
    .filter(({ gold, features }) => gold !== undefined && features !== undefined)
    .map((row) => ({
      row,
      source: row.table.source,
      right: rightClass(row),
      features: row.features,
      weight: weightOf(row, columns.get(row.table)),
    }));
}
