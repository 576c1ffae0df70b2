import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { recipeFormat, recipeFormatVersion, type Recipe, type ReleaseKind } from '#shared/domain/recipe-file.ts';
import { kTarget, usualK } from '#shared/domain/recipe-target.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { z } from 'zod';
import { guardRelease } from '#engine/release/guard-release.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { askRegister } from '../lawfulness/ask-register.ts';

export interface AskedGuard {
  /** What would be done with the file; undefined: it is judged as it is. */
  recipe?: Recipe | undefined;
  /** Id, code or slug of what the file as it is would be for; undefined: nobody said. */
  purpose?: string | undefined;
  release: ReleaseKind;
  /** YYYY-MM-DD that ages and limits count from. */
  today?: string | undefined;
}

export interface Guarded {
  file: string;
  release: ReleaseKind;
  purpose: string | null;
  /** No recipe was given: every row and column of the file was judged. */
  asItStands: boolean;
  rowsIn: number;
  rowsOut: number;
  findings: GuardFinding[];
}

/** A recipe that changes nothing. */
const untouched = (purpose: string, release: ReleaseKind, referenceDate: string): Recipe => ({
  format: recipeFormat,
  formatVersion: recipeFormatVersion,
  purpose,
  release,
  referenceDate,
  target: kTarget(usualK, 0.05),
  steps: [],
});

/**
 * What the guardrails say of the rows that a recipe would write, or of the file as it is, without writing anything. Where
 * the file is judged as it is, rows that a release would leave out (minors, no valid consent) are in it, and block.
 * @throws Failure WRONG_USAGE, RECIPE_INVALID, JOB_CANCELLED
 */
export async function guardTable(
  state: EngineSession,
  table: TableInHand,
  asked: AskedGuard,
  signal: AbortSignal | undefined,
): Promise<Guarded> {
  if (asked.today !== undefined && !z.iso.date().safeParse(asked.today).success)
    throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const asItStands = asked.recipe === undefined;
  // A recipe says what it is for.
  const named = asItStands && asked.purpose !== undefined ? state.purpose(asked.purpose) : null;
  const recipe = asked.recipe ?? untouched(named?.id ?? '', asked.release, asked.today ?? state.today());
  const purpose = named ?? state.findPurpose(recipe.purpose);
  const findings = await table.findings();
  const unconfirmed = await table.unconfirmed();
  const rows = await transformRows({
    source: table,
    recipe,
    purpose,
    facts: neededFacts,
    findings,
    keys: state.workspace?.keys ?? previewKeys(),
    referenceDate: asked.today ?? recipe.referenceDate,
    overrides: state.policyOverrides(),
    spreadsheet: false,
    emptyIsNull: false,
    asItStands,
    signal,
  });
  try {
    const measured = await measureOutput(rows, { recipe, findings, asItStands, signal });
    table.holdCount(rows.rows);
    return {
      file: table.fileName,
      release: recipe.release,
      purpose: purpose?.id ?? null,
      asItStands,
      rowsIn: measured.measure.rowsIn,
      rowsOut: measured.measure.rowsOut,
      findings: guardRelease(
        {
          recipe,
          purpose,
          findings,
          unconfirmed,
          workspace: state.workspace,
          declared: askRegister(state, table, recipe),
          asItStands,
        },
        rows,
        measured,
      ),
    };
  } finally {
    await rows.close();
  }
}
