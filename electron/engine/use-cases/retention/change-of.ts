import { Failure } from '#shared/contract/failure.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { appendNumbers } from '#engine/analysis/append-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';
import type { RewriteChange } from '../rewrite/rewrite-change.ts';
import { editionOf, type LookedAt } from './look-at-datasets.ts';

/** What a run changes of a dataset: rows that go, and by column the rows whose cell is emptied. Numbers from 0. */
export interface RetentionChange {
  rows: ReadonlySet<number>;
  cells: ReadonlyMap<string, readonly Uint32Array[]>;
}

/**
 * @param anonymise rows that were released, or are to be, as anonymised: those of the rules that ask for it, and only
 *   those
 * @returns null where nothing is to be done
 */
export function changeOf({ found }: LookedAt, anonymise: boolean): RetentionChange | null {
  const rows = new Set<number>();
  const cells = new Map<string, Uint32Array[]>();
  for (const { expiry, held, keptRows } of found) {
    const { rule, column } = expiry.binding;
    if (held === expiry.over) continue;
    if (anonymise !== (rule.action === 'anonymise')) continue;
    const over = keptRows === null ? expiry.rows : expiry.rows.filter((row) => !keptRows.has(row));
    if (rule.action !== 'empty' && rule.action !== 'review') for (const row of over) rows.add(row);
    else if (rule.action === 'empty') cells.set(column, [...(cells.get(column) ?? []), over]);
  }
  return rows.size === 0 && cells.size === 0 ? null : { rows, cells };
}

/**
 * The change as the rows are rewritten by it.
 * @throws Failure TARGET_MISSED (on the call) where the dataset is another by now than was looked at
 */
export const tableOf =
  (state: EngineSession, dataset: LookedAt, { rows, cells }: RetentionChange) =>
  async ({ duck, columns }: DatasetInHand): Promise<RewriteChange> => {
    if (editionOf(state, dataset.id) !== dataset.edition)
      throw new Failure('TARGET_MISSED', text.changed(dataset.name));
    const expressions = new Map<string, string>();
    for (const [at, [column, parts]] of [...cells].entries()) {
      const table = `retention_cells${at}`;
      const numbers = new Set(parts.flatMap((part) => [...part]));
      await duck.run(`DROP TABLE IF EXISTS ${table}`);
      await appendNumbers(duck, table, Uint32Array.from(numbers));
      const cell = quoteIdentifier(columns.find(({ name }) => name === column)?.physical ?? column);
      expressions.set(column, `CASE WHEN rowid IN (SELECT n FROM ${table}) THEN NULL ELSE ${cell} END`);
    }
    return { rows, columns: expressions };
  };
