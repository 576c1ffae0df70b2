import type { QualityCheck, QualityResult } from '#shared/domain/quality.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { maskValue } from '#engine/classify/mask-value.ts';
import { bothReadings, readDate } from '#engine/facts/read-date.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { filled } from '#engine/profile/column-values.ts';
import type { CheckedColumn } from './checked-column.ts';
import { countGroups, firstRows, isGroupRule, rowsIn, type GroupWork } from './group-rules.ts';
import { judgeCheck, notDone, type Counted } from './judge-check.ts';
import { isKey } from './propose-checks.ts';
import { newestMoment, rowTest, type RowTerms } from './row-tests.ts';
import { validityWay } from './validity.ts';
import { countByValue, isValueRule, type ValueCounts } from './value-rules.ts';

export interface CheckRun {
  duck: Duck;
  /** A table whose rows `rowid` numbers in file order, or the scan of a file, which is copied once. */
  relation: string;
  columns: readonly CheckedColumn[];
  checks: readonly QualityCheck[];
  /** `YYYY-MM-DD`. */
  day: string;
  signal: AbortSignal;
  /** Values of the key that a check refers to; null where its dataset is gone. */
  referred(check: QualityCheck): Promise<readonly string[] | null>;
  onProgress(done: number, total: number): void;
}

let runs = 0;

/** The columns of a run by name, each as SQL over a row of the scan. */
class Terms implements RowTerms {
  readonly #columns: ReadonlyMap<string, { at: number; column: CheckedColumn }>;
  readonly day: string;

  constructor(columns: readonly CheckedColumn[], day: string) {
    this.#columns = new Map(columns.map((column, at) => [column.name, { at, column }]));
    this.day = day;
  }

  #at(name: string): number {
    return this.#columns.get(name)!.at;
  }

  readonly text = (name: string): string => `v${this.#at(name)}`;
  readonly moment = (name: string): string => `d${this.#at(name)}`;
  readonly anyMoment = (name: string): string => `e${this.#at(name)}`;

  /** The rows as the tests take them: each text trimmed and each day read once. */
  relation(source: string): string {
    const all = [...this.#columns.values()];
    const days = all.filter(({ column }) => column.isDate);
    const open = days.filter(({ column: { order } }) => order === 'neither');
    const texts = all.map(({ at, column }) => `${filled(quoteIdentifier(column.physical))} AS v${at}`);
    const read = days.map(
      ({ at, column: { order } }) => `${readDate(`v${at}`, order === 'neither' ? 'later' : order)} AS e${at}`,
    );
    const trimmed = `SELECT ${['rowid AS r', ...texts].join(', ')} FROM ${source}`;
    // Both orders are read only where a value may be in either, and beneath what compares them: asked in one expression,
    // DuckDB would read both of every row.
    const both = open.flatMap(({ at }) => swappable(`v${at}`, at));
    return (
      `(SELECT *, ${['NULL AS none', ...days.map((day) => momentSql(day))].join(', ')} FROM (SELECT ` +
      `${['*', ...both].join(', ')} FROM (SELECT ${['*', ...read].join(', ')} FROM (${trimmed}))))`
    );
  }
}

/** Readings of a text between slashes or dashes in both orders, `a` and `b`; NULL where it is none. */
function swappable(text: string, at: number): string[] {
  const { dayFirst, monthFirst } = bothReadings(text);
  const may = `regexp_matches(${text}, '^\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}')`;
  return [
    `coalesce(${may}, false) AS s${at}`,
    `CASE WHEN ${may} THEN ${dayFirst} END AS a${at}`,
    `CASE WHEN ${may} THEN ${monthFirst} END AS b${at}`,
  ];
}

/** A day whose day and month could be swapped for another is not known. */
const momentSql = ({ at, column }: { at: number; column: CheckedColumn }): string =>
  column.order === 'neither'
    ? `CASE WHEN s${at} THEN CASE WHEN coalesce(a${at} = b${at}, true) THEN coalesce(a${at}, b${at}) END ELSE e${at} END ` +
      `AS d${at}`
    : `e${at} AS d${at}`;

