import type { ColumnShape } from '#shared/contract/datasets.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { columnShape } from '#engine/profile/column-shape.ts';
import { countsPeople, personColumn } from '#engine/release/person-column.ts';
import { datasetRelation, type DatasetSession } from './dataset-session.ts';
import type { EngineState } from './engine-state.ts';

/** People in a bin that is shown, at least; more where the recipe asks for larger groups. */
const fewest = 10;

/** The column by which people are told apart, where they have several rows each. */
function repeatedPerson(session: DatasetSession) {
  const name = personColumn(session.effectiveFindings());
  const profile = session.profiles.find((one) => one.name === name);
  if (name === null || !profile) return null;
  return countsPeople({ rows: profile.rows, filled: profile.rows - profile.nulls, distinct: profile.distinct }) ? session.column(name) : null;
}

/** How the named columns look while their values are masked. */
export async function datasetShapes(state: EngineState, input: { datasetId: string; columns: string[] }, signal: AbortSignal | undefined): Promise<ColumnShape[]> {
  const session = await state.dataset(input.datasetId);
  const columns = input.columns.map((name) => session.column(name));
  const hidden = session.hiddenColumns();
  const least = Math.max(fewest, state.requireWorkspace().catalog.recipes.get(input.datasetId)?.target.k ?? 0);
  const duck = await session.duck.connect();
  const done = interruptOnAbort(duck, signal);
  try {
    const source = { duck, relation: datasetRelation, person: repeatedPerson(session), least };
    const shapes: ColumnShape[] = [];
    for (const column of columns) shapes.push(await columnShape(source, column, session.profiles.find(({ name }) => name === column.name)!, hidden.has(column.name)));
    return shapes;
  } finally {
    done();
    duck.close();
  }
}
