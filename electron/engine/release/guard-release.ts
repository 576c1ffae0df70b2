import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { GuardInput } from '#shared/guardrails/guard-input.ts';
import { barredFlags } from '#shared/policy/index.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/** What the guardrails are shown of a transformed and measured output. */
export function guardInput(
  input: {
    recipe: Recipe;
    purpose: Purpose | null;
    findings: readonly Finding[];
    unconfirmed: readonly string[];
    workspace: object | null;
  },
  rows: TransformedRows,
  measured: MeasuredOutput,
): GuardInput {
  return {
    release: input.recipe.release,
    purpose: input.purpose,
    findings: input.findings,
    unconfirmed: input.unconfirmed,
    outputs: rows.compiled.outputs.map(({ name, sources, treatment }) => ({ name, sources, treatment })),
    measure: measured.measure,
    facts: measured.facts,
    policy: { targetingAge: rows.policy.value('targeting-age', '*'), barred: barredFlags(rows.policy) },
    workspace: input.workspace !== null,
  };
}
