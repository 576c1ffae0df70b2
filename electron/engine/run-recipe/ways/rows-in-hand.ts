import { randomUUID } from 'node:crypto';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { appendCodes } from '#engine/analysis/append-codes.ts';
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
  if (count === 0) return;
  const columns = outputs.map((_, output): Readings => {
    const numbers = new Map<string | null, number>();
    const codes = new Uint32Array(count);
    for (let row = 0; row < count; row += 1) {
      const text = cell(row, output);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      codes[row] = number;
    }
    return { values: [...numbers.keys()], codes };
  });
  await putLines({ rows, outputs }, { columns });
}

/** What an output reads: `codes[line]` is the place of the line's text among `values`, which are all different. */
export interface Readings {
  values: readonly (string | null)[];
  codes: Uint32Array;
}

/** What rows read, each one of several lines. */
export interface Lines {
  /** The line of each row as it was taken, counted from 0; absent: each has its own. */
  lineOf?: Uint32Array;
  /** In the order of `outputs`, at least one. */
  columns: readonly Readings[];
}

/** Temporary tables of one writing. */
interface Tables {
  /** `v`: the texts of an output, by its place; a line's number is the text's place. */
  texts: (output: number) => string;
  /** Type that holds the texts of an output as numbers. It ends with the connection. */
  type: (output: number) => string;
  numbers: string;
  coded: string;
  of: string;
  made: string;
}

/**
 * Lets every row as it was taken read one of some lines. The table is made anew, each cell the number of a text, and
 * takes the old one's place: to change the cells of a large table where they lie takes more memory than there is.
 */
export async function putLines({ rows, outputs }: Pick<WayInput, 'rows' | 'outputs'>, lines: Lines): Promise<void> {
  const id = randomUUID().replaceAll('-', '');
  const tables: Tables = {
    texts: (output) => `line_texts_${id}_${output}`,
    type: (output) => `line_type_${id}_${output}`,
    numbers: `line_numbers_${id}`,
    coded: `line_codes_${id}`,
    of: `line_of_${id}`,
    made: `read_anew_${id}`,
  };
  const names = outputs.map(({ physical }) => physical);
  const { coded, of, made, numbers } = tables;
  try {
    await nameRows(rows, of, lines);
    await codeLines(rows, tables, names, lines);
    const line = `line_${id}`;
    await rows.run(
      `CREATE TEMP TABLE ${made} AS SELECT t.* REPLACE (${names.map((name) => `l.${name} AS ${name}`).join(', ')}), ` +
        `o.line AS ${line} FROM (SELECT rowid AS rid, * FROM ${rows.table}) t JOIN ${of} o ON t.rid = o.rid ` +
        `JOIN ${coded} l ON o.line = l.line ORDER BY t.rid`,
    );
    await rows.run(`ALTER TABLE ${made} DROP COLUMN rid`);
    await rows.replaceBy(made, new Set(names), { name: line, columns: new Set(names) });
  } finally {
    const texts = names.map((_, output) => tables.texts(output));
    for (const table of [...texts, numbers, coded, of, made]) await rows.duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Rows that are gone stay as they are: each has a line of its own behind the others. */
const goneLines = (leftOut: string, lines: number): string =>
  `(SELECT ${lines} + row_number() OVER (ORDER BY rid) - 1 AS line, * FROM ${leftOut})`;

/** Which row reads which line: `rid`, `line`. */
async function nameRows(rows: WayInput['rows'], of: string, { lineOf, columns }: Lines): Promise<void> {
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
  if (leftOut !== null)
    await rows.run(`INSERT INTO ${of} SELECT rid, line FROM ${goneLines(leftOut, columns[0]!.codes.length)}`);
}

/** A place that no text has. */
const noText = 2 ** 32 - 1;

/** The lines as numbers of texts: `line`, and the outputs by their names. */
async function codeLines(
  rows: WayInput['rows'],
  tables: Tables,
  names: readonly string[],
  { columns }: Lines,
): Promise<void> {
  const { numbers, coded, texts } = tables;
  const { leftOut } = rows;
  const types: string[] = [];
  const placed: Uint32Array[] = [];
  for (const [at, { values, codes }] of columns.entries()) {
    const none = values.indexOf(null);
    placed.push(none === -1 ? codes : codes.map((code) => (code === none ? noText : code > none ? code - 1 : code)));
    const own = values.filter((text) => text !== null);
    await appendRows(rows.duck, texts(at), ['v'], async (add) => {
      for (const text of own) add([text]);
    });
    if (leftOut !== null)
      await rows.run(
        `INSERT INTO ${texts(at)} SELECT DISTINCT ${names[at]} FROM ${leftOut} WHERE ${names[at]} IS NOT NULL AND ` +
          `${names[at]} NOT IN (SELECT v FROM ${texts(at)})`,
      );
    types.push(await typeOf(rows, texts(at), tables.type(at)));
  }
  await appendCodes(rows.duck, numbers, placed, rows.signal);
  const texted = names.map((name, at) =>
    types[at] === 'VARCHAR'
      ? `NULL::VARCHAR AS ${name}`
      : `list_extract(enum_range(NULL::${types[at]}), c${at}::BIGINT + 1)::${types[at]} AS ${name}`,
  );
  await rows.run(`CREATE TEMP TABLE ${coded} AS SELECT rowid AS line, ${texted.join(', ')} FROM ${numbers}`);
  if (leftOut === null) return;
  const own = names.map((name, at) => `${name}::${types[at]}`);
  await rows.run(
    `INSERT INTO ${coded} SELECT line, ${own.join(', ')} FROM ${goneLines(leftOut, columns[0]!.codes.length)}`,
  );
}

/** A type that holds the texts as numbers, in their order. */
async function typeOf(rows: WayInput['rows'], texts: string, type: string): Promise<string> {
  if ((await rows.count(texts)) === 0) return 'VARCHAR';
  await rows.run(`CREATE TEMP TYPE ${type} AS ENUM (SELECT v FROM ${texts} ORDER BY rowid)`);
  return type;
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
