import { randomUUID } from 'node:crypto';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { SegmentLoss } from '#shared/domain/segments.ts';
import { segmentLossOf, type Moved } from '#shared/segments/segment-loss.ts';
import type { SegmentId } from '#shared/segments/segments-of.ts';
import type { PeopleGroup } from '#shared/segments/small-groups.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { holdsValues } from '#shared/guardrails/output-view.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { neededOf, peopleSql, segmentSql } from '#engine/segments/segment-sql.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { releaseBasis } from '../releases/release-basis.ts';
import type { AskedSegments } from './asked-segments.ts';
import type { SegmentColumns } from './segment-columns.ts';
import { personSql, releasedRows, rowNumber, sourceRows, type SegmentReading } from './segment-reading.ts';

interface Held {
  asked: AskedSegments & { recipe: Recipe };
  chosen: SegmentColumns;
  reading: SegmentReading;
  groups: readonly PeopleGroup<SegmentId>[];
  k: number;
}

type Part = 'recency' | 'frequency' | 'monetary';
const parts: readonly Part[] = ['recency', 'frequency', 'monetary'];

/** Where each part is to be read in a release, and the columns that leave nothing that could be. */
function outputsOf(
  outputs: readonly CompiledOutput[],
  { columns, personRepeats }: SegmentColumns,
  by: AskedSegments['by'],
): { sql: Record<Part, string | null>; missing: string[] } {
  const readable = ({ treatment }: CompiledOutput): boolean =>
    holdsValues({ treatment }) || treatment === 'generalised';
  const missing: string[] = [];
  const sql: Record<Part, string | null> = { recency: null, frequency: null, monetary: null };
  for (const part of parts) {
    const column = columns[part];
    if (column === null || (by !== 'rfm' && part === 'frequency')) continue;
    const found = outputs.find((output) => readable(output) && output.sources.includes(column.name));
    if (found === undefined && (by === 'rfm' || part === 'monetary')) missing.push(column.name);
    sql[part] = found?.physical ?? null;
  }
  // Whose rows belong together is told by any stand-in for the person, a hash or the id itself, and by nothing else.
  const person = columns.person?.name;
  const tells = ({ treatment, sources }: CompiledOutput): boolean =>
    person !== undefined && treatment !== 'redacted' && treatment !== 'generalised' && sources.includes(person);
  if (personRepeats && person !== undefined && !outputs.some(tells)) missing.push(person);
  return { sql, missing };
}

/**
 * The same segmentation of the source and of what a recipe would release of it, person by person, in memory: nothing is
 * written. Whoever has the release would compute it of its rows; whose they are is known here by their place.
 * @throws Failure RECIPE_INVALID, REGISTER_CONTRADICTS, TARGET_MISSED, JOB_CANCELLED
 */
export async function lossByRecipe(
  state: EngineSession,
  table: TableInHand,
  { asked, chosen, reading, groups, k }: Held,
  signal: AbortSignal | undefined,
): Promise<SegmentLoss> {
  const { recipe, by } = asked;
  const basis = await releaseBasis(state, table, { recipe, workingRecipe: false, today: asked.today });
  const rows = await transformRows({
    source: table,
    recipe,
    purpose: basis.purpose,
    onConsent: basis.onConsent ?? false,
    ledger: basis.ledger ?? null,
    findings: basis.findings,
    keys: state.workspace?.keys ?? previewKeys(),
    referenceDate: reading.day,
    overrides: basis.overrides,
    spreadsheet: false,
    emptyIsNull: false,
    signal,
  });
  const [before, after] = ['before', 'after'].map((side) => quoteIdentifier(`segments_${side}_${randomUUID()}`));
  try {
    const { duck } = rows;
    const { sql, missing } = outputsOf(rows.compiled.outputs, chosen, by);
    if (missing.length > 0) return { missing, sameSegment: null, leftOut: null, groups: [] };
    const { kept } = await measureOutput(rows, { recipe, findings: basis.findings, signal });
    const source = sourceRows(table.relation, chosen, reading);
    const needed = neededOf(by, {
      orders: chosen.rowsAre === 'orders' || chosen.columns.frequency !== null,
      amount: chosen.columns.monetary !== null,
    });
    const whose = `(SELECT ${rowNumber} AS rid, ${personSql(chosen) ?? rowNumber} AS pid FROM ${table.relation})`;
    const released = releasedRows(`(SELECT w.pid, k.* FROM ${kept} k JOIN ${whose} w USING (rid))`, sql, reading);
    const make = (name: string, people: string): Promise<void> =>
      interruptible(duck, signal, () => duck.run(`CREATE TEMP TABLE ${name} AS ${segmentSql(people, by, needed)}`));
    await make(before!, peopleSql(source, chosen.rowsAre));
    await make(after!, peopleSql(released, chosen.rowsAre));
    const moved = await interruptible(duck, signal, () =>
      duck.query<Pick<Moved, keyof Moved>>(
        `SELECT b.segment AS "before", a.segment AS "after", count(*) AS people, count(b.amount) AS "amountsBefore", ` +
          `coalesce(sum(b.amount), 0) AS "sumBefore", count(a.amount) AS "amountsAfter", ` +
          `coalesce(sum(a.amount), 0) AS "sumAfter" FROM ${before} b LEFT JOIN ${after} a USING (pid) GROUP BY 1, 2`,
      ),
    );
    const loss = segmentLossOf(moved, groups, k);
    return { ...loss, groups: loss.groups.map((group) => ({ ...group, name: nameOf(groups, group.name) })) };
  } finally {
    for (const name of [before, after]) await rows.duck.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
    await rows.close();
  }
}

/** The words of a group for its ids. */
const nameOf = (groups: readonly PeopleGroup<SegmentId>[], ids: string): string => {
  const found = groups.find(({ segments }) => segments.join('+') === ids);
  return found === undefined ? ids : text.group(found.segments);
};
