import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';

/** People in a step that is shown, at least; more where the recipe asks for larger groups. */
const fewest = 10;

export const fewestShown = (recipe: Recipe | null): number => Math.max(fewest, recipe === null ? 0 : kOf(recipe));

/** Of some columns those of a special category, which are not even shown in steps. */
export const specialColumns = (findings: readonly Finding[], among: ReadonlySet<string>): Set<string> =>
  new Set(
    findings.filter((finding) => among.has(finding.name) && hasFlag(finding, specialFlags)).map(({ name }) => name),
  );
