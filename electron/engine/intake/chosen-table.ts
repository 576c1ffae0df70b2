import type { Detection } from '#shared/domain/intake.ts';
import { databaseText } from '#shared/text/engine/database.ts';
import { intakeText } from '#shared/text/engine/intake.ts';

/** What a database holds, by name, and which of it a person chose. */
interface Held {
  tables: readonly string[];
  views: readonly string[];
  wanted: string | null;
}

function reasonOf({ tables, wanted }: Held): string {
  if (wanted !== null) return intakeText.chosenByPerson;
  if (tables.length === 0) return databaseText.onlyViews;
  return tables.length === 1 ? databaseText.oneTable : databaseText.mostRows(tables.length);
}

/**
 * The table of a database that is read: the one that was chosen, else the one with the most rows, else the first view.
 * `told` are the tables that are not read, `offered` the views.
 * @param most the table with the most rows; asked only where that decides
 */
export function chosenTable(
  held: Held,
  most: () => string,
): { table: string; detection: Detection; told: string[]; offered: string[] } {
  const { tables, views, wanted } = held;
  const table = wanted ?? (tables.length > 1 ? most() : (tables[0] ?? views[0]!));
  const others = tables.filter((name) => name !== table);
  const otherViews = views.filter((name) => name !== table);
  return {
    table,
    detection: { option: 'table', value: table, reason: reasonOf(held) },
    told: wanted === null && others.length > 0 ? [databaseText.onlyTable(table, others)] : [],
    offered: wanted === null && otherViews.length > 0 ? [databaseText.viewsOffered(otherViews)] : [],
  };
}
