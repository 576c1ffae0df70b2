import type { FixedRecipe } from '#shared/contract/recipes.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { usualK } from '#shared/domain/recipe-target.ts';
import { fixOf, fixWays, type FixWay } from '#shared/guardrails/fixes.ts';
import { barredFlags, policyOn } from '#shared/policy/index.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { compileRecipe } from '#shared/recipe/compile-recipe.ts';
import { withColumnSteps } from '#shared/recipe/with-column-steps.ts';
import { fixesText } from '#shared/text/fixes.ts';
import { choose, pseudonymColumn } from '#engine/recommend/choose.ts';
import { coarsenColumns } from '#engine/recommend/coarsen-columns.ts';
import { collectSteps, type ColumnStep } from '#engine/recommend/collect-steps.ts';
import { spec } from '#engine/recommend/step-spec.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** A source column, what is to be done with it, and which guardrail asks. */
interface Asked {
  column: SourceColumn;
  finding: Finding;
  way: FixWay;
  id: string;
}

/** Leaving out outranks everything: a column that may not leave is not written coarser either. */
const rank: Record<FixWay, number> = { coarsen: 0, replace: 1, drop: 2 };

/** What the findings ask of each source column; a finding about an output is about whatever it was made from. */
async function askedOf(
  table: TableInHand,
  recipe: Recipe,
  found: readonly GuardFinding[],
): Promise<Map<string, Asked>> {
  const findings = new Map((await table.findings()).map((finding) => [finding.name, finding]));
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const { outputs } = compileRecipe(recipe, table.columns, { referenceDate: recipe.referenceDate });
  const sourcesOf = new Map(outputs.map(({ name, sources }) => [name, sources]));
  const asked = new Map<string, Asked>();
  for (const guard of found) {
    const fix = fixOf(guard);
    if (fix === null) continue;
    for (const name of fix.columns.flatMap((output) => sourcesOf.get(output) ?? [])) {
      const [column, finding, before] = [columns.get(name), findings.get(name), asked.get(name)];
      if (column === undefined || finding === undefined) continue;
      if (before === undefined || rank[fix.way] > rank[before.way])
        asked.set(name, { column, finding, way: fix.way, id: guard.id });
    }
  }
  return asked;
}

/** What the kind of release allows of an identifier, as the recommendation would have it. */
async function replaced(
  state: EngineSession,
  table: TableInHand,
  recipe: Recipe,
  { column, finding }: Asked,
): Promise<ColumnStep['step']> {
  const { release } = recipe;
  const purpose = state.findPurpose(recipe.purpose);
  // Held to be something else by its type: what its values are was found when they were read.
  const byValue = release === 'pseudonymised' ? spec('keyed-hash', { normalise: 'none', key: '' }) : 'drop';
  if (purpose === null) return byValue;
  const verdict = choose({
    finding,
    column,
    purpose,
    release,
    pseudonym: release === 'anonymised' ? undefined : pseudonymColumn(await table.findings(), purpose),
    barred: barredFlags(policyOn(recipe.referenceDate, state.policyOverrides())),
  });
  return verdict.kind === 'fixed' ? verdict.step : byValue;
}

/**
 * A recipe with the steps that settle what guardrails found, as far as a recipe can without a person's choice. Nothing
 * is kept: whoever asks decides.
 * @throws Failure RECIPE_INVALID, JOB_CANCELLED
 */
export async function fixRecipe(
  state: EngineSession,
  table: TableInHand,
  { recipe, findings }: { recipe: Recipe; findings: readonly GuardFinding[] },
  signal: AbortSignal | undefined,
): Promise<FixedRecipe> {
  const asked = [...(await askedOf(table, recipe, findings)).values()];
  const [profile] = await table.profiles();
  const coarse = await coarsenColumns(
    { duck: table.duck, relation: table.relation, rows: profile?.rows ?? 0 },
    asked
      .filter(({ way }) => way === 'coarsen')
      .map(({ column, finding }) => ({
        column,
        finding,
        release: recipe.release,
        k: usualK,
        reason: '',
        recognisable: true,
      })),
    signal,
  );
  const steps: ColumnStep[] = [];
  for (const way of fixWays)
    for (const each of asked.filter((one) => one.way === way)) {
      const step =
        way === 'drop'
          ? 'drop'
          : way === 'coarsen'
            ? (coarse.get(each.column.name) ?? 'drop')
            : await replaced(state, table, recipe, each);
      steps.push({ column: each.column.name, step, reason: fixesText.reason[way](each.id) });
    }
  const added = collectSteps(steps);
  const fixed = withColumnSteps(recipe, added);
  return { recipe: fixed, added, problems: checkRecipe(fixed, table.columns) };
}
