import { randomUUID } from 'node:crypto';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { isReadable } from '#shared/guardrails/output-view.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { parseLikelyDate } from '#shared/sql/duckdb/parse-date.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { axisOf, type Axis } from '#engine/anonymise/kept/axis.ts';
import { countBy, ownersOf, type Owners } from '#engine/anonymise/kept/count-by.ts';
import { coversOf, type Covers } from '#engine/anonymise/kept/spread.ts';
import { filled } from '#engine/profile/column-values.ts';
import type { TransformedRows } from '#engine/run-recipe/transform-rows.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** Rows that are looked at on either side, about. */
const mostRows = 100_000;

/** A column that stays, as imported: on its axis, and with what the recipe's own steps write of each of its values. */
export interface SourceColumnSide {
  output: CompiledOutput;
  /** Name of the source column. */
  from: string;
  axis: Axis;
  source: CodedColumn;
  /** Numbers of the rows, NaN for none; null where it is none of numbers. */
  numbers: Float64Array | null;
  covers: Covers;
}

export interface SourceSide {
  /** Rows looked at, and of how many. */
  rows: number;
  all: number;
  columns: SourceColumnSide[];
  owners: Owners | undefined;
  /** SQL condition on a row's number, true of those that are looked at; null: all are. */
  chosen: ((rid: string) => string) | null;
}

interface ReadInput {
  table: Pick<TableInHand, 'relation' | 'columns'>;
  profiles: readonly ColumnProfile[];
  /** People that a step has at least. */
  least: number;
  signal?: AbortSignal | undefined;
}

/** The outputs that somebody can read, each with the one source column that it is made of. */
export function stayingOutputs({ compiled }: TransformedRows): { output: CompiledOutput; from: string }[] {
  return compiled.outputs.flatMap((output) => {
    const from = output.sources.includes(output.name) ? output.name : output.sources[0];
    return from !== undefined && isReadable(output.treatment) ? [{ output, from }] : [];
  });
}

/** Every so many-th row by a hash of its number, so that the order of the file chooses nothing. */
const chosenOf = (rows: number): SourceSide['chosen'] => {
  const every = Math.ceil(rows / mostRows);
  return every < 2 ? null : (rid) => `hash(${rid}) % ${every} = 0`;
};

/** Months since the year 0 of a column of dates, as text; of other columns the text itself. */
function valueSql(physical: string, { valueType, dateForms }: ColumnProfile): string {
  const id = quoteIdentifier(physical);
  if (valueType !== 'date' && valueType !== 'timestamp') return id;
  const text = filled(id);
  const day = dateForms[0] === undefined ? `TRY_CAST(${text} AS TIMESTAMP)` : parseLikelyDate(text, dateForms[0]);
  // Of two signs of a year nobody knows the century.
  const month = `CASE WHEN regexp_matches(${text}, '\\d{4}') THEN year(${day}) * 12 + month(${day}) - 1 END`;
  return `coalesce((${month})::VARCHAR, CASE WHEN ${text} IS NOT NULL THEN '?' END)`;
}

/** Numbers that a release writes as they came are compared as texts. */
const axisKind = ({ valueType, numberMark }: ColumnProfile): Axis['kind'] =>
  numberMark === null && (valueType === 'integer' || valueType === 'decimal')
    ? 'number'
    : valueType === 'date' || valueType === 'timestamp'
      ? 'month'
      : 'value';

