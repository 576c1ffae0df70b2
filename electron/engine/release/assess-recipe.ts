import type { z } from 'zod';
import type { assessment } from '#shared/contract/recipes.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { detailLoss } from './detail-loss.ts';
import { guardInput } from './guard-release.ts';
import { measureOutput } from './measure-output.ts';
import { previewKeys } from './preview-keys.ts';
import { releaseLabel } from './release-label.ts';
import type { ReleaseSource } from './release-source.ts';
import { transformRows } from './transform-rows.ts';

export type Assessment = z.infer<typeof assessment>;

export interface AssessInput {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns'>;
  recipe: Recipe;
  findings: readonly Finding[];
  unconfirmed: readonly string[];
  purpose: Purpose | null;
  /** Null: keyed hashes are computed with a throw-away key, which changes no number. */
  keys: ReleaseKeys | null;
  workspace: object | null;
  signal?: AbortSignal | undefined;
}

/**
 * Where the whole output of a recipe stands, without writing it: the same transformation, counting and guardrails as `runRelease`.
 * @throws Failure RECIPE_INVALID, JOB_CANCELLED
 */
export async function assessRecipe(input: AssessInput): Promise<Assessment> {
  const { source, recipe, findings, signal } = input;
  const rows = await transformRows({ source, recipe, findings, keys: input.keys ?? previewKeys(), referenceDate: recipe.referenceDate, spreadsheet: true, emptyIsNull: false, signal });
  try {
    const measured = await measureOutput(rows, { recipe, findings, signal });
    const { measure, risk } = measured;
    return {
      rowsIn: measure.rowsIn,
      rowsOut: measure.rowsOut,
      suppressed: measure.rowsIn - measure.rowsOut,
      k: measure.k,
      uniqueRows: risk.unique.rows,
      quasiIdentifiers: measure.quasiIdentifiers,
      countsPersons: measure.countsPeople,
      histogram: risk.histogram,
      detailLoss: await detailLoss(rows, { columns: source.columns, relation: source.relation, kept: measured.kept, rowsOut: measure.rowsOut, signal }),
      failedCasts: measure.failedCasts,
      findings: judgeRelease(guardInput(input, rows, measured)),
      label: releaseLabel(recipe.release, rows.compiled.outputs, findings, measure).label,
    };
  } finally {
    await rows.close();
  }
}
