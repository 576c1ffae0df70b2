import type { Classification } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { wideFrom, type Duck } from '#engine/analysis/open-duck.ts';
import { publicSchemaOf } from '#engine/classify/evidence/codebooks/public-schemas.ts';
import { recogniseTable } from '#engine/classify/evidence/channels/recognise-table.ts';
import { valueTools } from '../values/value-tools.ts';
import { classifyTable } from './classify-table.ts';
import { redated } from './inventory.ts';
import { daysOf, readHead } from './read-sample.ts';
import { earliestOf, factsOf, personIn, type ClassifyOptions } from './run-classifier.ts';
import { candidateSets, listSinglingOut } from './singling-out.ts';
import { sliceFromRows, slicesOf } from './slices.ts';

/** Whether a relation is so long that only some of its columns need be read to count it anew. */
export const isRecounted = (rows: number, columns: number): boolean => rows >= sliceFromRows && columns < wideFrom;

let scans = 0;

/**
 * Counts anew a long relation whose columns are known (`isRecounted`): who is singled out, just as `classifyRelation`
 * would, and since when columns follow people. Columns that neither is asked of are not read; what was found of all of
 * them stays as it is.
 * @throws Failure JOB_CANCELLED
 */
export async function recountRelation(
  duck: Duck,
  relation: string,
  columns: SourceColumn[],
  { columns: findings, inventory, ...standing }: Classification,
  options: ClassifyOptions & { rows: number; today: string; signal: AbortSignal },
): Promise<Classification> {
  const { signal, today, rows } = options;
  const head = await readHead(duck, relation, columns, signal);
  const facts = await factsOf(columns, head.cells, signal);
  const channel = recogniseTable(facts, options.layout)?.channel ?? null;
  const codebook = options.codebook ?? publicSchemaOf(columns.map(({ header }) => header ?? ''));
  const known = { channel, codebook, majority: options.majority };
  const first = await classifyTable(facts, valueTools(), today, known, signal);
  const person = personIn(columns, first.findings);
  const sets = candidateSets(facts, first.findings, person);
  const dates = earliestOf(columns, facts, findings, today);
  const list = columns.map(({ physical }) => quoteIdentifier(physical));
  const slices = slicesOf(list, sets, { person, rows });
  const parts = ['count(*) AS rows', ...[...dates].map(([at, sql]) => `${sql} AS e${at}`), ...slices.aggregate];
  const base = `(SELECT ${[...list, ...slices.hashes].join(', ')} FROM ${relation})`;
  const inner = slices.classes.length === 0 ? base : `(SELECT *, ${slices.classes.join(', ')} FROM ${base})`;
  const scan = `custos_recount_${(scans += 1)}`;
  return interruptible(duck, signal, async () => {
    await duck.run(`CREATE TEMP TABLE ${scan} AS SELECT ${parts.join(', ')} FROM ${inner}`);
    try {
      const [row = {}] = await duck.query(
        `SELECT * ${slices.aggregate.length === 0 ? '' : 'EXCLUDE (slices)'} FROM ${scan}`,
      );
      const earliest = daysOf(row, [...dates.keys()]);
      const alone = await slices.read(duck, scan, rows);
      const { person: _person, ...rest } = standing;
      return {
        ...rest,
        rows,
        columns: findings,
        singlingOut: listSinglingOut(columns, sets, alone.sets, true),
        ...(alone.people && { person: columns[person ?? 0]?.name }),
        inventory: redated(inventory, { findings, facts, channel: standing.channel, earliest }),
      };
    } finally {
      await duck.run(`DROP TABLE IF EXISTS ${scan}`);
    }
  });
}