/** The source's rows, in the order in which the recipe's are numbered. */
async function codeSource(
  { duck }: TransformedRows,
  { table, signal }: ReadInput,
  values: readonly { name: string; sql: string }[],
  chosen: SourceSide['chosen'],
): Promise<CodedColumn[]> {
  const name = quoteIdentifier(`kept_${randomUUID()}`);
  const list = values.map(({ sql }, at) => `${sql} AS s${at}`).join(', ');
  try {
    await interruptible(duck, signal, () =>
      duck.run(`CREATE TEMP TABLE ${name} AS SELECT ${list} FROM ${table.relation}`),
    );
    const where = chosen === null ? '' : ` WHERE ${chosen('rowid')}`;
    const { columns } = await codeTable({
      duck,
      relation: `(SELECT rowid AS rid, * FROM ${name}${where})`,
      columns: values.map(({ name: column }, at) => ({ name: column, sql: `s${at}` })),
      orderBy: 'rid',
      signal,
    });
    return columns;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${name}`);
  }
}

/**
 * Reads what stays of a source before the recipe's ways look at all rows: they write into the same table. @throws
 * Failure JOB_CANCELLED
 */
export async function readSource(rows: TransformedRows, input: ReadInput): Promise<SourceSide> {
  const { profiles, table, signal, least } = input;
  const staying = stayingOutputs(rows);
  const chosen = chosenOf(rows.rows);
  const profileOf = (name: string) => profiles.find((profile) => profile.name === name)!;
  const physicalOf = (name: string) => table.columns.find((column) => column.name === name)!.physical;
  const all = { all: rows.rows, chosen };
  if (staying.length === 0) return { ...all, rows: rows.rows, columns: [], owners: undefined };
  const source = await codeSource(
    rows,
    input,
    staying.map(({ from }) => ({ name: from, sql: valueSql(physicalOf(from), profileOf(from)) })),
    chosen,
  );
  const where = chosen === null ? '' : ` WHERE ${chosen('rowid')}`;
  const asked = staying.map(({ output }) => ({ name: output.name, sql: output.physical }));
  const written = await codeTable({
    duck: rows.duck,
    relation: `(SELECT rowid AS rid, * FROM ${rows.table}${where})`,
    columns: rows.person === null ? asked : [...asked, { name: 'person', sql: `${rows.person.sql}::VARCHAR` }],
    orderBy: 'rid',
    signal,
  });
  const owners = rows.person === null ? undefined : ownersIn(written.columns.at(-1)!);
  const columns = staying.map(({ output, from }, at): SourceColumnSide => {
    const texts = written.columns[at]!;
    const own = sideOf(source[at]!, { profile: profileOf(from), owners, least });
    const side = mostlyOthers(own) ? readsMore(own, sideByTexts(texts, owners, least)) : own;
    return { output, from, ...side, covers: coversOf(side.axis, side.source.codes, texts, false) };
  });
  return { ...all, rows: written.rows, columns, owners };
}

/** Whose row each is, by a column of people. */
export const ownersIn = ({ codes, values }: CodedColumn): Owners =>
  ownersOf(Uint32Array.from(codes, (code) => (values[code] === null ? 0 : code + 1)));

type Drawn = Pick<SourceColumnSide, 'axis' | 'source' | 'numbers'>;

/** Share of the rows that a column's axis of values names. */
function named({ axis, source: { codes } }: Drawn): number {
  let rows = 0;
  for (const code of codes) if (axis.steps[axis.stepOf[code]!]?.is !== 'other') rows += 1;
  return rows / Math.max(1, codes.length);
}

/** Where few rows share a value, an axis of values says little. */
const mostlyOthers = (drawn: Drawn): boolean => drawn.axis.kind === 'value' && named(drawn) < 0.5;

const readsMore = (one: Drawn, other: Drawn): Drawn => (named(other) > named(one) ? other : one);

/** The column by what the recipe's own steps make of its values: bands, prefixes, groups of categories. */
function sideByTexts(texts: CodedColumn, owners: Owners | undefined, least: number): Drawn {
  const { rows, people } = countBy(texts.codes, texts.values.length, owners);
  const axis = axisOf({ source: texts, kind: 'value', numbers: null, rows, people, least, whole: false });
  return { axis, source: texts, numbers: null };
}

function sideOf(
  source: CodedColumn,
  { profile, owners, least }: { profile: ColumnProfile; owners: Owners | undefined; least: number },
): Drawn {
  const kind = axisKind(profile);
  const { rows, people } = countBy(source.codes, source.values.length, owners);
  const read = Float64Array.from(source.values, (text) =>
    text === null || text.trim() === '' ? Number.NaN : Number(text),
  );
  const axis = axisOf({
    source,
    kind,
    numbers: kind === 'value' ? null : read,
    rows,
    people,
    least,
    whole: profile.valueType !== 'decimal',
  });
  return { axis, source, numbers: kind === 'number' ? Float64Array.from(source.codes, (code) => read[code]!) : null };
}
