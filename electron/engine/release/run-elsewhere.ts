import { Failure } from '#shared/contract/failure.ts';
import type { MadeElsewhere } from '#shared/domain/made-elsewhere.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { certifyText as text } from '#shared/text/engine/certify.ts';
import type { Recomputed } from './recompute.ts';

/** A recipe that another engine ran: its steps are not run again, and its outputs are what they made them. */
export interface RunElsewhere {
  made: MadeElsewhere;
  /** Of the recipe as it was compiled for that engine. */
  planHash: string;
  /** What was done to each output, by its name. */
  treatments: ReadonlyMap<string, Pick<CompiledOutput, 'treatment' | 'valueType'>>;
  /** The outputs that it counted its classes by. */
  counted: readonly string[];
}

/**
 * Holds what the other engine told of its classes to what is measured from the file, where both count by the same columns.
 * @throws Failure TARGET_MISSED where they differ
 */
export function holdTold(
  { made, counted }: RunElsewhere,
  found: Recomputed,
  quasiIdentifiers: readonly string[],
): void {
  if ([...counted].sort().join('\n') !== [...quasiIdentifiers].sort().join('\n')) return;
  const measured: Record<string, number> = { k: found.k, classes: found.classes, unique_rows: found.uniqueRows };
  for (const { figure, column, value } of made.told) {
    const here = column === null ? measured[figure] : undefined;
    if (here !== undefined && Number(value) !== here)
      throw new Failure('TARGET_MISSED', text.differs(figure, value, here));
  }
}
