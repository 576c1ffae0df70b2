import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { Classification, Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Codebook } from '#shared/codebooks/codebook.ts';
import { publicSchemaOf } from '#engine/classify/evidence/codebooks/public-schemas.ts';
import { channelSource, recogniseTable } from '#engine/classify/evidence/channels/recognise-table.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';
import { breathe, throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { rowsAlone, type SetsAlone } from '../privacy/measure/rows-alone.ts';
import { personColumn } from '../privacy/person/person-column.ts';
import { applyPolicy } from './apply-policy.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts, type ColumnFacts } from './column-facts.ts';
import { earliestSql } from './earliest-date.ts';
import { momentTypes, trackingInventory } from './inventory.ts';
import { readEarliest, readHead, scanWhole, type Cells } from './read-sample.ts';
import type { Suspicion } from '../values/identifiers/suspicion-sql.ts';
import { scanWide } from './scan-wide.ts';
import { aloneInCells, candidateSets, listSinglingOut, singleColumns } from './singling-out.ts';
import { sliceFromRows } from './slices.ts';
import { valueTools } from '../values/value-tools.ts';

export interface ClassifyOptions {
  policy: ClassificationPolicy;
  signal?: AbortSignal;
  /** Steps done of all steps; coarse. */
  onProgress?: (done: number, total: number) => void;
  /** Rows of the relation where they are known: a long one is then sampled at less cost, with the same result. */
  rows?: number | undefined;
  /** ISO date that ages are reckoned from; default: the day of the run. */
  today?: string;
  /** Age in years under which nobody is targeted; default: as shipped. */
  majority?: number | undefined;
  /** Channel preset that the file was read with (`IntakeOptions.layout`); default: recognised by the columns. */
  layout?: string | undefined;
  /**
   * Leaves out singling out and the inventory's dates, which cost a third of the scan: for whoever needs the findings
   * alone.
   */
  findingsOnly?: boolean;
  /**
   * Description of the columns that came with the dataset; default: a well-known public schema whose names they have.
   */
  codebook?: Codebook | undefined;
}

const steps = 4;
/** Columns measured without a pause. */
const atATime = 100;

/** Rows up to which every value is searched for every kind of identifier. */
const searchAllTo = 200_000;

/** Columns that every row is searched of for identifiers: those that are not held to be one already. */
function searched(
  facts: readonly ColumnFacts[],
  findings: readonly Finding[],
  rows: number | undefined,
): Map<number, Suspicion> {
  const texts = rows !== undefined && rows <= searchAllTo ? 'any' : 'signs';
  return new Map(
    facts.flatMap((column, at): [number, Suspicion][] =>
      findings[at]?.class === 'linked' || column.hashed
        ? []
        : [[at, column.number || column.date ? 'addresses' : texts]],
    ),
  );
}

/** Facts of every column from what was read of it; of many columns a Cancel is heard in between. */
export async function factsOf(
  columns: readonly SourceColumn[],
  cells: Cells,
  signal: AbortSignal | undefined,
  whole?: { rows: number; nulls: number[] },
): Promise<ColumnFacts[]> {
  const facts: ColumnFacts[] = [];
  for (const [at, { name, header }] of columns.entries()) {
    if (at % atATime === atATime - 1) await breathe(signal);
    const measured = whole && { rows: whole.rows, nulls: whole.nulls[at] ?? 0 };
    facts.push(columnFacts(name, header, at, cells[at] ?? [], measured));
  }
  return facts;
}

/** SQL for the earliest day of each column that says when somebody did something. */
export function earliestOf(
  columns: readonly SourceColumn[],
  facts: readonly ColumnFacts[],
  findings: readonly Finding[],
  today: string,
): Map<number, string> {
  return new Map(
    facts.flatMap((column, at): [number, string][] => {
      const sql = momentTypes.has(findings[at]?.type ?? '')
        ? earliestSql(column, quoteIdentifier(columns[at]?.physical ?? ''), today)
        : null;
      return sql === null ? [] : [[at, sql]];
    }),
  );
}

/** The one read of all rows, by whichever way suits the number of columns. */
async function scanAll(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  { facts, findings, sets, person, dates }: FirstLook,
  options: ClassifyOptions,
) {
  const byVariety = [...facts].sort((left, right) => right.distinct - left.distinct || left.at - right.at);
  const keys = byVariety.slice(0, 3).map((column) => column.at);
  const suspects = searched(facts, findings, options.rows);
  if (columns.length < wideFrom)
    return scanWhole(duck, relation, columns, {
      keys,
      // Fewer rows are counted, in a scan of their own.
      sets: (options.rows ?? sliceFromRows) < sliceFromRows ? [] : sets,
      person,
      earliest: dates,
      suspects,
      expectedRows: options.rows,
    });
  const wide = await scanWide(duck, relation, columns, { keys, earliest: dates, suspects, signal: options.signal });
  return { ...wide, alone: null };
}

/** What the first rows say, and what all of them are to be asked. */
interface FirstLook {
  facts: ColumnFacts[];
  findings: Finding[];
  /** Column positions whose rows alone are counted. */
  sets: number[][];
  /** Position of the column that may tell people apart. */
  person: number | undefined;
  dates: Map<number, string>;
}

/** The sets whose rows alone were counted, and whether a slice stands for all rows. */
interface CountedSets extends SetsAlone {
  list: number[][];
  estimated: boolean;
}

/** Counts the rows alone in all rows, in a scan of their own: an even sample tells better than the first rows in which columns. */
async function countSets(
  duck: Duck,
  relation: string,
  columns: readonly SourceColumn[],
  { facts, sets, person }: FirstLook,
  signal: AbortSignal | undefined,
): Promise<CountedSets> {
  const list = sets.length === 0 ? [] : [...singleColumns(facts, person), ...sets.filter((set) => set.length > 1)];
  const sqlOf = (at: number): string => quoteIdentifier(columns[at]?.physical ?? '');
  const measured = list.map((set) => set.map((at) => ({ name: columns[at]?.name ?? '', sql: sqlOf(at) })));
  const who = person === undefined ? undefined : sqlOf(person);
  return { ...(await rowsAlone(duck, relation, measured, { person: who, signal })), list, estimated: false };
}

/** The column whose type says that it tells people apart. */
export function personIn(columns: readonly SourceColumn[], findings: readonly Finding[]): number | undefined {
  const name = personColumn(findings);
  const at = columns.findIndex((column) => column.name === name);
  return at < 0 ? undefined : at;
}

/**
 * Classifies every column of `relation` (columns c1…cn, VARCHAR): one read of the first rows and, of longer relations,
 * one full scan. The same rows give the same result. Throws JOB_CANCELLED when `signal` aborts.
 */
export async function classifyRelation(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  options: ClassifyOptions,
): Promise<Classification> {
  const { signal, findingsOnly } = options;
  const done = interruptOnAbort(duck, signal);
  const step = (done: number) => {
    throwIfCancelled(signal);
    options.onProgress?.(done, steps);
  };
  try {
    step(0);
    const tools = valueTools();
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    const head = await readHead(duck, relation, columns, signal);
    step(1);
    const headFacts = await factsOf(columns, head.cells, signal);
    const recognised = recogniseTable(headFacts, options.layout);
    const channel = recognised?.channel ?? null;
    const codebook = options.codebook ?? publicSchemaOf(columns.map(({ header }) => header ?? ''));
    const known = { channel, codebook, majority: options.majority };
    const classified = await classifyTable(headFacts, tools, today, known, signal);
    step(2);
    const person = personIn(columns, classified.findings);
    const first: FirstLook = {
      facts: headFacts,
      findings: classified.findings,
      sets: findingsOnly ? [] : candidateSets(headFacts, classified.findings, person),
      person,
      dates: findingsOnly ? new Map() : earliestOf(columns, headFacts, classified.findings, today),
    };
    let { facts, findings } = first;
    let { rows } = head;
    let { notes } = classified;
    let earliest: Map<number, string>;
    let counted: CountedSets;
    if (head.complete) {
      counted = { ...aloneInCells(head.cells, first.sets, first.person), list: first.sets, estimated: false };
      earliest = await readEarliest(duck, relation, first.dates, signal);
    } else {
      const whole = await scanAll(duck, relation, columns, first, options);
      step(3);
      ({ rows, earliest } = whole);
      facts = await factsOf(columns, whole.cells, signal, whole);
      ({ findings, notes } = await classifyTable(facts, tools, today, { ...known, suspects: whole.suspects }, signal));
      counted =
        whole.alone !== null && rows >= sliceFromRows
          ? { ...whole.alone, list: first.sets, estimated: true }
          : await countSets(duck, relation, columns, { ...first, facts }, signal);
    }
    findings = findings.map((finding) => applyPolicy(finding, options.policy));
    step(steps);
    return {
      rows,
      policy: options.policy,
      columns: findings,
      ...(notes.length > 0 && { notes }),
      singlingOut: listSinglingOut(columns, counted.list, counted.sets, counted.estimated),
      ...(counted.people && { person: columns[first.person ?? 0]?.name }),
      channel: channel?.family ?? null,
      source: recognised && channelSource(recognised),
      inventory: trackingInventory({ findings, facts, channel: channel?.family ?? null, earliest }),
    };
  } finally {
    done();
  }
}
