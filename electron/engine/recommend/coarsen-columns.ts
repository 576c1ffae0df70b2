import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { lookAtValues, type LookInput } from './look-at-values.ts';
import { sampleTable } from './sample-values.ts';
import { spec, type Choice, type StepSpec } from './step-spec.ts';

const addresses = typeSet('ip_address');

/** The finest form that is coarser than the value itself; what is no number, date or place has none. */
function coarser(choice: Choice): StepSpec | 'drop' {
  const step =
    choice.kind === 'fixed' ? choice.step : (choice.levels.find((level) => level.step !== null)?.step ?? 'drop');
  return step === null || step === 'drop' || step.op === 'map-categories' ? 'drop' : step;
}

/**
 * How exact columns are written coarser, by their values: a place by a grid, an age by bands, a moment by its day, an
 * address by its network; a column of anything else is left out.
 * @param rows rows of the relation
 * @throws Failure JOB_CANCELLED
 */
export async function coarsenColumns(
  { duck, relation, rows }: { duck: Duck; relation: string; rows: number },
  columns: readonly LookInput[],
  signal: AbortSignal | undefined,
): Promise<Map<string, StepSpec | 'drop'>> {
  const found = new Map<string, StepSpec | 'drop'>();
  const looked = columns.filter(({ column, finding }) => {
    if (addresses.has(finding.type)) found.set(column.name, spec('truncate-ip'));
    return !addresses.has(finding.type);
  });
  if (looked.length === 0) return found;
  const sample = `coarsen_${randomUUID()}`;
  await sampleTable(
    duck,
    relation,
    looked.map(({ column }) => column),
    rows,
    sample,
  );
  try {
    const choices = await lookAtValues(duck, sample, looked, async () => throwIfCancelled(signal));
    for (const choice of choices) found.set(choice.column.name, coarser(choice));
  } finally {
    for (const name of [sample, `${sample}_values`]) await duck.run(`DROP TABLE IF EXISTS ${quoteIdentifier(name)}`);
  }
  return found;
}
