import type { ColumnShape, ValueCounts } from '#shared/contract/datasets.ts';
import { isDirectIdentifier } from '#shared/guardrails/output-view.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { columnShape, type ShapeSource } from '#engine/profile/column-shape.ts';
import { valueCounts } from '#engine/profile/value-counts.ts';
import { countsPeople, personColumn } from '#engine/privacy/person/person-column.ts';
import { datasetRelation, type DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { fewestShown, specialColumns } from '../kept/what-is-shown.ts';

/** The column by which people are told apart, where they have several rows each. */
function repeatedPerson(session: DatasetSession) {
  const name = personColumn(session.effectiveFindings());
  const profile = session.profiles.find((one) => one.name === name);
  if (name === null || !profile) return null;
  return countsPeople({ rows: profile.rows, filled: profile.rows - profile.nulls, distinct: profile.distinct })
    ? session.column(name)
    : null;
}

/** Runs on a connection of its own, which a cancelled question interrupts. */
export async function measuring<T>(
  state: EngineSession,
  session: DatasetSession,
  signal: AbortSignal | undefined,
  measure: (source: ShapeSource) => Promise<T>,
): Promise<T> {
  const recipe = state.requireWorkspace().catalog.recipes.get(session.record.summary.id);
  const least = fewestShown(recipe);
  const duck = await session.duck.connect();
  const done = interruptOnAbort(duck, signal);
  try {
    return await measure({ duck, relation: datasetRelation, person: repeatedPerson(session), least });
  } finally {
    done();
    duck.close();
  }
}

/** How the named columns look while their values are masked. */
export async function datasetShapes(
  state: EngineSession,
  input: { datasetId: string; columns: string[] },
  signal: AbortSignal | undefined,
): Promise<ColumnShape[]> {
  const session = await state.dataset(input.datasetId);
  const columns = input.columns.map((name) => session.column(name));
  const hidden = session.hiddenColumns();
  const findings = session.effectiveFindings();
  const special = specialColumns(findings, new Set(input.columns));
  const names = new Set(findings.filter(isDirectIdentifier).map(({ name }) => name));
  return measuring(state, session, signal, async (source) => {
    const shapes: ColumnShape[] = [];
    for (const column of columns)
      shapes.push(
        await columnShape(
          source,
          column,
          session.profiles.find(({ name }) => name === column.name)!,
          { hidden: hidden.has(column.name), special: special.has(column.name), names: names.has(column.name) },
        ),
      );
    return shapes;
  });
}

/** How many rows hold each value of a column: somebody asked for it, and the log says so before it is told. */
export async function datasetValueCounts(
  state: EngineSession,
  input: { datasetId: string; column: string },
  signal: AbortSignal | undefined,
): Promise<ValueCounts> {
  const session = await state.dataset(input.datasetId);
  const column = session.column(input.column);
  state.requireWorkspace().register.append({
    kind: 'value.counted',
    subjectRef: input.datasetId,
    payload: { datasetId: input.datasetId, column: input.column },
  });
  return measuring(state, session, signal, (source) => valueCounts(source, column.physical));
}
