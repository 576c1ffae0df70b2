import { sensitiveOutputs } from '#engine/privacy/sensitive-columns.ts';
import { assemble } from './assemble.ts';
import type { TableWork } from './choose-levels.ts';
import { judgeInference } from './measure-recipe.ts';
import { dropped, isDropped, type CodedColumn, type Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';
import type { TableSearch } from './table-search.ts';

/** Whether a column of an anonymised table must not be inferred from the others. */
export const isSensitive = ({ column }: Ladder, { on }: TableWork): boolean =>
  on.input.release === 'anonymised' &&
  sensitiveOutputs([{ name: column.name, sources: [column.name], treatment: 'generalised' }], on.input.findings, [])
    .length > 0;

/**
 * Adds the columns that could be inferred from the others, as far as they cannot be, once those stand.
 * @param inferable is told which could be
 */
export async function addSensitive(
  work: TableWork,
  search: TableSearch,
  inferable: Map<Ladder, string>,
): Promise<void> {
  for (const column of await work.load(work.ladders.filter((ladder) => isSensitive(ladder, work))))
    await addColumn(work, search, { column, inferable });
}

async function addColumn(
  work: TableWork,
  search: TableSearch,
  { column, inferable }: { column: CodedColumn; inferable: Map<Ladder, string> },
): Promise<void> {
  search.mayTake = async (stands) => {
    const missed = await missedModels(work, stands);
    if (missed.length > 0) inferable.set(column.ladder, missed.join(' '));
    return missed.length === 0;
  };
  if (search.smallWith(column) <= work.allowed) await search.improve([column]);
  search.mayTake = undefined;
}

/** What is measured of sensitive columns that could be inferred from the others of a table. */
export async function missedModels(work: TableWork, stands: ReadonlyMap<CodedColumn, Stand>): Promise<string[]> {
  const { on, choices, ladders } = work;
  const kept = [...stands].flatMap(([{ ladder }, stand]) => (isDropped(ladder, stand) ? [] : [ladder]));
  const sensitive = kept.filter((ladder) => isSensitive(ladder, work));
  if (sensitive.length === 0) return [];
  const trial = new Map<Ladder, Stand>(ladders.map((ladder) => [ladder, dropped(ladder)]));
  for (const [{ ladder }, stand] of stands) trial.set(ladder, stand);
  const recipe = assemble(on.input, choices, { stands: trial, leftOut: new Map() });
  const names = sensitive.map(({ column }) => column.name);
  return (await judgeInference(on, recipe, names)).filter(({ met }) => !met).map(({ detail }) => detail);
}
