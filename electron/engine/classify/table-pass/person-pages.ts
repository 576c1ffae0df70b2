import { fold } from '#shared/domain/fold.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Share of the rows whose address must hold a word of the person's name, and the shortest word that counts. */
const mostly = 0.5;
const shortest = 4;
const address = /^(?:https?:\/\/|www\.)/i;

/** An address that spells the name of the person in its row leads to that person. */
export function personPageRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person') return;
  const names = columns.filter((column) => leads(column, 'full_name', 'last_name', 'first_name'));
  if (names.length === 0) return;
  for (const column of columns) {
    if (
      !leads(column, 'page_url', 'url', 'record_id', 'unknown', 'referrer_url', 'person_attribute') ||
      !address.test(column.facts.values[0] ?? '')
    )
      continue;
    let [rows, named] = [0, 0];
    column.facts.cells.forEach((cell, row) => {
      const words = names
        .flatMap((name) => fold(name.facts.cells[row] ?? '').split(/[^a-z]+/))
        .filter((word) => word.length >= shortest);
      if (cell === null || words.length === 0) return;
      rows += 1;
      if (words.some((word) => fold(cell).includes(word))) named += 1;
    });
    if (rows >= 3 && named >= mostly * rows)
      support(column, 'person_profile_url', (best(column)?.score ?? 0) + 0.2, {
        kind: 'neighbour',
        detail: evidenceText.table.addressesNamePerson(named, rows),
      });
  }
}
