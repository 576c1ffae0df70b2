import type { KeptFigures } from '#shared/domain/kept-figures.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn, CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { comparePairs, keptShare } from '#engine/anonymise/kept/compare-pairs.ts';
import type { Owners } from '#engine/anonymise/kept/count-by.ts';
import { drawColumn, numbersOf, type BothSides } from '#engine/anonymise/kept/draw-column.ts';
import { coversOf, placesOf, type Covers } from '#engine/anonymise/kept/spread.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { MeasuredOutput } from '#engine/release/measure-output.ts';
import { isDrawn } from '#engine/run-recipe/ways/apply-way.ts';
import type { TransformedRows } from '#engine/run-recipe/transform-rows.ts';
import { ownersIn, type SourceColumnSide, type SourceSide } from './read-source.ts';

/** Columns that are compared with each other; each pair is a look at all rows. */
const mostCompared = 60;

/** What is written, as it is. */
interface Written {
  columns: CodedColumn[];
  owners: Owners | undefined;
  weights: Float64Array | null;
  /** Place of each row among the source's that were looked at; null where nobody's rows are written. */
  sourceRow: Uint32Array | null;
  rows: number;
}

export interface KeptInput {
  rows: TransformedRows;
  measured: MeasuredOutput;
  /** What `readSource` took before anything was measured. */
  source: SourceSide;
  /** Columns of the source. */
  columns: readonly { name: string }[];
  /** Columns of a special category whose values nobody asked to see. */
  withheld: ReadonlySet<string>;
  least: number;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Numbers that a column of texts holds, row by row. */
const inEach = ({ codes, values }: CodedColumn): Float64Array => {
  const numbers = values.map(Number);
  return Float64Array.from(codes, (code) => numbers[code]!);
};

async function readWritten({ rows, measured, source, signal }: KeptInput): Promise<Written> {
  const { way, person } = measured;
  const drawn = isDrawn(way);
  const outputs = source.columns.map(({ output }) => ({ name: output.name, sql: output.physical }));
  // Groups with a number of people each are few.
  const grouped = way?.id === 'noisy-counts';
  const where = grouped || source.chosen === null ? '' : ` WHERE ${source.chosen('rid')}`;
  const extra = [
    { name: 'rid', sql: 'rid::VARCHAR' },
    ...(person === null ? [] : [{ name: 'person', sql: `${person.sql}::VARCHAR` }]),
    ...(grouped ? [{ name: 'people', sql: measured.counted!.columns[0]!.physical }] : []),
  ];
  const read: CodedTable = await codeTable({
    duck: rows.duck,
    relation: `(SELECT * FROM ${measured.kept}${where})`,
    columns: [...outputs, ...extra],
    orderBy: 'rid',
    signal,
  });
  const [rid, ...beside] = read.columns.slice(outputs.length);
  return {
    rows: read.rows,
    columns: read.columns.slice(0, outputs.length),
    owners: person === null ? undefined : ownersIn(beside[0]!),
    weights: grouped ? inEach(beside.at(-1)!) : null,
    sourceRow: drawn || way?.id !== 'group-rows' ? null : placesAmong(inEach(rid!), await ridsOf(rows, source, signal)),
  };
}

/** Numbers of the source's rows that were looked at, in order. */
async function ridsOf(
  { duck, table, rows }: TransformedRows,
  { chosen }: SourceSide,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  if (chosen === null) return Float64Array.from({ length: rows }, (_, at) => at);
  const relation = `(SELECT rowid AS rid FROM ${table} WHERE ${chosen('rowid')})`;
  const { columns } = await codeTable({
    duck,
    relation,
    columns: [{ name: 'rid', sql: 'rid::VARCHAR' }],
    orderBy: 'rid',
    signal,
  });
  return inEach(columns[0]!);
}

/** Where each number stands in a rising list that has all of them. */
function placesAmong(rids: Float64Array, all: Float64Array): Uint32Array {
  let at = 0;
  return Uint32Array.from(rids, (rid) => {
    while (all[at]! < rid) at += 1;
    return at;
  });
}

/** What each column of groups leaves open, by the rows that are in them. */
function groupCovers({ axis, source }: SourceColumnSide, written: CodedColumn, sourceRow: Uint32Array): Covers {
  return coversOf(
    axis,
    Uint32Array.from(sourceRow, (row) => source.codes[row]!),
    written,
    true,
  );
}

function sidesOf(input: KeptInput, written: Written): BothSides[] {
  const { source, least } = input;
  return source.columns.map((side, at): BothSides => {
    const column = written.columns[at]!;
    const { sourceRow } = written;
    const known = [side.covers, ...(sourceRow === null ? [] : [groupCovers(side, column, sourceRow)])];
    return {
      column: side.output.name,
      axis: side.axis,
      source: side.source,
      sourceOwners: source.owners,
      written: column,
      writtenOwners: written.owners,
      places: placesOf(side.axis, column, known),
      weights: written.weights,
      least,
    };
  });
}

async function associationsOf(
  input: KeptInput,
  written: Written,
  sides: readonly BothSides[],
): Promise<KeptFigures['associations']> {
  const some = sides.slice(0, mostCompared);
  const columns = some.map(({ column }) => column);
  const cut = sides.length - some.length;
  if (written.rows === 0) return { columns, cut, pairs: [], kept: null };
  const before = some.map(({ axis, source }, at) => ({
    codes: source.codes,
    places: Array.from(axis.stepOf, (step) => (step < 0 ? [] : [{ step, part: 1 }])),
    steps: axis.steps.length,
    numbers: input.source.columns[at]!.numbers,
  }));
  const after = some.map(({ axis, written: { codes }, places }, at) => ({
    codes,
    places,
    steps: axis.steps.length,
    numbers: numbersOf(some[at]!.written),
  }));
  const pairs = await comparePairs(
    { columns: before, weights: null },
    { columns: after, weights: written.weights },
    { signal: input.signal, ...(input.onShare && { onShare: input.onShare }) },
  );
  return { columns, cut, pairs, kept: keptShare(pairs) };
}

/**
 * What of the distributions and correlations of a source is in what its recipe writes, ways over all rows among it.
 * @throws Failure JOB_CANCELLED
 */
export async function measureKept(input: KeptInput): Promise<KeptFigures> {
  const { source, measured, rows, least } = input;
  const written = await readWritten(input);
  const sides = sidesOf(input, written);
  const columns: KeptFigures['columns'] = [];
  for (const [at, both] of sides.entries()) {
    columns.push(drawColumn(both, input.withheld.has(source.columns[at]!.from)));
    await breathe(input.signal);
  }
  const stays = new Set(
    rows.compiled.outputs.flatMap(({ sources, name }) => (sides.some(({ column }) => column === name) ? sources : [])),
  );
  return {
    rows: { before: source.all, after: measured.measure.rowsOut },
    sampled: source.chosen === null ? null : { before: source.rows, after: written.rows },
    least,
    columns,
    gone: input.columns.map(({ name }) => name).filter((name) => !stays.has(name)),
    associations: await associationsOf(input, written, sides),
  };
}
