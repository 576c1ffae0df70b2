import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { z } from 'zod';
import { guardRelease } from '#engine/release/guard-release.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { rehearseRelease, type Rehearsal } from '#engine/release/rehearse-release.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { untouchedRecipe } from '../recipes/untouched-recipe.ts';
import { registeredReleases } from '../releases/known-releases.ts';
import { releaseBasis, type ReleaseBasis } from '../releases/release-basis.ts';

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
  /** Rows that a release by the recipe would leave out, whatever the target, by why. */
  excluded: Rehearsal['excluded'];
  findings: GuardFinding[];
  /** Why a release by the recipe would be refused; null where it would be written, and for a file as it is. */
  refused: Rehearsal['refused'];
}

/**
 * What the guardrails say of the rows that a recipe would write, or of the file as it is, without writing anything.
 * With a recipe they are told by the very steps of a release. Where the file is judged as it is, rows that a release
 * would leave out (minors, no valid consent) are in it, and block.
 * @throws Failure WRONG_USAGE, RECIPE_INVALID, REGISTER_CONTRADICTS, TARGET_MISSED, JOB_CANCELLED
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
  const recipe =
    asked.recipe ??
    untouchedRecipe({ purpose: named?.id ?? '', release: asked.release, referenceDate: asked.today ?? state.today() });
  const basis = await releaseBasis(state, table, { recipe, workingRecipe: false, today: asked.today });
  const judging = { basis, referenceDate: asked.today ?? recipe.referenceDate, signal };
  const told = asItStands ? await asItIs(state, table, judging) : await byRecipe(state, table, judging);
  await table.unchanged?.();
  return {
    file: table.fileName,
    release: recipe.release,
    purpose: basis.purpose?.id ?? null,
    asItStands,
    ...told,
  };
}

interface Judging {
  basis: ReleaseBasis;
  /** YYYY-MM-DD that ages and limits count from. */
  referenceDate: string;
  signal: AbortSignal | undefined;
}

/** What a release would be told. */
async function byRecipe(
  state: EngineSession,
  table: TableInHand,
  { basis, referenceDate, signal }: Judging,
): Promise<Rehearsal> {
  const { workspace } = state;
  const keys = workspace?.keys ?? previewKeys();
  const { findings, recipe } = basis;
  return rehearseRelease(
    {
      ...basis,
      overriding: null,
      keys,
      // Beside which file it would lie nobody said.
      earlier:
        workspace &&
        (await registeredReleases(state, workspace, table, { findings, release: recipe.release, keys, signal })),
      keepOrder: false,
      workDirectory: table.directory,
      signal,
    },
    referenceDate,
  );
}

/** Every row and column of the file is judged; there is nothing that would be refused but by a guardrail. */
async function asItIs(
  state: EngineSession,
  table: TableInHand,
  { basis, referenceDate, signal }: Judging,
): Promise<Rehearsal> {
  const { recipe, findings } = basis;
  const rows = await transformRows({
    source: table,
    recipe,
    purpose: basis.purpose,
    onConsent: basis.onConsent ?? false,
    ledger: basis.ledger ?? null,
    facts: neededFacts,
    findings,
    keys: state.workspace?.keys ?? previewKeys(),
    referenceDate,
    overrides: basis.overrides,
    spreadsheet: false,
    emptyIsNull: false,
    asItStands: true,
    signal,
  });
  try {
    const measured = await measureOutput(rows, { recipe, findings, asItStands: true, signal });
    table.holdCount(rows.rows);
    const { rowsIn, rowsOut } = measured.measure;
    return {
      findings: guardRelease({ ...basis, asItStands: true }, rows, measured),
      refused: null,
      rowsIn,
      rowsOut,
      // Judged as it is, nothing is left out.
      excluded: [],
    };
  } finally {
    await rows.close();
  }
}
