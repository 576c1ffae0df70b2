import { randomUUID } from 'node:crypto';
import { columnsInTable } from '#shared/recipe/compile-recipe.ts';
import type { KeptRows } from '../facts/kept-rows.ts';
import { ValuesOnce } from '../written-values/values-once.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/** Fewer rows are counted, put in order and written in less time than it takes to number their texts. */
const manyRows = 100_000;
/** Different texts of a column whose numbers fit into two bytes. */
const mostTexts = 60_000;

/**
 * Puts numbers in the place of texts, for columns whose texts repeat themselves: rows that are counted, put in order and
 * written several times take a third of the memory then, and less time. What is only hashed when it is written stays
 * text.
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function codeTexts({ compiled, hashes, rows }: TransformedRows, kept: KeptRows): Promise<void> {
  if (rows < manyRows || kept.stored.coded.size > 0) return;
  const deferred = new Set(hashes.map(({ physical }) => physical));
  const names = columnsInTable(compiled).flatMap(({ physical }) => (deferred.has(physical) ? [] : [physical]));
  // Of all rows of the table: those that are left out lie in it, too.
  const values = new ValuesOnce({ duck: kept.duck, relation: kept.table, signal: kept.signal });
  const id = randomUUID().replaceAll('-', '');
  const made = `coded_${id}`;
  try {
    const types = new Map<string, string>();
    for (const [name, { texts, distinct }] of await values.of(names)) {
      if (distinct > mostTexts) continue;
      types.set(name, `texts_${id}_${types.size}`);
      await kept.run(`CREATE TEMP TYPE ${types.get(name)} AS ENUM (SELECT v FROM ${texts} ORDER BY v)`);
    }
    if (types.size === 0) return;
    const numbers = [...types].map(([name, type]) => `${name}::${type} AS ${name}`);
    await kept.run(`CREATE TEMP TABLE ${made} AS SELECT * REPLACE (${numbers.join(', ')}) FROM ${kept.table}`);
    await kept.replaceBy(made, new Set(types.keys()), null);
  } finally {
    await values.drop();
    await kept.duck.run(`DROP TABLE IF EXISTS ${made}`);
  }
}
