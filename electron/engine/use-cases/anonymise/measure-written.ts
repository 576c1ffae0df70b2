import { isMissing, type ClassValues, type TableValues } from '#shared/domain/class-values.ts';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { readablePaths } from '#engine/analysis/file-literal.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import type { ModelToJudge } from '#engine/privacy/judge-models.ts';
import type { ReleaseFormat } from '#engine/release/formats/release-format.ts';
import { readName } from '#engine/release/formats/copy-rows.ts';
import { peopleByText } from './people-by-text.ts';
import type { ByPopulation } from './population.ts';
import { rowsOf, suppressed, type RecodedColumn, type Recoding } from './recoding.ts';
import { writtenCell } from './write-rows.ts';

/** What the written file says of itself. */
export interface MeasuredFile {
  rows: number;
  suppressedRows: number;
  /** Rows of the smallest class; 0 where every row is suppressed. */
  k: number;
  classes: number;
  loss: number;
  precision: number;
  averageClassSize: number;
  discernibility: number;
  /** Every text stands in as many rows as it should. */
  asChosen: boolean;
  /** Each model's strictest value over the classes; models of one class alone that nothing could be said of have none. */
  models: { asked: ModelToJudge; value: number; met: boolean }[];
  /**
   * Null where there is no population; `least`: its people in the class with the fewest, null where all rows are
   * suppressed; `short`: classes in which it has fewer than the file itself.
   */
  population: { least: number | null; short: number } | null;
}

export interface FileToMeasure {
  path: string;
  names: readonly string[];
  format: ReleaseFormat;
  longestRow: number;
  directory: string;
}

/** What the classes of a file are held against; `person` tells the file's people apart. */
export interface JudgedBy {
  models: readonly ModelToJudge[];
  population?: ByPopulation | undefined;
  person?: string | undefined;
}

/** A class as it stands in the file: its labels, its rows, and the rows of each protected value. */
interface FoundClass {
  labels: string[];
  rows: number;
  values: Map<string | null, number>[];
}

/**
 * Reads a written file by a data engine of its own that has seen nothing else, counts its classes anew from the text of
 * their cells, and measures them by the definitions: nothing of the search is used but what each text stands for.
 * @throws Failure JOB_CANCELLED
 */
export async function measureWritten(
  file: FileToMeasure,
  recoding: Recoding,
  { models, population, person }: JudgedBy,
  signal: AbortSignal,
): Promise<MeasuredFile> {
  const duck = await openDuck({
    directory: file.directory,
    readable: readablePaths(file.path),
    columns: file.names.length,
  });
  try {
    const relation = await file.format.readBack(
      duck,
      { path: file.path, names: file.names, cells: null, longestRow: file.longestRow, work: file.directory },
      signal,
    );
    const guarded = [...new Set(models.flatMap(({ column }) => column ?? []))];
    const found = await interruptible(duck, signal, () => readClasses(duck, relation, file, recoding, guarded));
    const kept = found.filter((one) => !isSuppressed(one, recoding));
    const people = population && (await peopleByText(labelsOf(kept), recoding, population, file.format, signal));
    return {
      ...measureClasses(found, recoding, file.format),
      models: judgeFound(found, kept, models, guarded),
      population: people ? fewest(kept, people, guarded.indexOf(person ?? '')) : null,
    };
  } finally {
    duck.close();
  }
}

const labelsOf = (classes: readonly FoundClass[]): string[][] => classes.map(({ labels }) => labels);

/**
 * The fewest people, and in how many classes (`short`) the file has more than the population.
 * @param people of the population, class by class
 * @param guarded place of the person column among the protected ones; -1: rows are people
 */
function fewest(
  kept: readonly FoundClass[],
  people: readonly number[],
  guarded: number,
): { least: number | null; short: number } {
  const here = ({ rows, values }: FoundClass): number =>
    guarded === -1 ? rows : [...values[guarded]!.keys()].filter((value) => !isMissing(value)).length;
  return {
    least: people.length === 0 ? null : people.reduce((least, many) => Math.min(least, many)),
    short: kept.filter((one, at) => here(one) > people[at]!).length,
  };
}

async function readClasses(
  duck: Duck,
  relation: string,
  { names }: FileToMeasure,
  { columns }: Recoding,
  guarded: readonly string[],
): Promise<FoundClass[]> {
  const place = (name: string): string => readName(names.indexOf(name));
  const keys = columns.map(({ column }) => `coalesce(${place(column)}, '')`);
  const values = guarded.map(place);
  const list = [...keys, ...values].map((sql, at) => `${sql} AS x${at}`);
  const groups = list.map((_, at) => at + 1).join(', ');
  const found = new Map<string, FoundClass>();
  const sql = `SELECT ${list.join(', ')}, count(*)::DOUBLE AS rows FROM ${relation} GROUP BY ${groups}`;
  for await (const batch of streamRows<(string | number | null)[]>(duck, sql))
    for (const row of batch) {
      const labels = row.slice(0, keys.length) as string[];
      const rows = row.at(-1) as number;
      const key = JSON.stringify(labels);
      let one = found.get(key);
      if (one === undefined) found.set(key, (one = { labels, rows: 0, values: guarded.map(() => new Map()) }));
      one.rows += rows;
      for (const at of guarded.keys()) {
        const value = row[keys.length + at] as string | null;
        one.values[at]!.set(value, (one.values[at]!.get(value) ?? 0) + rows);
      }
    }
  return [...found.values()];
}