/** What is asked of each row of the scan for a check: whether it is judged, and whether it fails. */
function scanColumns(check: QualityCheck, at: number, terms: Terms, values: ValueCounts | undefined, run: CheckRun) {
  if (isGroupRule(check)) return check.columns.map((name, part) => `${terms.text(name)} AS g${at}_${part}`);
  if (values !== undefined) {
    if (values.failing.length === 0) return [];
    return [
      `${terms.text(check.columns[0]!)} IN (${values.failing.map((text) => quoteText(text)).join(', ')}) AS t${at}`,
    ];
  }
  const way = validityWay(run.columns.find(({ name }) => name === check.columns[0])!);
  const test = rowTest(check, way === 'values' ? null : way, terms);
  const newest = check.rule === 'fresh' ? [`CAST(${newestMoment(check, terms)} AS DATE) AS m${at}`] : [];
  return [...(test === null ? [] : [`(${test}) AS t${at}`]), ...newest];
}

const aggregates = (check: QualityCheck, at: number, asked: readonly string[]): string[] => {
  if (asked.length === 0 || isGroupRule(check)) return [];
  return [
    `count(t${at}) AS n${at}`,
    `count(*) FILTER (WHERE t${at}) AS f${at}`,
    `${firstRows('r', `t${at}`)} AS a${at}`,
    ...(check.rule === 'fresh'
      ? [`CAST(min(m${at}) AS VARCHAR) AS o${at}`, `CAST(max(m${at}) AS VARCHAR) AS w${at}`]
      : []),
  ];
};

