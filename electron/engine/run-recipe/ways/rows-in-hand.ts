import { randomUUID } from 'node:crypto';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { peopleOf, type WayInput } from './way-input.ts';

/** The outputs of a way as numbers, row by row, and whose rows they are. */
export interface RowsInHand {
  rows: number;
  columns: CodedColumn[];
  /** Numbered from 1, 0 for nobody; undefined where each row is of another person. */
  people: Uint32Array | undefined;
}

/** Reads the rows that may leave, in the order of the source. @throws Failure JOB_CANCELLED */
export async function takeRows({ rows, outputs, person, signal }: WayInput): Promise<RowsInHand> {
  const columns = outputs.map(({ name, physical }) => ({ name, sql: physical }));
  const asked = person === null ? columns : [...columns, { name: 'person', sql: `${person}::VARCHAR` }];
  const read = await codeTable({ duck: rows.duck, relation: rows.relation, columns: asked, orderBy: 'rid', signal });
  return {
    rows: read.rows,
    columns: read.columns.slice(0, columns.length),
    people: person === null ? undefined : peopleOf(read),
  };
}

/** FROM-clause expression of the rows that may leave: `rid`, and `place` in the order in which they were taken. */
const numbered = ({ rows }: Pick<WayInput, 'rows'>): string =>
  `(SELECT rid, row_number() OVER (ORDER BY rid) - 1 AS place FROM ${rows.relation})`;

/**
 * Writes cells into the rows as they were taken.
 * @param cell the text for a row (counted from 0) and an output (its place in `outputs`)
 */
export async function putCells(
  { rows, outputs }: Pick<WayInput, 'rows' | 'outputs'>,
  count: number,
  cell: (row: number, output: number) => string | null,
): Promise<void> {
  if (count === 0) return;
  const table = `moved_${randomUUID().replaceAll('-', '')}`;
  const names = outputs.map(({ physical }) => physical);
  try {
    await appendRows(rows.duck, table, ['place', ...names], async (add) => {
      for (let row = 0; row < count; row += 1) add([String(row), ...names.map((_, output) => cell(row, output))]);
    });
    const set = names.map((name) => `${name} = r.${name}`).join(', ');
    await rows.run(
      `UPDATE ${rows.table} SET ${set} FROM (SELECT n.rid, m.* EXCLUDE (place) FROM ${numbered({ rows })} n JOIN ` +
        `${table} m ON n.place = m.place::BIGINT) r WHERE ${rows.table}.rowid = r.rid`,
    );
  } finally {
    await rows.duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Lists rows as gone, by their place as they were taken. @returns how many */
export async function leaveOutPlaces({ rows }: Pick<WayInput, 'rows'>, places: Uint32Array): Promise<number> {
  if (places.length === 0) return 0;
  const table = `left_${randomUUID().replaceAll('-', '')}`;
  try {
    await appendRows(rows.duck, table, ['place'], async (add) => {
      for (const place of places) add([String(place)]);
    });
    await rows.run(
      `INSERT INTO ${rows.gone} SELECT n.rid FROM ${numbered({ rows })} n SEMI JOIN ${table} m ON n.place = ` +
        'm.place::BIGINT',
    );
    rows.leaveOut();
  } finally {
    await rows.duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
  return places.length;
}
