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
  const done = interruptOnAbort(duck, options.signal);
  const step = (done: number) => {
    throwIfCancelled(options.signal);
    options.onProgress?.(done, steps);
  };
  try {
    step(0);
    const tools = valueTools();
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    const head = await readHead(duck, relation, columns, options.signal);
    step(1);
    const factsOf = async (cells: Cells, whole?: { rows: number; nulls: number[] }): Promise<ColumnFacts[]> => {
      const facts: ColumnFacts[] = [];
      for (const [at, column] of columns.entries()) {
        if (at % atATime === atATime - 1) await breathe(options.signal);
        facts.push(
          columnFacts(
            column.name,
            column.header,
            at,
            cells[at] ?? [],
            whole && { rows: whole.rows, nulls: whole.nulls[at] ?? 0 },
          ),
        );
      }
      return facts;
    };
    const headFacts = await factsOf(head.cells);
    const recognised = recogniseTable(headFacts, options.layout);
    const channel = recognised?.channel ?? null;
    const known = { channel, codebook: options.codebook ?? publicSchemaOf(columns.map(({ header }) => header ?? '')) };
    const classified = await classifyTable(headFacts, tools, today, known, options.signal);
    step(2);
    let rows = head.rows;
    let findings: Finding[] = classified;
    const combinations = options.findingsOnly ? [] : candidateCombinations(headFacts, classified);
    const dates = new Map(
      options.findingsOnly
        ? []
        : headFacts.flatMap((column, at): [number, string][] => {
            const sql = momentTypes.has(classified[at]?.type ?? '')
              ? earliestSql(column, quoteIdentifier(columns[at]?.physical ?? ''), today)
              : null;
            return sql === null ? [] : [[at, sql]];
          }),
    );
    let earliest: Map<number, string>;
    let facts = headFacts;
    let alone: { rows: number; unique: number }[];
    if (head.complete) {
      alone = worstCombinations.measure(head.cells, combinations);
      earliest = await readEarliest(duck, relation, dates, options.signal);
    } else {
      const byVariety = [...headFacts].sort((left, right) => right.distinct - left.distinct || left.at - right.at);
      const keys = byVariety.slice(0, 3).map((column) => column.at);
      const suspects = searched(headFacts, classified, options.rows);
      const whole =
        columns.length >= wideFrom
          ? {
              ...(await scanWide(duck, relation, columns, { keys, earliest: dates, suspects, signal: options.signal })),
              alone: null,
            }
          : await scanWhole(duck, relation, columns, {
              keys,
              combinations,
              earliest: dates,
              suspects,
              expectedRows: options.rows,
            });
      step(3);
      rows = whole.rows;
      earliest = whole.earliest;
      facts = await factsOf(whole.cells, whole);
      findings = await classifyTable(facts, tools, today, { ...known, suspects: whole.suspects }, options.signal);
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
      singlingOut: worstCombinations.list(columns, combinations, alone),
      channel: channel?.family ?? null,
      source: recognised && channelSource(recognised),
      inventory: trackingInventory({ findings, facts, channel: channel?.family ?? null, earliest }),
    };
  } finally {
    done();
  }
}