/** Masked values of the first failing rows, the columns of a check beside each other. */
async function examplesOf(run: CheckRun, source: string, found: ReadonlyMap<string, Counted>): Promise<void> {
  const wanted = new Set([...found.values()].flatMap(({ at = [] }) => at.slice(0, 3)));
  if (wanted.size === 0) return;
  const physical = new Map(run.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const names = [...physical.keys()];
  const rows = await run.duck.query<Record<string, string | null>>(
    `SELECT rowid::BIGINT AS r, ${names.map((name, at) => `${physical.get(name)} AS v${at}`).join(', ')} FROM ${source} ` +
      `WHERE rowid IN (${[...wanted].join(', ')})`,
  );
  const byRow = new Map(rows.map((row) => [Number(row['r']), row]));
  const shown = (text: string | null | undefined): string => maskValue(text ?? '') || '–';
  for (const check of run.checks) {
    const own = found.get(check.id);
    const at = own?.at?.slice(0, 3) ?? [];
    if (own === undefined || check.rule === 'filled') continue;
    own.examples = at.flatMap((row) => {
      const cells = byRow.get(row);
      if (cells === undefined) return [];
      return [check.columns.map((name) => shown(cells[`v${names.indexOf(name)}`])).join(' · ')];
    });
  }
}

/** The scan over rows: a narrow table of what each check asks of a row, and what is counted over it. */
async function countByRow(run: CheckRun, source: string, byValue: ReadonlyMap<string, ValueCounts>) {
  const { duck, columns, checks, day } = run;
  const found = new Map<string, Counted>();
  const terms = new Terms(columns, day);
  const table = `custos_quality_${(runs += 1)}`;
  const asked = checks.map((check, at) => scanColumns(check, at, terms, byValue.get(check.id), run));
  const key = columns.find(isKey);
  const named = ['r', ...(key === undefined ? [] : [`${terms.text(key.name)} AS k`]), ...asked.flat()];
  await duck.run(`CREATE TEMP TABLE ${table} AS SELECT ${named.join(', ')} FROM ${terms.relation(source)}`);
  try {
    const counts = checks.flatMap((check, at) => aggregates(check, at, asked[at]!));
    const [numbers = {}] =
      counts.length === 0 ? [] : await duck.query<Record<string, unknown>>(`SELECT ${counts.join(', ')} FROM ${table}`);
    for (const [at, check] of checks.entries()) {
      throwIfCancelled(run.signal);
      const values = byValue.get(check.id);
      if (isGroupRule(check)) {
        const work = { duck, table, parts: check.columns.map((_, part) => `g${at}_${part}`) };
        const own = await countedOverRows(check, { ...work, key: key === undefined ? null : 'k' }, run);
        if (own !== null) found.set(check.id, own);
        continue;
      }
      const rows = rowsIn(numbers[`a${at}`]);
      if (values !== undefined) found.set(check.id, { rows: values.rows, failures: values.failures, at: rows });
      else if (asked[at]!.length > 0)
        found.set(check.id, {
          rows: Number(numbers[`n${at}`]),
          failures: Number(numbers[`f${at}`]),
          at: rows,
          ...(check.rule === 'fresh' ? { oldest: textOf(numbers[`o${at}`]), newest: textOf(numbers[`w${at}`]) } : {}),
        });
    }
    return found;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** @returns null where the dataset that is referred to is gone */
async function countedOverRows(
  check: QualityCheck,
  work: Omit<GroupWork, 'referred'>,
  run: CheckRun,
): Promise<Counted | null> {
  if (check.rule !== 'refers') return countGroups(check, { ...work, referred: null });
  const values = await run.referred(check);
  if (values === null) return null;
  const referred = `custos_referred_${(runs += 1)}`;
  await appendRows(run.duck, referred, ['v'], async (add) => {
    for (const value of values) add([value]);
  });
  try {
    return await countGroups(check, { ...work, referred });
  } finally {
    await run.duck.run(`DROP TABLE IF EXISTS ${referred}`).catch(() => undefined);
  }
}

const whyNone = (check: QualityCheck, columns: readonly CheckedColumn[]): QualityResult['notDone'] => {
  const own = columns.filter(({ name }) => check.columns.includes(name));
  if (check.rule === 'refers') return 'dataset-gone';
  if (check.rule === 'same-place') return 'too-few';
  return own.some((column) => column.isDate && column.order === 'neither' && column.profile.dateForms.length > 1)
    ? 'no-order-of-day-and-month'
    : 'nothing-filled';
};

/**
 * Runs checks over a table: one scan for what different values say by themselves, one for what is asked of rows. Failing
 * rows are then looked up by their number.
 * @returns in the order of the checks; one whose columns are gone is not done
 * @throws Failure JOB_CANCELLED
 */
export async function runChecks(run: CheckRun): Promise<QualityResult[]> {
  const names = new Map(run.columns.map((column) => [column.name, column]));
  const checks = run.checks.filter((check) => check.columns.every((name) => names.has(name)));
  const used = new Set(checks.flatMap((check) => check.columns));
  const key = run.columns.find(isKey);
  const columns = run.columns.filter((column) => used.has(column.name) || column === key);
  const byValueChecks = checks.flatMap((check) => {
    const column = names.get(check.columns[0]!)!;
    return isValueRule(check, column) ? [{ check, column }] : [];
  });
  const total = new Set(byValueChecks.map(({ column }) => column.name)).size + 2;
  const own: CheckRun = { ...run, columns, checks };
  const copied = await copyOf(own);
  try {
    const byValue = await countByValue({ duck: run.duck, relation: copied.source }, byValueChecks, {
      signal: run.signal,
      onColumn: (done) => run.onProgress(done, total),
    });
    run.onProgress(total - 2, total);
    const found = new Map<string, Counted>();
    for (const some of inParts(checks)) {
      const asked = new Set(some.flatMap((check) => check.columns));
      const part = columns.filter((column) => asked.has(column.name) || column === key);
      const counted = await countByRow({ ...own, columns: part, checks: some }, copied.source, byValue);
      for (const [id, one] of counted) found.set(id, one);
    }
    run.onProgress(total - 1, total);
    await examplesOf(own, copied.source, found);
    return run.checks.map((check) => {
      if (!check.columns.every((name) => names.has(name))) return notDone(check, 'column-gone');
      const counted = found.get(check.id);
      return counted === undefined
        ? notDone(check, whyNone(check, columns) ?? 'nothing-filled')
        : judgeCheck(check, counted, whyNone(check, columns));
    });
  } finally {
    await copied.drop();
  }
}

/** Checks that one statement asks for: of a very wide table several, each over its own columns. */
const together = 200;
const inParts = (checks: readonly QualityCheck[]): QualityCheck[][] =>
  Array.from({ length: Math.ceil(checks.length / together) }, (_, at) =>
    checks.slice(at * together, (at + 1) * together),
  );

/** A plain table's name; anything else is the scan of a file. */
const isTable = (relation: string): boolean => /^[\w".]+$/.test(relation);

/** The rows as a table whose rows are numbered: a file is parsed once. */
async function copyOf({ duck, relation, columns }: CheckRun): Promise<{ source: string; drop(): Promise<void> }> {
  if (isTable(relation) || columns.length === 0) return { source: relation, drop: async () => undefined };
  const source = `custos_checked_${(runs += 1)}`;
  const names = columns.map(({ physical }) => quoteIdentifier(physical));
  await duck.run(`CREATE TEMP TABLE ${source} AS SELECT ${names.join(', ')} FROM ${relation}`);
  return { source, drop: () => duck.run(`DROP TABLE IF EXISTS ${source}`).catch(() => undefined) };
}
