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
import { applyPolicy } from './apply-policy.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts, type ColumnFacts } from './column-facts.ts';
import { earliestSql } from './earliest-date.ts';
import { momentTypes, trackingInventory } from './inventory.ts';
import { readEarliest, readHead, scanWhole, sliceFromRows, countAlone, type Cells } from './read-sample.ts';
import type { Suspicion } from '../values/identifiers/suspicion-sql.ts';
import { scanWide } from './scan-wide.ts';
import { candidateCombinations, worstCombinations } from './singling-out.ts';
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
async function factsOf(
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
function earliestOf(
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

type Combinations = ReturnType<typeof candidateCombinations>;

/** The one read of all rows, by whichever way suits the number of columns. */
async function scanAll(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  { facts, findings, combinations, dates }: FirstLook,
  options: ClassifyOptions,
) {
  const byVariety = [...facts].sort((left, right) => right.distinct - left.distinct || left.at - right.at);
  const keys = byVariety.slice(0, 3).map((column) => column.at);
  const suspects = searched(facts, findings, options.rows);
  if (columns.length < wideFrom)
    return scanWhole(duck, relation, columns, {
      keys,
      combinations,
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
  combinations: Combinations;
  dates: Map<number, string>;
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
    const first: FirstLook = {
      facts: headFacts,
      findings: classified.findings,
      combinations: findingsOnly ? [] : candidateCombinations(headFacts, classified.findings),
      dates: findingsOnly ? new Map() : earliestOf(columns, headFacts, classified.findings, today),
    };
    const { combinations } = first;
    let { facts, findings } = first;
    let { rows } = head;
    let { notes } = classified;
    let earliest: Map<number, string>;
    let alone: { rows: number; unique: number }[];
    if (head.complete) {
      alone = worstCombinations.measure(head.cells, combinations);
      earliest = await readEarliest(duck, relation, first.dates, signal);
    } else {
      const whole = await scanAll(duck, relation, columns, first, options);
      step(3);
      ({ rows, earliest } = whole);
      facts = await factsOf(columns, whole.cells, signal, whole);
      ({ findings, notes } = await classifyTable(facts, tools, today, { ...known, suspects: whole.suspects }, signal));
      alone =
        whole.alone !== null && rows >= sliceFromRows
          ? whole.alone
          : await countAlone(duck, relation, columns, combinations);
    }
    findings = findings.map((finding) => applyPolicy(finding, options.policy));
    step(steps);
    return {
      rows,
      policy: options.policy,
      columns: findings,
      ...(notes.length > 0 && { notes }),
      singlingOut: worstCombinations.list(columns, combinations, alone),
      channel: channel?.family ?? null,
      source: recognised && channelSource(recognised),
      inventory: trackingInventory({ findings, facts, channel: channel?.family ?? null, earliest }),
    };
  } finally {
    done();
  }
}
