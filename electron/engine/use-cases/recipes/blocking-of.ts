import type { BlockingGroups } from '#shared/domain/blocking-groups.ts';
import { whichGroupsBlock } from '#engine/anonymise/blocking/which-groups-block.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { MeasuredOutput } from '#engine/release/measure-output.ts';
import { peopleOf } from '#engine/run-recipe/ways/way-input.ts';
import type { TransformedRows } from '#engine/run-recipe/transform-rows.ts';

/**
 * Which groups make the rows that a release leaves out for its k; undefined where none is, or nobody stands behind a row.
 * @throws Failure JOB_CANCELLED
 */
export async function blockingOf(
  { duck, person }: Pick<TransformedRows, 'duck' | 'person'>,
  { mayLeave, measure, qi, way }: MeasuredOutput,
  signal: AbortSignal | undefined,
): Promise<BlockingGroups | undefined> {
  if (measure.suppressed === 0 || qi.length === 0 || (way !== null && way.id !== 'count-rows')) return undefined;
  const who = person === null ? [] : [{ name: 'person', sql: `CAST(${person.sql} AS VARCHAR)` }];
  const read = await codeTable({ duck, relation: mayLeave, columns: [...qi, ...who], orderBy: 'rid', signal });
  const table = { rows: read.rows, columns: read.columns.slice(0, qi.length) };
  const people = person === null ? undefined : peopleOf(read);
  return whichGroupsBlock(table, { k: measure.targetK, people, signal });
}
