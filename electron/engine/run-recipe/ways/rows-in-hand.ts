import { randomUUID } from 'node:crypto';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { appendNumbers, appendRows } from '#engine/analysis/append-rows.ts';
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
  if (count > 0) await putLines({ rows, outputs }, { lines: count, cell });
}

/** What rows read, each one of several lines. */
export interface Lines {
  lines: number;
  /** The line of each row as it was taken, counted from 0; absent: each has its own. */
  lineOf?: Uint32Array;
  /** The text for a line and an output (its place in `outputs`). */
  cell: (line: number, output: number) => string | null;
}

/**
 * Lets every row as it was taken read one of some lines. The table is made anew, each cell the number of a text, and
 * takes the old one's place: to change the cells of a large table where they lie takes more memory than there is.
 */
export async function putLines({ rows, outputs }: Pick<WayInput, 'rows' | 'outputs'>, lines: Lines): Promise<void> {
  const id = randomUUID().replaceAll('-', '');
  const [texts, coded, of, made] = [`line_texts_${id}`, `line_codes_${id}`, `line_of_${id}`, `read_anew_${id}`];
  const names = outputs.map(({ physical }) => physical);
  try {
    await appendLines(rows, { texts, of, names }, lines);
    const types = await typesOf(rows, texts, names, id);
    const codes = names.map((name, at) => `${name}::${types[at]} AS ${name}`);
    await rows.run(`CREATE TEMP TABLE ${coded} AS SELECT line::BIGINT AS line, ${codes.join(', ')} FROM ${texts}`);
    await rows.run(`DROP TABLE ${texts}`);
    await rows.run(
      `CREATE TEMP TABLE ${made} AS SELECT t.* REPLACE (${names.map((name) => `l.${name} AS ${name}`).join(', ')}) FROM ` +
        `(SELECT rowid AS rid, * FROM ${rows.table}) t JOIN ${of} o ON t.rid = o.rid JOIN ${coded} l ON o.line = l.line ` +
        'ORDER BY t.rid',
    );
    await rows.run(`ALTER TABLE ${made} DROP COLUMN rid`);
    await rows.replaceBy(made, new Set(names));
  } finally {
    for (const table of [texts, coded, of, made]) await rows.duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Appends the lines, and those of rows that are gone, which stay as they are; and which row reads which line. */
async function appendLines(
  rows: WayInput['rows'],
  { texts, of, names }: { texts: string; of: string; names: string[] },
  { lines, lineOf, cell }: Lines,
): Promise<void> {
  await appendRows(rows.duck, texts, ['line', ...names], async (add) => {
    for (let line = 0; line < lines; line += 1) add([String(line), ...names.map((_, output) => cell(line, output))]);
  });
  if (lineOf === undefined)
    await rows.run(`CREATE TEMP TABLE ${of} AS SELECT rid, place AS line FROM ${numbered({ rows })}`);
  else {
    const numbers = `${of}_n`;
    try {
      await appendNumbers(rows.duck, numbers, lineOf);
      await rows.run(
        `CREATE TEMP TABLE ${of} AS SELECT a.rid, b.n::BIGINT AS line FROM ${numbered({ rows })} a JOIN ${numbers} b ON ` +
          'a.place = b.rowid',
      );
    } finally {
      await rows.duck.run(`DROP TABLE IF EXISTS ${numbers}`);
    }
  }
  const { leftOut } = rows;
  if (leftOut === null) return;
  const gone = `(SELECT ${lines} + row_number() OVER (ORDER BY rid) - 1 AS line, * FROM ${leftOut})`;
  await rows.run(`INSERT INTO ${of} SELECT rid, line FROM ${gone}`);
  await rows.run(`INSERT INTO ${texts} SELECT line::VARCHAR, ${names.join(', ')} FROM ${gone}`);
}

/** For each column of texts a type that holds them as numbers, in the order of the texts. They end with the connection. */
async function typesOf(rows: WayInput['rows'], texts: string, names: readonly string[], id: string): Promise<string[]> {
  const types: string[] = [];
  for (const [at, name] of names.entries()) {
    const [found] = await rows.query<{ n: number }>(`SELECT count(${name}) AS n FROM ${texts}`);
    const type = found!.n === 0 ? 'VARCHAR' : `line_type_${id}_${at}`;
    if (found!.n > 0)
      await rows.run(
        `CREATE TEMP TYPE ${type} AS ENUM (SELECT DISTINCT ${name} AS v FROM ${texts} WHERE ${name} IS NOT NULL ORDER BY v)`,
      );
    types.push(type);
  }
  return types;
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
