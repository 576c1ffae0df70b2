import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { countedRoles } from '#shared/domain/recipe-roles.ts';
import type { GuardOutput } from '#shared/guardrails/guard-input.ts';
import { hasFlag, protectedOutputs } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';

/**
 * Outputs that must not be told by a class: those whose value, once tied to a person, could harm them and can still be
 * read (special categories, crime, money), and those the recipe protects.
 */
export function sensitiveOutputs(
  outputs: readonly GuardOutput[],
  findings: readonly Finding[],
  guarded: readonly string[],
): string[] {
  const sensitive = new Set(
    findings.filter((finding) => hasFlag(finding, [...specialFlags, 'financial'])).map((finding) => finding.name),
  );
  return outputs
    .filter(
      (output) =>
        !/^(redacted|hashed-)/.test(output.treatment) &&
        (guarded.includes(output.name) || output.sources.some((source) => sensitive.has(source))),
    )
    .map((output) => output.name);
}

/**
 * Which outputs of a recipe it protects, and for which the models of sensitive columns are measured: in an anonymised
 * release always, in any other where the target names such a model.
 */
export function sensitiveColumns(
  recipe: Recipe,
  outputs: readonly GuardOutput[],
  findings: readonly Finding[],
): { guarded: string[]; sensitive: string[] } {
  const { release, target } = recipe;
  const roles = countedRoles(recipe);
  const guarded = protectedOutputs({ findings, outputs: [...outputs], release, ...roles });
  if (release === 'anonymised') return { guarded, sensitive: sensitiveOutputs(outputs, findings, guarded) };
  const asked = target.models.some(({ model }) => findPrivacyModel(model)?.needs === 'sensitive-column');
  return { guarded, sensitive: asked ? sensitiveOutputs(outputs, findings, roles.protect) : [] };
}