/** Whether the file cannot tell a suppressed row from others: every column reads `*` in all of them. */
const allStars = ({ columns }: Recoding): boolean =>
  columns.every(({ cells }) => cells.every((cell) => cell === suppressed));

const isSuppressed = ({ labels }: FoundClass, recoding: Recoding): boolean =>
  recoding.suppresses && !allStars(recoding) && labels.every((label) => label === suppressed);

/** What stands behind a text in one column, means over the rows that should read it. */
interface Behind {
  rows: number;
  lost: number;
  up: number;
}

/** By text, since a file tells nothing else: labels of several levels may read the same. */
function behindTexts(column: RecodedColumn, format: ReleaseFormat): Map<string, Behind> {
  const { cells, lost, up } = column;
  const found = new Map<string, Behind>();
  for (const [code, rows] of rowsOf(column).entries()) {
    if (rows === 0) continue;
    const text = writtenCell(cells[code]!, format) ?? '';
    const before = found.get(text) ?? { rows: 0, lost: 0, up: 0 };
    const all = before.rows + rows;
    found.set(text, {
      rows: all,
      lost: before.lost + ((lost[code]! - before.lost) * rows) / all,
      up: before.up + ((up[code]! - before.up) * rows) / all,
    });
  }
  return found;
}

function measureClasses(
  found: readonly FoundClass[],
  recoding: Recoding,
  format: ReleaseFormat,
): Omit<MeasuredFile, 'models' | 'population'> {
  const { columns } = recoding;
  const behind = columns.map((column) => behindTexts(column, format));
  const sum = { rows: 0, suppressed: 0, loss: 0, up: 0, squares: 0, classes: 0, k: Infinity };
  for (const one of found) {
    const { rows, labels } = one;
    const hidden = isSuppressed(one, recoding);
    sum.rows += rows;
    for (const [at, label] of labels.entries()) {
      const text = behind[at]!.get(label);
      sum.loss += rows * (text?.lost ?? NaN);
      sum.up += rows * (text?.up ?? NaN);
      if (text !== undefined) text.rows -= rows;
    }
    if (hidden) sum.suppressed += rows;
    else {
      sum.squares += rows * rows;
      sum.classes += 1;
      sum.k = Math.min(sum.k, rows);
    }
  }
  const cells = sum.rows * columns.length;
  return {
    rows: sum.rows,
    suppressedRows: sum.suppressed,
    k: sum.classes === 0 ? 0 : sum.k,
    classes: sum.classes,
    loss: cells === 0 ? 0 : sum.loss / cells,
    precision: cells === 0 ? 1 : 1 - sum.up / cells,
    averageClassSize: sum.classes === 0 ? 0 : (sum.rows - sum.suppressed) / sum.classes,
    discernibility: sum.squares + sum.rows * sum.suppressed,
    asChosen: behind.every((texts) => [...texts.values()].every(({ rows }) => rows === 0)),
  };
}

function judgeFound(
  found: readonly FoundClass[],
  kept: readonly FoundClass[],
  models: readonly ModelToJudge[],
  guarded: readonly string[],
): MeasuredFile['models'] {
  return models.flatMap((asked) => {
    const value = strictest(asked, { kept, found, guarded });
    return value === null ? [] : [{ asked, value, met: asked.model.met(value, asked.settings) }];
  });
}

function strictest(
  { model, settings, column }: ModelToJudge,
  { kept, found, guarded }: { kept: readonly FoundClass[]; found: readonly FoundClass[]; guarded: readonly string[] },
): number | null {
  const { judgement, better } = model;
  const worst = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((a, b) => (better === 'higher' ? Math.min(a, b) : Math.max(a, b)));
  if (judgement.each === 'class-size') return worst(kept.map(({ rows }) => judgement.value(rows, settings)));
  if (judgement.each === 'all-sizes') {
    const sizes = new Map<number, number>();
    for (const { rows } of kept) sizes.set(rows, (sizes.get(rows) ?? 0) + 1);
    const bins = [...sizes].map(([size, classes]) => ({ size, classes })).sort((a, b) => a.size - b.size);
    return kept.length === 0 ? null : judgement.value(bins, settings);
  }
  const at = guarded.indexOf(column ?? '');
  const whole = wholeColumn(found, at);
  const code = new Map(whole.values.map((value, place) => [value, place]));
  const valueOf = judgement.prepare(whole, settings);
  return worst(kept.flatMap(({ values }) => valueOf(asCodes(values[at]!, code)) ?? []));
}

const asCodes = (
  values: ReadonlyMap<string | null, number>,
  code: ReadonlyMap<string | null, number>,
): ClassValues => ({
  codes: [...values.keys()].map((value) => code.get(value)!),
  counts: [...values.values()],
  rows: [...values.values()].reduce((sum, rows) => sum + rows, 0),
});

/** The column over all rows, suppressed ones among them: their protected values are written as they are. */
function wholeColumn(found: readonly FoundClass[], at: number): TableValues {
  const counts = new Map<string | null, number>();
  for (const { values } of found)
    for (const [value, rows] of values[at]!) counts.set(value, (counts.get(value) ?? 0) + rows);
  const all = [...counts.values()];
  return { values: [...counts.keys()], counts: all, rows: all.reduce((sum, rows) => sum + rows, 0) };
}
